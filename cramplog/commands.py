"""The names of the commands and what each does, known without Typer.

A test holds them equal to Typer's; the modules named here are loaded one at a time.
"""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "log": ("log", "Record a cramp that is over."),
    "start": ("timer", "Start the timer, with first-aid steps at a terminal."),
    "stop": ("timer", "Stop the timer and record its cramp."),
    "cancel": ("timer", "Drop the timer; nothing is recorded."),
    "status": ("timer", "Tell whether a timer is running."),
    "night": ("night", "Record a night without a cramp, or the day before it."),
    "symptom": ("facts", "Record a leg check or another sign."),
    "list": ("look", "List recorded cramps, newest night first."),
    "show": ("look", "Show everything known of one cramp."),
    "edit": ("change", "Change a recorded cramp by the words of log."),
    "delete": ("change", "Delete cramps; undo brings them back."),
    "undo": ("change", "Take back the last change."),
    "redo": ("change", "Do again what was undone last."),
    "report": ("report", "Report a week, a month, a year or a range of nights."),
    "flags": ("flags", "Tell which patterns are reasons to see a doctor."),
    "guide": ("guide", "Read what helps, what may be behind it, when to see a doctor."),
    "person": ("people", "Whose diary, and the facts that rules and reports need."),
    "condition": ("facts", "Medical conditions; that there is none can be said, too."),
    "medicine": ("medicine", "Medicines with start, dose changes and stop."),
    "visit": ("visit", "The next appointment: what to bring, what to ask."),
    "export": ("transfer", "Write the diary to a file for others: CSV, JSON or FHIR."),
    "import": ("transfer", "Read a file into the diary; one undo step."),
    "merge": ("merge", "Take in another diary of the same person."),
    "backup": (
        "safety",
        "Copy the diary, beside its automatic copies or to a folder of yours.",
    ),
    "restore": ("safety", "Put a backup in the diary's place."),
    "check": ("safety", "Look the diary over, with its backups and what waits to be stored."),
    "encrypt": ("encryption", "Encrypt the diary and its copies."),
    "decrypt": (
        "encryption",
        "Make an encrypted diary plain again; its encrypted copies stay encrypted.",
    ),
    "config": ("settings", "Read and change settings."),
    "completion": ("settings", "Make the TAB key complete words."),
}
"""Each command, with its module in `cramplog.cli` and its one line of help."""

GLOBAL_VALUES = ("--db", "--person")


GLOBAL_FLAGS = ("--json", "--plain")


def is_alone(word: str, arguments: list[str]) -> bool:
    """Whether nothing but global options stands beside a word."""
    rest = iter(arguments)
    for argument in rest:
        name = argument.partition("=")[0]
        if argument in GLOBAL_VALUES:
            next(rest, None)
        elif argument != word and name not in (*GLOBAL_FLAGS, *GLOBAL_VALUES):
            return False
    return True


def first_word(arguments: list[str]) -> str | None:
    """The first argument that is no option and no value of a global one."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in GLOBAL_VALUES:
            skip = True
        elif not argument.startswith("-") or argument[1:2].isdigit():
            return argument
    return None
