"""`medicine`: courses with start, dose changes and stop."""

from __future__ import annotations

from cramplog.actions.facts import partial_date
from cramplog.cli.session import Result
from cramplog.domain.night import iso
from cramplog.errors import BadFact
from cramplog.letters import tidy
from cramplog.render import medicine as render
from cramplog.render.text import flow
from cramplog.services import judge
from cramplog.services import medicines as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.domain.facts import Medicine


def start(
    session: Session, name: list[str], on: str | None, until: str | None, dose: str | None
) -> Result:
    """Record a course; without a date the start stays unknown."""
    course = service.start(
        session.diary(),
        _named(name),
        session.now,
        on=partial_date(on, session) if on else None,
        until=partial_date(until, session) if until else None,
        dose=_dose(dose) if dose is not None else None,
    )
    return _course(session, course, "Noted")


def stop(session: Session, name: list[str], on: str | None) -> Result:
    """Record the end of a course, today unless a date is said."""
    day = partial_date(on, session) if on else iso(judge.today(session.now))
    return _course(
        session, service.stop(session.changed(), _named(name), session.now, on=day), "Stopped"
    )


def dose(session: Session, words: list[str], on: str | None) -> Result:
    """Record another dose: what stands after the name of a running course."""
    diary = session.changed()
    parts = words if len(words) > 1 else " ".join(words).split()
    if len(parts) < 2:
        raise BadFact("a dose needs the medicine and the dose.", 'Try: dose ramipril "5 mg"')
    ends = next(
        (n for n in range(len(parts) - 1, 0, -1) if service.is_running(diary, _joined(parts[:n]))),
        1,
    )
    day = partial_date(on, session) if on else iso(judge.today(session.now))
    name, text = _joined(parts[:ends]), _dose(_joined(parts[ends:]))
    return _course(session, service.change_dose(diary, name, text, session.now, on=day), "Noted")


def name(session: Session, old: str, meant: list[str]) -> Result:
    """Say what a medicine is that was kept in own words."""
    course = service.name(session.changed(), _named([old]), _named(meant), session.now)
    return _course(session, course, "Noted")


def none_other(session: Session) -> Result:
    """Record that no medicine is taken but those listed."""
    diary = session.diary()
    service.none_other(diary, session.now)
    said = "no medicines but those listed" if diary.facts().medicines else "no medicines are taken"
    return Result(
        text=lambda screen: flow(f"Noted: {said}. {session.undo_hint()}", screen.width, "  "),
        data=lambda: {"no_other_medicines": True},
    )


def list_(session: Session) -> Result:
    """The courses on record."""
    facts = session.look().facts()
    return Result(
        text=lambda screen: render.medicines(facts, screen.width),
        data=lambda: {
            "medicines": [render.data(course) for course in facts.medicines],
            "no_other_medicines": facts.no_other_medicines,
        },
    )


def _named(words: list[str]) -> str:
    name = _joined(words)
    if not name or len(name) > 200:
        raise BadFact("a medicine needs a name of up to 200 characters.", "Try: start ramipril")
    return name


def _joined(words: list[str]) -> str:
    return tidy(" ".join(words))


def _dose(text: str) -> str:
    plain = tidy(text)
    if not plain or len(plain) > 200:
        raise BadFact("a dose is a text of up to 200 characters.", 'Try "5 mg at night".')
    return plain


def _course(session: Session, course: Medicine, verb: str) -> Result:
    return Result(
        text=lambda screen: flow(
            f"{verb}: {render.medicine(course)}. {session.undo_hint()}", screen.width, "  "
        ),
        data=lambda: {"medicine": render.data(course)},
        warnings=render.cautions(course),
    )
