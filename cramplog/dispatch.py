"""The table of commands, and the part of a command line that can be read without Typer.

The everyday path, Typer, help, completion, the rescue file and "did you mean" all read it.
"""

from __future__ import annotations

from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Entry(Value):
    """A command: its module in `cramplog.cli`, and its line in help."""

    name: str
    module: str
    help: str
    writes: bool = False  # its words go to the rescue file if the diary fails


def _reads(name: str, module: str, help_: str) -> Entry:
    return Entry(name=name, module=module, help=help_)


def _writes(name: str, module: str, help_: str) -> Entry:
    return Entry(name=name, module=module, help=help_, writes=True)


GROUPS: dict[str, tuple[Entry, ...]] = {
    "At night": (
        _writes("log", "log", "Record a cramp that is over."),
        _writes("start", "timer", "Start the timer, with first-aid steps at a terminal."),
        _writes("stop", "timer", "Stop the timer and record its cramp."),
        _reads("cancel", "timer", "Drop the timer; nothing is recorded."),
        _reads("status", "timer", "Say whether a timer is running."),
    ),
    "Every day": (
        _reads("morning", "morning", "Catch up: one key for each night that is not written down."),
        _writes("night", "night", "Record nights without a cramp, or the days before them."),
        _writes("symptom", "symptom", "Record a leg check or another sign."),
    ),
    "Look back": (
        _reads("list", "listing", "List recorded cramps, newest night first."),
        _reads("show", "listing", "Show everything known of one cramp."),
        _reads(
            "trends", "trends", "Show cramp nights over time, and the factors of the days before."
        ),
        _reads("report", "report", "Report a week, a month, a year or a range of nights."),
    ),
    "Put right": (
        _writes("edit", "change", "Change a recorded cramp by the words of log."),
        _reads("delete", "change", "Delete cramps; undo brings them back."),
        _reads("undo", "change", "Take back the last change."),
        _reads("redo", "change", "Do again what was undone last."),
    ),
    "You and the doctor": (
        _reads("flags", "flags", "Tell which patterns are reasons to see a doctor."),
        _reads("guide", "guide", "Read what helps, what may be behind it, when to see a doctor."),
        _writes("visit", "visit", "Show the next appointment: what to bring, what to ask."),
        _writes(
            "person", "person", "Say whose diary it is, and the facts that rules and reports need."
        ),
        _writes(
            "condition", "condition", "Medical conditions; that there is none can be said, too."
        ),
        _writes("medicine", "medicine", "Medicines with start, dose changes and stop."),
    ),
    "Files and settings": (
        _reads("export", "exporting", "Write the diary to a file for others: CSV, JSON or FHIR."),
        _reads("import", "importing", "Read a file into the diary; one undo step."),
        _reads("merge", "merge", "Take in another diary of the same person."),
        _reads(
            "backup",
            "backup",
            "Copy the diary, beside its automatic copies or to a folder of yours.",
        ),
        _reads("restore", "backup", "Put a backup in the diary's place."),
        _reads(
            "check", "checkup", "Look the diary over, with its backups and what waits to be stored."
        ),
        _reads("encrypt", "encryption", "Encrypt the diary and its copies."),
        _reads(
            "decrypt",
            "encryption",
            "Make an encrypted diary plain again; its encrypted copies stay encrypted.",
        ),
        _reads("config", "config", "Read and change settings."),
        _reads("completion", "completion", "Make the TAB key complete words."),
    ),
}
"""The commands in the order of help, under its headings."""

COMMANDS: dict[str, Entry] = {entry.name: entry for group in GROUPS.values() for entry in group}
HOME = _reads("", "home", "How things stand, and what to type next.")
"""Bare `cramplog`."""

ALSO = {
    **dict.fromkeys(("search", "find", "grep"), "list --search"),
    **dict.fromkeys(("ls", "history", "all"), "list"),
    **dict.fromkeys(("rm", "remove"), "delete"),
    **dict.fromkeys(("stats", "statistics", "week", "month", "year"), "report"),
    **dict.fromkeys(("add", "new", "record"), "log"),
    **dict.fromkeys(("settings", "set"), "config"),
    "trial": "trends",
    "enough": "visit",
    "remind": "morning",
    "inbox": "import",
    "demo": "--db trial.db log",
}
"""What a command is called elsewhere or will be called, and the nearest there is now."""

SWITCHES = ("json", "plain")
VALUES = ("db", "person")


class Line(Value):
    """A command line: its command, the global options, and the other words."""

    entry: Entry
    words: tuple[str, ...]  # after the command's name, without the global options
    shared: dict[str, str | bool]  # the global options
    simple: bool  # there are no other options
    as_log: bool = False  # the command's name was not typed


def read(arguments: Sequence[str], *, short: bool) -> Line:
    """Read a command line; words that name no command belong to `log`.

    `short` means `cramp`, which logs even without words. Options that are not global stay among the
    words, with `simple` false: Typer reads them.
    """
    words, shared, simple = _parted(arguments)
    named = next((at for at, word in enumerate(words) if is_word(word)), None)
    entry = COMMANDS.get(words[named]) if named is not None else None
    if entry is not None and named is not None:
        words.pop(named)
    as_log = entry is None and (named is not None or short)
    return Line(
        entry=entry or (COMMANDS["log"] if as_log else HOME),
        words=tuple(words),
        shared=shared,
        simple=simple,
        as_log=as_log,
    )


def _parted(arguments: Sequence[str]) -> tuple[list[str], dict[str, str | bool], bool]:
    """Separate words and global options; the last value is False if there are other options."""
    shared: dict[str, str | bool] = {}
    words: list[str] = []
    simple = True
    waiting = ""
    for at, argument in enumerate(arguments):
        name, equals, value = argument.removeprefix("--").partition("=")
        if waiting:
            shared[waiting], waiting = argument, ""
        elif argument == "--":
            words += arguments[at:]
            simple = False
            break
        elif argument.startswith("--") and name in SWITCHES and not equals:
            shared[name] = True
        elif argument.startswith("--") and name in VALUES:
            shared[name], waiting = value, "" if equals else name
        else:
            words.append(argument)
            simple = simple and not argument.startswith("-")
    return words, shared, simple and not waiting


def meant(word: str) -> str | None:
    """Return the command that a first word looks like, mistyped or by a name of another program."""
    from cramplog.domain.spelling import suggest

    plain = word.lower()
    return None if plain == "back" else ALSO.get(plain) or suggest(plain, COMMANDS)


def first_word(arguments: Sequence[str]) -> str | None:
    """Return the first argument that is neither an option nor a value of a global option."""
    line = _parted(arguments)[0]
    return next(filter(is_word, line), None)


def is_word(argument: str) -> bool:
    """Return whether an argument is no option; `-5m` is a word, which log refuses with a reason."""
    return not argument.startswith("-") or argument[1:2].isdigit()
