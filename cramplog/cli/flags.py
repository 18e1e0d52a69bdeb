"""`flags`: which patterns of the diary are reasons to see a doctor."""

from __future__ import annotations

from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.session import Result
from cramplog.domain.night import iso
from cramplog.domain.spelling import quoted
from cramplog.errors import BadOption, NoSuchRule
from cramplog.flags.outcome import ROUTINE, URGENCIES
from cramplog.flags.words import counted
from cramplog.letters import tidy
from cramplog.render import flags as whole
from cramplog.render import flags_screen, flags_short, typical
from cramplog.render.flags_data import data, judged_data
from cramplog.render.text import day, flow
from cramplog.services import judge
from cramplog.services import snooze as service
from cramplog.timeparse import figures
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.flags.evaluate import Evaluation, Flag, Off, Open
    from cramplog.services.judge import Judged

FLAGS_ON = 10
LONGEST_NUMBER = 4  # digits


class Asked(Value):
    """The command line of `flags`."""

    number: str | None = None
    show: str | None = None
    full: bool = False
    check: bool = False
    snooze: tuple[str, str] | None = None
    because: str | None = None
    exit_code: bool = False


@command(
    "flags",
    Argument(name="number", metavar="[N]", complete="flag_numbers", least=0),
    Option(flags=("--show",), metavar="ID", help="One rule in full.", complete="rules"),
    Option(
        flags=("--all", "--full"), help="All flags in full, and every open question.", name="full"
    ),
    Option(flags=("--check",), help="Ask what could matter today, then the rest."),
    Option(
        flags=("--snooze",), metavar="ID DAYS", help="Quiet a flag; needs --because.", pair=True
    ),
    Option(flags=("--because",), metavar="TEXT", help="Why; reports print it."),
    Option(flags=("--exit-code",), help="End with 10 when a flag of SOON or above is on."),
    into=Asked,
)
def flags(session: Session, asked: Asked) -> Result:
    """Tell which patterns are reasons to see a doctor. Not a diagnosis.

    A number shows that flag of the list in full.

    Examples:
    cramplog flags
    cramplog flags 2
    cramplog flags --snooze ART-REGULAR 30 --because "seen GP 12 Nov"
    """
    if asked.snooze is not None:
        return _snooze(session, asked)
    if asked.because is not None:
        raise BadOption("--because goes with --snooze.", "Try --snooze ART-REGULAR 30 too.")
    if asked.number is not None:
        return _numbered(session, asked)
    if asked.show:
        return _one(session, asked.show, asked)
    if asked.check:
        return _check(session, asked)
    found = judge.judged(session.look(), session.now)
    return Result(
        leisurely=True,
        text=lambda screen: (
            _whole(found, screen.width) if asked.full else flags_screen.text(found, screen)
        ),
        data=lambda: judged_data(found),
        exit_code=_code(found.evaluation, asked),
    )


def _whole(found: Judged, width: int) -> list[str]:
    """Every flag and every open question in full: `--full`."""
    return [
        *whole.text(found.evaluation, width, other=bool(found.quiet)).split("\n"),
        *_below(flags_short.quieted(found.quiet, width)),
        *_below(typical.text(found.typical, width)),
    ]


def _numbered(session: Session, asked: Asked) -> Result:
    """One flag by its number in the list."""
    typed = asked.number or ""
    if asked.show or asked.check:
        raise BadOption(f"{quoted(typed)} and another flag are too much.", "One at a time.")
    plain = typed.isascii() and typed.isdigit()
    if not plain:
        hint = "Try `cramplog flags 1` or `cramplog flags --show ART-REGULAR`."
        raise BadOption(f"{quoted(typed)} is too much: flags takes a number of its list.", hint)
    listed = judge.judged(session.look(), session.now).evaluation.listed
    at = int(typed) if len(typed) <= LONGEST_NUMBER else 0
    if not 1 <= at <= len(listed):
        on = f"The list goes to {len(listed)}" if listed else "No flag is on; that is no all-clear"
        raise NoSuchRule(f"there is no flag {quoted(typed)}.", f"{on}: `cramplog flags`.")
    return _one(session, listed[at - 1].rule.id, asked, number=at)


def _one(session: Session, rule: str, asked: Asked, number: int | None = None) -> Result:
    """One rule in full, whatever it says of the diary; raises NoSuchRule."""
    diary = session.look()
    found = judge.judged_one(diary, session.now, rule)
    quiet = judge.quieted(diary, session.now, found.flags)
    if number is None:
        number = _place(judge.judged(diary, session.now).evaluation, found)
    items: list[Flag | Open | Off] = [*found.flags, *found.not_evaluable, *found.clear]
    return Result(
        leisurely=True,
        text=lambda screen: [
            *whole.one(items[0], screen.width).split("\n"),
            *_below(flags_short.quieted(quiet, screen.width)),
        ],
        data=lambda: {
            **(told := data(found)),
            "flags": [{**flag, "number": number} for flag in told["flags"]],
        },
        exit_code=0 if quiet else _code(found, asked),
    )


def _place(every: Evaluation, found: Evaluation) -> int | None:
    """The number in the list of the one flag that was found; None where it is in no list."""
    ids = [flag.rule.id for flag in every.listed]
    return next((ids.index(f.rule.id) + 1 for f in found.flags if f.rule.id in ids), None)


def _below(lines: list[str]) -> list[str]:
    return ["", *lines] if lines else []


def _code(found: Evaluation, asked: Asked) -> int:
    soon = URGENCIES.index(ROUTINE)
    on = any(URGENCIES.index(flag.fired.urgency) < soon for flag in found.flags)
    return FLAGS_ON if on and asked.exit_code else 0


def _snooze(session: Session, asked: Asked) -> Result:
    """Quiet a flag for some days, with a reason."""
    rule, days = asked.snooze or ("", "")
    if days.startswith("--"):  # the days were left out
        raise BadOption(
            f"--snooze needs a number of days after {rule}.",
            f'Try --snooze {rule} 30 --because "{asked.number or "seen GP"}".',
        )
    if asked.number is not None:
        raise BadOption(f"{quoted(asked.number)} is too much.", "Quote the reason of --because.")
    if not (days.isascii() and days.isdigit()) or len(days) > LONGEST_NUMBER:
        figures.refuse_unclear(days)
        raise BadOption(f"{days!r} is not a number of days.", "Try --snooze ART-REGULAR 30.")
    reason = tidy(asked.because or "")
    until, on = service.snooze(session.diary(), rule, int(days), reason, session.now)
    last = day(until, year=True)
    told = (
        f"{rule.upper()} is quiet until {last}; reports print the reason."
        if on
        else f"{rule.upper()} is not on; if it comes on before {last}, it stays quiet unless it "
        "is SOON or more urgent."
    )
    return Result(
        text=lambda screen: flow(f"{told} {session.undo_hint()}", screen.width, "  "),
        data=lambda: {"snoozed": {"id": rule.upper(), "until": iso(until), "because": reason}},
    )


def _check(session: Session, asked: Asked) -> Result:
    """Ask the open questions; as JSON, list them for those who cannot be asked at a terminal."""
    if session.json:
        waiting = judge.judged(session.look(), session.now).open
        return Result(
            text=lambda _: [],
            data=lambda: {
                "questions": [
                    {
                        "question": one.ask.question,
                        "answers": dict(one.ask.answers),
                        "decides": list(one.decides),
                        "today": one.today,
                    }
                    for one in waiting
                ]
            },
        )
    from cramplog.cli.flag_questions import ask_all

    ask_all(session)
    found = judge.judged(session.look(), session.now)
    left = len(found.open)
    told = [flags_short.summary(flag) for flag in found.evaluation.flags]
    told = told or [flags_screen.none_on(found.evaluation.recorded)]
    still = f"{counted(left, 'question')} still open. " if left else ""
    told.append(f"{still}More: cramplog flags")
    return Result(
        leisurely=True,
        text=lambda screen: [line for words in told for line in flow(words, screen.width, "  ")],
        data=dict,
        exit_code=_code(found.evaluation, asked),
    )
