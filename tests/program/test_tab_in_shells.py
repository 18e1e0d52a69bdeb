"""The TAB key in a real bash, with and without bash-completion, in zsh and in fish."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from running import Program, clean_environment

PACKAGE = "/usr/share/bash-completion/bash_completion"
SHELLS = ("bash", "bash with bash-completion", "zsh", "fish")
TO_THE_START, TO_THE_END = "\x01", "\x05"
READY = "ready@@"

LINES = {
    "cramp left calf @sho": "cramp left calf @shoes",
    "cramp left calf @cold,deh": "cramp left calf @cold,dehydration",
    "cramp left calf +stre": "cramp left calf +stretch",
    "cramp left calf +massage,stre": "cramp left calf +massage,stretch",
    "cramp left calf +stretch:n": "cramp left calf +stretch:no",
    "cramp rig": "cramp right",
    "cramp left ham": "cramp left hamstring",
    "cramplog log left calf woke=y": "cramplog log left calf woke=yes",
    "cramplog log trigger=str": "cramplog log trigger=stress",
    "cramplog log --trigger=str": "cramplog log --trigger=stress",
    "cramplog log --trigger str": "cramplog log --trigger stress",
    "cramplog report mo": "cramplog report month",
    "cramplog report last we": "cramplog report last week",
    "cramplog night qu": "cramplog night quiet",
    "cramplog night exercise=mod": "cramplog night exercise=moderate",
    "cramplog night 2026-11-20 alc": "cramplog night 2026-11-20 alcohol=",
    "cramplog condition add vari": "cramplog condition add varicose_veins",
    "cramplog completion ins": "cramplog completion install",
    "cramplog import moved.c": "cramplog import moved.csv",
}
"""What is typed before the TAB key, and the line after it."""

Typed = Callable[[str], str]


def started(shell: str, environment: dict[str, str], folder: Path) -> pexpect.spawn[str]:
    """The shell at its first prompt, as `completion install` left it."""
    home = Path(environment["HOME"])
    if shell.startswith("bash"):
        package = f"source {PACKAGE}\n" if "with" in shell else ""
        own = (home / ".bashrc").read_text()
        (home / ".bashrc").write_text(f"{package}bind 'set enable-bracketed-paste off'\n{own}")
        command = ["bash", "--rcfile", str(home / ".bashrc"), "-i"]
    elif shell == "zsh":
        own = (home / ".zshrc").read_text().replace("compinit;", "compinit -u;")
        (home / ".zshrc").write_text(f"bindkey -e\n{own}")
        command = ["zsh", "-i", "-o", "no_global_rcs"]
    else:
        command = ["fish", "-i"]
    found = shutil.which(command[0])
    assert found, f"{command[0]} is not installed"
    process = pexpect.spawn(
        found,
        command[1:],
        env={**environment, "TERM": "dumb"},
        cwd=str(folder),
        encoding="utf-8",
        dimensions=(40, 200),
        timeout=60,
    )
    process.sendline("printf '%s\\n' ready@'@'")
    process.expect_exact(READY)
    return process


@pytest.fixture(scope="module", params=SHELLS)
def line_after_tab(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Typed]:
    """Types the beginning of a line and TAB; gives the line as it then is."""
    shell = str(request.param)
    home = tmp_path_factory.mktemp("home")
    script = Path(sys.executable).with_name("cramplog")
    environment = clean_environment(home)
    environment["PATH"] = f"{script.parent}{os.pathsep}{environment['PATH']}"
    installed = Program([str(script)], environment, home)
    told = installed("completion", "install", shell.partition(" ")[0])
    assert told.code == 0, told
    (home / "moved.csv").touch()
    process = started(shell, environment, home)

    def typed(line: str) -> str:
        process.send(f"{line}\t")
        process.sendline(f"{TO_THE_START}printf '<%s>' \"{TO_THE_END}\"")
        process.expect(r"<([^<>%]+)>")
        assert isinstance(process.match, re.Match)
        return str(process.match[1]).rstrip()

    yield typed
    process.close(force=True)


@pytest.mark.parametrize(("line", "after"), LINES.items(), ids=LINES.keys())
def test_the_tab_key_goes_on_with_the_word(line: str, after: str, line_after_tab: Typed) -> None:
    assert line_after_tab(line) == after
