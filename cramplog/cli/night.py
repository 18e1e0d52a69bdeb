"""`night`: the record of a night or of several, and the catalogue of what can be noted of one."""

from __future__ import annotations

from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.log import alarmed
from cramplog.cli.session import Result
from cramplog.config import Hours, own_triggers
from cramplog.domain.factors import FACTORS, factor, parse_value
from cramplog.domain.night import iso
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadFactor, BadTime, BadWord
from cramplog.letters import match
from cramplog.render import night as render
from cramplog.report.period import tonight
from cramplog.services import nights as service
from cramplog.timeparse.night_lists import parse_nights
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary

YES_NO = ("yes", "no")
STATES = {"quiet": True, "--quiet": True, "unknown": False}


class Noted(Value):
    """The night, its state and its factors, as typed."""

    when: str = ""
    quiet: bool | None = None
    unknown: bool = False  # that nobody knows was said
    factors: dict[str, str]


@command(
    "night",
    Argument(
        name="words",
        metavar="[NIGHTS] [quiet|unknown] [FACTOR=VALUE]...",
        complete="factors",
        least=0,
        many=True,
    ),
    Option(flags=("--list",), help="Show what can be noted."),
)
def night(session: Session, words: tuple[str, ...], *, list: bool) -> Result:  # noqa: A002
    """Record nights without a cramp, or the days before them.

    A night has its evening's date; several are mon,fri or mon..wed or
    2026-11-09..2026-11-13. What is not noted stays unknown, which is not no.

    Examples:
    cramplog night quiet
    cramplog night last 5 quiet
    cramplog night yesterday quiet stress=3 water=1.2l
    """
    if list:
        return _catalogue(session)
    diary = session.diary()
    noted = read(words, own_triggers(diary.settings))
    which = _nights(session, diary, noted)
    if noted.quiet is None and not noted.factors:
        return alarmed(session, lambda: _shown(session.look(), which))
    return alarmed(session, lambda: _recorded(session, diary, which, noted))


def _nights(session: Session, diary: Diary, noted: Noted) -> list[int]:
    """Return the nights that are meant; raises BadTime."""
    hours = Hours.of(diary.settings)
    latest = service.last_night(session.now, hours)
    if not noted.when:
        return [latest]
    running = tonight(session.now, hours)
    which = parse_nights(noted.when, session.now, latest=latest, running=running)
    looks = noted.quiet is None and not noted.factors
    if noted.when.lower() != "tonight" or looks or service.is_evening(session.now, hours):
        return which
    over = which[0]
    raise BadTime(
        f"tonight could be the night of {iso(over)}, just over or still running, or the coming "
        f"one, of {iso(over + 1)}. Nothing was stored.",
        f'Try "last night", or {iso(over)}.',
    )


def _recorded(session: Session, diary: Diary, which: list[int], noted: Noted) -> Result:
    records = service.record_nights(
        diary,
        which,
        session.now,
        quiet=noted.quiet,
        factors=noted.factors,
        known_unknown=noted.unknown,
    )
    cramps = _cramps(diary, which)
    return Result(
        text=lambda screen: render.recorded(
            records, cramps, noted.factors, session.undo_hint(), screen.width
        ),
        data=lambda: _data({one.night: one for one in records}, which, cramps),
    )


def _shown(diary: Diary, which: list[int]) -> Result:
    found = {one.night: one for one in diary.nights(which[0], which[-1])}
    cramps = _cramps(diary, which)
    return Result(
        text=lambda screen: [
            line
            for each in which
            for line in render.shown(each, found.get(each), cramps.get(each, 0), screen.width)
        ],
        data=lambda: _data(found, which, cramps),
    )


def _cramps(diary: Diary, which: list[int]) -> dict[int, int]:
    """Count the cramps of each night, daytime ones apart."""
    counted = diary.episode_nights(which[0], which[-1])
    return {night: counted[night][0] for night in which if night in counted}


def _data(records: dict[int, Any], which: list[int], cramps: dict[int, int]) -> dict[str, Any]:
    told = [render.data(each, records.get(each), cramps.get(each, 0)) for each in which]
    return {"night": told[-1], "nights": told}


def _catalogue(session: Session) -> Result:
    """Show every factor and trigger, its other names, the article's paragraphs."""
    own = own_triggers(session.diary(look=True).settings)
    return Result(
        leisurely=True,
        text=lambda screen: render.catalogue(own, screen.width),
        data=lambda: render.catalogue_data(own),
    )


def read(words: tuple[str, ...], own: dict[str, str]) -> Noted:
    """Read the nights said, whether quiet, and factor values; raises BadFactor, BadWord.

    `unknown`, `quiet=no` and `quiet=` make it unknown again: a night with a cramp is logged.
    """
    when: list[str] = []
    states: list[bool] = []
    factors: dict[str, str] = {}
    for word in _joined(" ".join(words).split()):
        name, equals, value = word.partition("=")
        if equals and name.lower() == "quiet":
            states.append(value.lower() in ("yes", "true"))
        elif equals:
            known, stored = _factor(name, value, own)
            if known in factors and factors[known] != stored:
                raise BadFactor(f"{known} was said twice.", "Say one of them.")
            factors[known] = stored
        elif word.lower() in STATES:
            states.append(STATES[word.lower()])
        elif factor(word) or match(word, own):
            raise BadFactor(f"{quoted(word)} needs a value.", f"Try {word}=yes or {word}=no.")
        else:
            when.append(word)
    if len(set(states)) > 1:
        raise BadWord("quiet and unknown exclude each other.", "Say one of them.")
    for word in when:
        hint = did_you_mean(word, ("quiet", "unknown", "yesterday", "today"))
        if "quiet" in hint or "unknown" in hint:
            raise BadWord(f"{quoted(word)} is not a word of night.", hint)
    return Noted(
        when=" ".join(when),
        quiet=states[-1] if states else None,
        unknown="unknown" in map(str.lower, words),
        factors=factors,
    )


def _joined(words: list[str]) -> list[str]:
    """`walked=12 000` as one word, for its reader to refuse."""
    whole: list[str] = []
    for word in words:
        begun = whole and "=" in whole[-1] and whole[-1][-1:].isdigit()
        if begun and word[:3].isdigit() and not word[3:4].isdigit() and "-" not in word:
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return whole


def _factor(name: str, value: str, own: dict[str, str]) -> tuple[str, str]:
    mine = match(name, own)
    if mine is not None:
        plain = value.lower()
        if plain not in (*YES_NO, "", "unknown"):
            raise BadFactor(f"{name} is yes or no; you typed {quoted(value)}.", f"Try {name}=yes.")
        return mine, plain if plain in YES_NO else ""
    known = factor(name)
    if known is None:
        raise BadFactor(
            f"{quoted(name)} is not a factor I know.",
            did_you_mean(name, (*FACTORS, *own), "`cramplog night --list` shows them all."),
        )
    return known, parse_value(known, value)
