"""`medicine`: courses with start, dose changes and stop."""

from __future__ import annotations

from collections.abc import Iterable

from cramplog.cli.dates import partial_date, today
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.log import alarmed
from cramplog.cli.session import Result, Session, answer
from cramplog.domain.facts import Medicine
from cramplog.domain.night import iso
from cramplog.errors import BadFact
from cramplog.letters import tidy
from cramplog.render import medicine as render
from cramplog.services import medicines as service

LONGEST = 200
NAME = Argument(name="name", metavar="NAME", complete="medicines", many=True)


def _date(name: str) -> Option:
    return Option(flags=(f"--{name}",), metavar="DATE", help="2026, 2026-05 or a day.")


@command("medicine")
def bare(session: Session) -> Result:
    """Medicines with start, dose changes and stop.

    Examples:
    cramplog medicine start atorvastatin --on 2026-09-01 --dose "20 mg"
    cramplog medicine stop atorvastatin
    cramplog medicine none
    """
    return list_(session)


@command(
    "medicine start",
    NAME,
    _date("on"),
    _date("until"),
    Option(flags=("--dose",), metavar="TEXT", help="In your words."),
)
def start(
    session: Session,
    name: tuple[str, ...],
    on: str | None,
    until: str | None,
    dose: str | None,
) -> Result:
    """Record a medicine; without --on its start stays unknown.

    Examples:
    cramplog medicine start quinine
    cramplog medicine start atorvastatin --on 2026-09-01 --dose "20 mg"
    cramplog medicine start furosemide --on 2025 --until 2026-03
    """

    def store() -> Result:
        course = service.start(
            session.diary(),
            _named(name),
            session.now,
            on=partial_date(on, session.now) if on else None,
            until=partial_date(until, session.now) if until else None,
            dose=_dose(dose) if dose is not None else None,
        )
        return _course(session, course, "Noted")

    return alarmed(session, store)


@command(
    "medicine dose",
    Argument(name="words", metavar="NAME TEXT", complete="medicines", many=True),
    _date("on"),
)
def dose(session: Session, words: tuple[str, ...], on: str | None) -> Result:
    """Record another dose, from today unless --on says otherwise.

    Examples:
    cramplog medicine dose quinine 200mg
    cramplog medicine dose atorvastatin "40 mg"
    cramplog medicine dose atorvastatin "10 mg" --on 2026-10-15
    """

    def store() -> Result:
        diary = session.changed()
        parts = words if len(words) > 1 else tuple(" ".join(words).split())
        if len(parts) < 2:
            raise BadFact("a dose needs the medicine and the dose.", 'Try: dose ramipril "5 mg"')
        fitting = (
            n for n in range(len(parts) - 1, 0, -1) if service.is_running(diary, _joined(parts[:n]))
        )
        ends = next(fitting, 1)
        name, text = _joined(parts[:ends]), _dose(_joined(parts[ends:]))
        course = service.change_dose(diary, name, text, session.now, on=_day(session, on))
        return _course(session, course, "Noted")

    return alarmed(session, store)


@command("medicine stop", NAME, _date("on"))
def stop(session: Session, name: tuple[str, ...], on: str | None) -> Result:
    """Record that a medicine was stopped; whether to stop is for who prescribed it.

    Examples:
    cramplog medicine stop furosemide
    cramplog medicine stop furosemide --on 2026-11-01
    """

    def store() -> Result:
        day = _day(session, on)
        course = service.stop(session.changed(), _named(name), session.now, on=day)
        return _course(session, course, "Stopped")

    return alarmed(session, store)


@command(
    "medicine name",
    Argument(name="old", metavar="WORDS"),
    Argument(name="meant", metavar="NAME", complete="medicines", many=True),
)
def name(session: Session, old: str, meant: tuple[str, ...]) -> Result:
    """Say what a medicine is that was kept in your own words, or that it is another kind.

    Examples:
    cramplog medicine name "blood pressure pill" indapamide
    cramplog medicine name ginkgo other
    """

    def store() -> Result:
        course = service.name(session.changed(), _named([old]), _named(meant), session.now)
        return _course(session, course, "Noted")

    return alarmed(session, store)


@command("medicine none")
def none(session: Session) -> Result:
    """Record that no medicine is taken but those listed.

    Examples:
    cramplog medicine none
    cramplog medicine none --json
    """

    def store() -> Result:
        diary = session.diary()
        service.none_other(diary, session.now)
        listed = diary.facts().medicines
        what = "no medicines but those listed" if listed else "no medicines are taken"
        return answer(lambda: {"no_other_medicines": True}, f"Noted: {what}. {session.undo_hint()}")

    return alarmed(session, store)


@command("medicine list")
def list_(session: Session) -> Result:
    """List the medicines on record.

    Examples:
    cramplog medicine list
    cramplog medicine list --json
    """
    facts = session.look().facts()
    return Result(
        text=lambda screen: render.medicines(facts, screen.width),
        data=lambda: render.all_data(facts),
    )


def _day(session: Session, text: str | None) -> str:
    return partial_date(text, session.now) if text else iso(today(session.now))


def _named(words: Iterable[str]) -> str:
    name = _joined(words)
    if not name or len(name) > LONGEST:
        raise BadFact(
            f"a medicine needs a name of up to {LONGEST} characters.", "Try: start ramipril"
        )
    return name


def _joined(words: Iterable[str]) -> str:
    return tidy(" ".join(words))


def _dose(text: str) -> str:
    plain = tidy(text)
    if not plain or len(plain) > LONGEST:
        raise BadFact(f"a dose is a text of up to {LONGEST} characters.", 'Try "5 mg at night".')
    return plain


def _course(session: Session, course: Medicine, verb: str) -> Result:
    return answer(
        lambda: {"medicine": render.data(course)},
        f"{verb}: {render.medicine(course)}. {session.undo_hint()}",
        warnings=render.cautions(course),
    )
