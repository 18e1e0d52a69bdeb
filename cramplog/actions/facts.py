"""`person`, `condition`, `symptom`: what rules and reports need to know of the person."""

from __future__ import annotations

import re
from datetime import date

from cramplog import timeparse
from cramplog.cli.session import Result
from cramplog.domain import profile
from cramplog.domain.factor_values import NO, UNKNOWN
from cramplog.domain.facts import Symptom
from cramplog.domain.night import iso
from cramplog.domain.said import SIDES
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.symptoms import SYMPTOMS, symptom
from cramplog.errors import BadFact, BadSide
from cramplog.letters import tidy
from cramplog.render import facts as render
from cramplog.render import medicine
from cramplog.render.text import day_of, flow
from cramplog.services import facts as service
from cramplog.timeparse.lexicon import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.domain.facts import Condition


COARSE = re.compile(r"[0-9]{4}(-[0-9]{2})?")
LONG_AGO = re.compile(r"19[0-6][0-9]-[0-9]{2}-[0-9]{2}")
EARLIEST_YEAR = "1900"


def partial_date(text: str, session: Session) -> str:
    """A year, a month, or a day in any words of the time grammar; raises BadFact, BadTime."""
    plain = _month(text.strip())
    today = iso(_today(session))
    if COARSE.fullmatch(plain):
        if not (plain[:4] >= EARLIEST_YEAR and "01" <= (plain[5:7] or "01") <= "12"):
            raise BadFact(f"{quoted(text)} is not a year or a month.", "Try 2019 or 2019-05.")
    elif not (LONG_AGO.fullmatch(plain) and is_date(plain)):  # times begin in 1970, facts do not
        plain = iso(timeparse.parse_day(plain, session.now))
    if plain > today[: len(plain)]:
        raise BadFact(f"{quoted(text)} is still to come.", f"Today is {today}.")
    return plain


def _month(text: str) -> str:
    """`May 2019` as `2019-05`; other texts as they are."""
    name, _, year = text.lower().partition(" ")
    of_year = name in MONTHS and COARSE.fullmatch(year)
    return f"{year}-{MONTHS[name]:02}" if of_year else text


def _dated(fact: str | None, text: str, session: Session) -> str:
    """The value of a fact that is a date, in any words of the time grammar, as it is stored."""
    plain = text.strip()
    if plain.lower() in (*UNKNOWN, *NO) or not plain.strip("0123456789-"):
        return text
    if fact == "due":
        return iso(timeparse.parse_coming_day(plain, session.now))
    if fact == "delivered":
        return iso(timeparse.parse_day(plain, session.now))
    return partial_date(plain, session) if fact in ("cramps_since", "tetanus") else text


def is_date(text: str) -> bool:
    """Whether `YYYY-MM-DD` is a day of the calendar."""
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _today(session: Session) -> int:
    return day_of(session.now.instant, session.now.utc_offset)


def set_person(session: Session, pairs: list[str]) -> Result:
    """Record facts of the person, `KEY=VALUE`; an empty value makes one unknown again."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadFact(f"{quoted(pair)} has no value.", "Try born=1958 or sex=f.")
        known = profile.fact(name)
        dated = _dated(known, value, session)
        values[known or name] = profile.parse(name, dated, _today(session))
    if not values:
        raise BadFact("no fact was said.", "Try `cramplog person set born=1958 sex=f`.")
    diary = session.diary()
    service.set_profile(diary, values, session.now)
    return Result(
        text=lambda screen: render.profile_set(
            diary.person, values, session.undo_hint(), screen.width
        ),
        data=lambda: {"person": render.profile_data(diary.facts())},
    )


def show_person(session: Session) -> Result:
    """All facts on record of the person."""
    diary = session.look()
    facts = diary.facts()
    return Result(
        text=lambda screen: [
            *render.person(facts, screen.width),
            *medicine.medicines(facts, screen.width),
        ],
        data=lambda: {
            "person": {
                **render.profile_data(facts),
                "medicines": [medicine.data(course) for course in facts.medicines],
                "no_other_medicines": facts.no_other_medicines,
            }
        },
    )


def add_condition(
    session: Session, name: list[str], since: str | None, until: str | None
) -> Result:
    """Record that the person has a condition."""
    fact = service.add_condition(
        session.diary(),
        _named(name),
        session.now,
        since=partial_date(since, session) if since else None,
        until=partial_date(until, session) if until else None,
    )
    return _condition(session, fact, "Added")


def end_condition(session: Session, name: list[str], on: str | None) -> Result:
    """Record that a condition is over."""
    until = partial_date(on, session) if on else iso(_today(session))
    return _condition(
        session,
        service.end_condition(session.changed(), _named(name), session.now, until=until),
        "Ended",
    )


def deny_condition(session: Session, name: list[str]) -> Result:
    """Record that the person does not have a condition."""
    return _condition(
        session, service.deny_condition(session.diary(), _named(name), session.now), "Noted"
    )


def list_conditions(session: Session) -> Result:
    """The conditions on record."""
    facts = session.look().facts()
    return Result(
        text=lambda screen: render.conditions(facts, screen.width),
        data=lambda: {"conditions": [render.condition_data(c) for c in facts.conditions]},
    )


def _named(words: list[str]) -> str:
    name = tidy(" ".join(words))
    if not name or len(name) > 200:
        raise BadFact("a condition needs a name of up to 200 characters.", 'Try "varicose veins".')
    return name


def _condition(session: Session, fact: Condition, verb: str) -> Result:
    warnings = () if fact.known else (render.unmatched(fact.name),)
    return Result(
        text=lambda screen: flow(
            f"{verb}: {render.condition(fact)}. {session.undo_hint()}", screen.width, "  "
        ),
        data=lambda: {"condition": render.condition_data(fact)},
        warnings=warnings,
    )


def add_symptom(
    session: Session, words: list[str], on: str | None, *, gone: bool, absent: bool
) -> Result:
    """Record a leg check or another sign of one day."""
    if gone and absent:
        raise BadFact("--gone and --absent exclude each other.", "Gone: it was there before.")
    parts = " ".join(words).lower().split()
    sides = [SIDES[part] for part in parts if part in SIDES]
    name = " ".join(part for part in parts if part not in SIDES)
    found = symptom(name)
    if found is None:
        raise BadFact(
            f"{quoted(name)} is not a sign I know.",
            did_you_mean(name.replace(" ", "_"), SYMPTOMS, f"I know {', '.join(SYMPTOMS)}."),
        )
    if len(sides) > 1 or (sides and not SYMPTOMS[found].sided):
        raise BadSide(f"{found} takes {'one' if len(sides) > 1 else 'no'} side.")
    fact = Symptom(
        name=found,
        side=sides[0] if sides else None,
        day=timeparse.parse_day(on, session.now) if on else _today(session),
        status="gone" if gone else "absent" if absent else "present",
        recorded_at=session.now.instant,
    )
    if fact.day > _today(session):
        raise BadFact("that day is still to come.", f"Today is {iso(_today(session))}.")
    service.add_symptom(session.diary(), fact, session.now)
    return Result(
        text=lambda screen: flow(
            f"Noted: {render.symptom(fact)}. {session.undo_hint()}", screen.width, "  "
        ),
        data=lambda: {"symptom": render.symptom_data(fact)},
    )


def list_symptoms(session: Session) -> Result:
    """The signs on record, newest first; with none, those that can be noted."""
    facts = session.look().facts()
    return Result(
        text=lambda screen: render.symptoms(facts, screen.width),
        data=lambda: {"symptoms": [render.symptom_data(s) for s in facts.symptoms]},
    )
