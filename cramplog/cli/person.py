"""`person`: whose record it is, and the facts that rules and reports need."""

from __future__ import annotations

import os
from shlex import quote

from cramplog import timeparse
from cramplog.cli.dates import partial_date, today
from cramplog.cli.declare import Argument, command
from cramplog.cli.log import alarmed
from cramplog.cli.session import Result, Session, answer
from cramplog.domain import profile
from cramplog.domain.factor_values import NO, UNKNOWN
from cramplog.domain.night import iso
from cramplog.domain.spelling import quoted
from cramplog.errors import BadFact, BadWord
from cramplog.letters import alike
from cramplog.render import facts as render
from cramplog.render import medicine
from cramplog.render.text import flow, visible
from cramplog.services import facts as facts_service
from cramplog.services import people as service

NAME = Argument(name="name", metavar="NAME", complete="people")


@command("person")
def bare(session: Session) -> Result:
    """Say whose diary it is, and the facts that rules and reports need.

    Examples:
    cramplog person set born=1958 sex=f weight=70kg
    cramplog person show
    cramplog person add anna
    """
    return show(session)


@command("person set", Argument(name="pairs", metavar="KEY=VALUE...", complete="facts", many=True))
def set_(session: Session, pairs: tuple[str, ...]) -> Result:
    """Record facts of the person; KEY= makes one unknown again.

    Examples:
    cramplog person set born=1958 sex=f weight=70kg
    cramplog person set cramps_since=2019
    """

    def store() -> Result:
        values = _read(session, pairs)
        diary = session.diary()
        facts_service.set_profile(diary, values, session.now)
        undo = session.undo_hint()
        return Result(
            text=lambda screen: render.profile_set(diary.person, values, undo, screen.width),
            data=lambda: {"person": render.profile_data(diary.facts())},
        )

    return alarmed(session, store)


def _read(session: Session, pairs: tuple[str, ...]) -> dict[str, str]:
    """Read KEY=VALUE pairs as they are stored; raises BadFact, BadTime."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadFact(f"{quoted(pair)} has no value.", "Try born=1958 or sex=f.")
        fact = profile.fact(name)
        values[fact or name] = profile.parse(name, _dated(fact, value, session), today(session.now))
    if not values:
        raise BadFact("no fact was said.", "Try `cramplog person set born=1958 sex=f`.")
    return values


def _dated(fact: str | None, text: str, session: Session) -> str:
    """Return a date in any words of the time grammar as it is stored, and other facts as typed."""
    plain = text.strip()
    if plain.lower() in (*UNKNOWN, *NO) or not plain.strip("0123456789-"):
        return text
    if fact == "due":
        return iso(timeparse.parse_coming_day(plain, session.now))
    if fact == "delivered":
        return iso(timeparse.parse_day(plain, session.now))
    return partial_date(plain, session.now) if fact in ("cramps_since", "tetanus") else text


@command("person show")
def show(session: Session) -> Result:
    """Show the facts on record, and how to say those that are not.

    Examples:
    cramplog person show
    cramplog person show --json
    """
    facts = session.look().facts()
    return Result(
        text=lambda screen: [
            *render.person(facts, screen.width),
            *medicine.medicines(facts, screen.width),
        ],
        data=lambda: {"person": {**render.profile_data(facts), **medicine.all_data(facts)}},
    )


@command("person add", NAME)
def add(session: Session, name: str) -> Result:
    """Add a person to the diary.

    Examples:
    cramplog person add anna
    cramplog log left calf 5m --person anna
    """
    diary = session.diary()
    new = service.add(diary, name, session.now)
    plain = service.tidy(name)
    return answer(
        lambda: {"person": plain, "new": new},
        f"{'Added' if new else 'Brought back'}: {visible(plain)}. Open that record: "
        f"cramplog person use {quote(plain)}",
        warnings=service.lookalikes(diary, plain),
    )


@command("person use", NAME)
def use(session: Session, name: str) -> Result:
    """Open another person's record from now on.

    Examples:
    cramplog person use anna
    cramplog person use me
    """
    plain = service.use(session.diary(), name)
    named = os.environ.get("CRAMPLOG_PERSON", plain)
    other = f"CRAMPLOG_PERSON names {named}, and that comes first here."
    return answer(
        lambda: {"person": plain},
        f"The record of {visible(plain)} is open from now on.",
        warnings=() if alike(named) == alike(plain) else (other,),
    )


@command("person rename", Argument(name="names", metavar="[OLD] NEW", complete="people", many=True))
def rename(session: Session, names: tuple[str, ...]) -> Result:
    """Call the open record, or the one named first, by another name.

    Examples:
    cramplog person rename anna
    cramplog person rename me anna
    """
    if len(names) > 2:
        raise BadWord(
            "a record has one name before and one after.", "Put a name of several words in quotes."
        )
    diary = session.diary()
    old = service.known(diary, names[0]) if names[1:] else diary.person
    new = service.rename(diary, old, names[-1])
    return answer(
        lambda: {"person": new, "before": old},
        f"The record of {visible(old)} is called {visible(new)} now. "
        f"Back: cramplog person rename {quote(new)} {quote(old)}",
        warnings=service.lookalikes(diary, new),
    )


@command("person list")
def list_(session: Session) -> Result:
    """List the people of the diary.

    Examples:
    cramplog person list
    cramplog person list --json
    """
    diary = session.look()
    names = diary.people_names()
    return Result(
        text=lambda screen: [
            line
            for name in names
            for line in flow(f"{visible(name)}{' (open)' * (name == diary.person)}", screen.width)
        ],
        data=lambda: {"people": [{"name": name, "open": name == diary.person} for name in names]},
    )


@command("person remove", NAME)
def remove(session: Session, name: str) -> Result:
    """Put a person's record away; adding the name again brings it back.

    Examples:
    cramplog person remove anna
    cramplog person add anna
    """
    plain = service.remove(session.diary(), name, session.now)
    return answer(
        lambda: {"removed": plain},
        f"The record of {visible(plain)} is put away. Back: cramplog person add {quote(plain)}",
    )
