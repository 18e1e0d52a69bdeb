"""Facts about the person that `person set KEY=VALUE` takes, each in one stored form."""

from __future__ import annotations

from datetime import date

from cramplog.domain.catalogue import Entry, key, names
from cramplog.domain.factor_values import NO, UNKNOWN, YES
from cramplog.domain.quantity import measured, shown
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadFact
from cramplog.letters import shows, tidy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

EARLIEST_YEAR = 1900
LIGHTEST_KG, HEAVIEST_KG = 2.0, 400.0
LONGEST_PREGNANCY_WEEKS = 44
FULL_TERM_DAYS = 280  # 40 weeks from the last period to the date due

_KILOGRAMS = {"": 1.0, "kg": 1.0, "lb": 0.45359237, "lbs": 0.45359237}
_SEXES = {
    **dict.fromkeys(("f", "female", "woman", "girl"), "f"),
    **dict.fromkeys(("m", "male", "man", "boy"), "m"),
    **dict.fromkeys(("x", "other", "intersex", "nonbinary", "non-binary"), "x"),
}


class Fact(Entry):
    """A fact about the person: `expects` says in words what is taken, `example` shows one."""

    expects: str
    example: str


LONGEST_NAME = 200

_ALL = (
    Fact(
        id="born",
        label="year, or year and month, of birth",
        aliases=("birth", "birth_year", "year_of_birth"),
        expects="a year of four digits, from 1900 on and not still to come, or a month such as "
        "1958-04",
        example="1958",
    ),
    Fact(id="sex", label="sex", aliases=("gender",), expects="f, m or x", example="f"),
    Fact(id="weight", label="weight in kg", expects="2 to 400 kg", example="70kg"),
    Fact(
        id="pregnant",
        label="pregnant",
        aliases=("pregnancy",),
        expects=f"yes, no or the weeks, 1 to {LONGEST_PREGNANCY_WEEKS}",
        example="20w",
    ),
    Fact(
        id="due",
        label="the date a baby is due",
        aliases=("due_date",),
        expects="a date from today on, within ten months",
        example="2027-02-01",
    ),
    Fact(
        id="delivered",
        label="the date of the last birth given",
        aliases=("gave_birth",),
        expects="a date that is not still to come",
        example="2026-09-14",
    ),
    Fact(
        id="cramps_since",
        label="since when there have been cramps",
        aliases=("since",),
        expects="a year, a month or a date that is not still to come",
        example="2019",
    ),
    Fact(
        id="tetanus",
        label="the last tetanus vaccination",
        aliases=("tetanus_vaccination", "vaccination"),
        expects="a year, a month or a date that is not still to come, or no",
        example="2021",
    ),
    Fact(
        id="name",
        label="name on papers for others",
        aliases=("full_name",),
        expects=f"a name of up to {LONGEST_NAME} letters",
        example="'Anna Berg'",
    ),
)

FACTS: dict[str, Fact] = {entry.id: entry for entry in _ALL}
"""All facts by their key."""

_NAMES = names(_ALL)


def fact(word: str) -> str | None:
    """The key of a fact named by it or an alias, or None."""
    return _NAMES.get(key(word))


def parse(word: str, text: str, today: int) -> str:
    """A fact as it is stored; `today` is the day ordinal that "past" and "future" refer to.

    Stored are `1958`, `f`, `70` (kg), `yes`, `no`, `20w@2026-11-23` (weeks on that day) and ISO
    dates; an empty text or `unknown` gives an empty one. Raises `BadFact`.
    """
    found = fact(word)
    if found is None:
        raise BadFact(
            f"{quoted(word)} is nothing I keep of a person.",
            did_you_mean(word, _NAMES, f"I keep {', '.join(FACTS)}."),
        )
    plain = " ".join(text.lower().split())
    if plain in UNKNOWN:
        return ""
    value = _name(text) if found == "name" else _READERS[found](plain, today)
    if value is None:
        entry = FACTS[found]
        raise BadFact(
            f"{found} is {entry.expects}; you typed {quoted(text)}.",
            f"Try {found}={entry.example}.",
        )
    return value


def _name(text: str) -> str | None:
    """A name as it was typed, in single spaces."""
    plain = tidy(text)
    return plain if len(plain) <= LONGEST_NAME and all(map(shows, plain)) else None


def _born(text: str, today: int) -> str | None:
    return _since(text, today)


def _sex(text: str, _today: int) -> str | None:
    return _SEXES.get(text)


def _weight(text: str, _today: int) -> str | None:
    kilograms = measured(text, _KILOGRAMS)
    fits = kilograms is not None and LIGHTEST_KG <= kilograms <= HEAVIEST_KG
    return shown(kilograms, 1) if kilograms is not None and fits else None


def _pregnant(text: str, today: int) -> str | None:
    if text in (*YES, *NO):
        return "yes" if text in YES else "no"
    said, _, told_on = text.partition("@")
    weeks = measured(said, {"w": 1, "week": 1, "weeks": 1})
    if weeks is None or not weeks.is_integer() or not 1 <= weeks <= LONGEST_PREGNANCY_WEEKS:
        return None
    day = _day(told_on) if told_on else today
    if day is None or day > today:
        return None
    return f"{int(weeks)}w@{date.fromordinal(day).isoformat()}"


def _due(text: str, today: int) -> str | None:
    day = _day(text)
    latest = today + LONGEST_PREGNANCY_WEEKS * 7
    return text if day is not None and today <= day <= latest else None


def _past_date(text: str, today: int) -> str | None:
    day = _day(text)
    return text if day is not None and day <= today else None


def _since(text: str, today: int) -> str | None:
    """A year, a month or a date; one that has begun is not still to come."""
    begins = _day(text + "-01-01"[3 * text.count("-") :])
    return text if begins is not None and begins <= today else None


def _year(text: str) -> int | None:
    plain = len(text) == 4 and text.isascii() and text.isdigit()
    return int(text) if plain and int(text) >= EARLIEST_YEAR else None


def _day(text: str) -> int | None:
    """The ordinal of `YYYY-MM-DD`; the other ISO forms are not taken."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or _year(text[:4]) is None:
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


_READERS: dict[str, Callable[[str, int], str | None]] = {
    "born": _born,
    "sex": _sex,
    "weight": _weight,
    "pregnant": _pregnant,
    "due": _due,
    "delivered": _past_date,
    "cramps_since": _since,
    "tetanus": lambda text, today: "no" if text in NO else _since(text, today),
}
