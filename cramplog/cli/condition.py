"""`condition`: medical conditions of the person."""

from __future__ import annotations

from cramplog.cli.dates import partial_date, today
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.log import alarmed
from cramplog.cli.session import Result, Session, answer
from cramplog.domain.conditions import UNUSED
from cramplog.domain.facts import Condition
from cramplog.domain.night import iso
from cramplog.errors import BadFact
from cramplog.letters import tidy
from cramplog.render import facts as render
from cramplog.services import facts as service

LONGEST_NAME = 200
NAME = Argument(name="name", metavar="NAME", complete="conditions", many=True)


def _date(name: str) -> Option:
    return Option(flags=(f"--{name}",), metavar="DATE", help="2019, 2019-05 or a day.")


@command("condition")
def bare(session: Session) -> Result:
    """Medical conditions; that there is none can be said, too.

    Examples:
    cramplog condition add varicose veins --since 2019
    cramplog condition deny thrombophlebitis
    cramplog condition list
    """
    return list_(session)


@command("condition add", NAME, _date("since"), _date("until"))
def add(session: Session, name: tuple[str, ...], since: str | None, until: str | None) -> Result:
    """Record a condition that the person has, or had.

    Examples:
    cramplog condition add varicose veins --since 2019
    cramplog condition add diabetes
    """

    def store() -> Result:
        fact = service.add_condition(
            session.diary(),
            _named(name),
            session.now,
            since=partial_date(since, session.now) if since else None,
            until=partial_date(until, session.now) if until else None,
        )
        return _result(session, fact, "Added")

    return alarmed(session, store)


@command("condition end", NAME, _date("on"))
def end(session: Session, name: tuple[str, ...], on: str | None) -> Result:
    """Record that a condition is over.

    Examples:
    cramplog condition end diabetes
    cramplog condition end thrombophlebitis --on 2026-10-01
    """

    def store() -> Result:
        until = partial_date(on, session.now) if on else iso(today(session.now))
        session.changed()  # a place that was named must have a diary
        fact = service.end_condition(session.diary(), _named(name), session.now, until=until)
        return _result(session, fact, "Ended")

    return alarmed(session, store)


@command("condition deny", NAME)
def deny(session: Session, name: tuple[str, ...]) -> Result:
    """Record that the person does not have a condition.

    Examples:
    cramplog condition deny thrombophlebitis
    cramplog condition deny diabetes
    """

    def store() -> Result:
        fact = service.deny_condition(session.diary(), _named(name), session.now)
        return _result(session, fact, "Noted")

    return alarmed(session, store)


@command("condition list")
def list_(session: Session) -> Result:
    """List the conditions on record.

    Examples:
    cramplog condition list
    cramplog condition list --json
    """
    facts = session.look().facts()
    return Result(
        text=lambda screen: render.conditions(facts, screen.width),
        data=lambda: {"conditions": [render.condition_data(c) for c in facts.conditions]},
    )


def _named(words: tuple[str, ...]) -> str:
    name = tidy(" ".join(words))
    if not name or len(name) > LONGEST_NAME:
        raise BadFact(
            f"a condition needs a name of up to {LONGEST_NAME} characters.", 'Try "varicose veins".'
        )
    return name


def _kept_only(fact: Condition) -> tuple[str, ...]:
    """Return a line where no flag will ever come of a condition."""
    if not fact.known:
        return (render.unmatched(fact.name),)
    return (render.unused(fact.name),) if fact.name in UNUSED and not fact.absent else ()


def _result(session: Session, fact: Condition, verb: str) -> Result:
    return answer(
        lambda: {"condition": render.condition_data(fact)},
        f"{verb}: {render.condition(fact)}. {session.undo_hint()}",
        warnings=_kept_only(fact),
    )
