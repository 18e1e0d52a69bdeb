"""`completion install`: small scripts that ask `cramplog _complete` what can follow."""

from __future__ import annotations

import os

from cramplog.cli.declare import Argument, command
from cramplog.cli.session import Result, Session, answer
from cramplog.errors import BadOption

PROGRAMS = ("cramplog", "cramp")

# Bash takes words apart at `@`, `=` and `:`; only the part in $2 is replaced by what is offered.
BASH = r"""# TAB completion for PROGRAM, made by `cramplog completion install bash`.
_PROGRAM_completion() {
    local line="${COMP_LINE:0:COMP_POINT}" before reply
    COMPREPLY=()
    before="${line##*[[:space:]]}"
    before="${before%"$2"}"
    while IFS=$'\t' read -r reply _; do
        COMPREPLY+=("${reply#"$before"}")
    done < <("$1" _complete "${line#*"$1"}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[=:] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -o nosort -F _PROGRAM_completion PROGRAM 2>/dev/null ||
    complete -o default -F _PROGRAM_completion PROGRAM
"""
ZSH = r"""#compdef PROGRAM
# TAB completion for PROGRAM, made by `cramplog completion install zsh`.
local -a whole open
local reply use
while IFS=$'\t' read -r reply use; do
    if [[ $reply == *[=:] ]]; then open+=("$reply"); else whole+=("$reply"); fi
done < <(command PROGRAM _complete " ${(j: :)words[2,CURRENT-1]} $PREFIX" 2>/dev/null)
if (( $#whole + $#open )); then
    compadd -V cramplog -- $whole
    compadd -V cramplog -S '' -- $open
else
    _files
fi
"""
FISH = r"""# TAB completion for PROGRAM, made by `cramplog completion install fish`.
function __PROGRAM_complete
    set -l rest (string replace -r '^\s*\S+' '' -- (commandline -cp))
    set -l found (command PROGRAM _complete "$rest" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c PROGRAM -e
complete -c PROGRAM -k -f -a '(__PROGRAM_complete)'
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


HELP = """Make the TAB key complete words.

Examples:
cramplog completion install
cramplog completion install zsh
"""


@command("completion install", Argument(name="shell", metavar="[bash|zsh|fish]", least=0))
def install(_: Session, shell: str | None) -> Result:
    """Teach the shell to complete cramplog's words; the one in use unless one is named.

    Examples:
    cramplog completion install
    cramplog completion install zsh
    """
    name = shell or os.path.basename(os.environ.get("SHELL", ""))
    if name not in SCRIPTS:
        unknown = f"{name!r} is no shell that I know." if name else "I cannot tell your shell."
        raise BadOption(unknown, f"Name it: {', '.join(SCRIPTS)}.")
    files = [_put(name, program) for program in PROGRAMS]
    return answer(
        lambda: {"shell": name, "files": files},
        f"TAB completion for {name} is in {' and '.join(files)}. Open a new shell to use it.",
        done=True,
    )


def _put(shell: str, program: str) -> str:
    """Write the script of a program where its shell finds it; returns the file."""
    home = os.path.expanduser("~")
    if shell == "bash":
        path = os.path.join(home, ".bash_completions", f"{program}.sh")
        _add(os.path.join(home, ".bashrc"), f"source '{path}'")
    elif shell == "zsh":
        path = os.path.join(home, ".zfunc", f"_{program}")
        line = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
        _add(os.path.join(os.environ.get("ZDOTDIR") or home, ".zshrc"), line)
    else:
        settings = os.environ.get("XDG_CONFIG_HOME", "")
        settings = settings if os.path.isabs(settings) else os.path.join(home, ".config")
        path = os.path.join(settings, "fish", "completions", f"{program}.fish")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(SCRIPTS[shell].replace("PROGRAM", program))
    return path


def _add(path: str, line: str) -> None:
    """Add a line to a file that the shell reads when it starts, unless it is there."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "a+", encoding="utf-8", errors="surrogateescape") as file:
        file.seek(0)
        text = file.read()
        if line not in text.splitlines():
            file.write(f"{'' if text.endswith(chr(10)) or not text else chr(10)}{line}\n")
