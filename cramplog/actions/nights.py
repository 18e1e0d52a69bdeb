"""`night`: the record of a night, and the catalogue of what can be noted of one."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.cli.session import Result
from cramplog.config import Hours, own_triggers
from cramplog.domain.factors import FACTORS, factor, parse_value
from cramplog.domain.night import iso
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadFactor, BadTime, BadWord
from cramplog.letters import match
from cramplog.render import night as render
from cramplog.services import nights as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session

YES_NO = ("yes", "no")


def night(session: Session, words: list[str]) -> Result:
    """Record a night: `quiet`, and the exposures of the day before it; bare, show it."""
    diary = session.diary()
    when, quiet, factors = _read(words, own_triggers(diary.settings))
    hours = Hours.of(diary.settings)
    which = (
        timeparse.parse_day(when, session.now) if when else service.last_night(session.now, hours)
    )
    if quiet is None and not factors:
        return _shown(session, which)
    if when.lower() == "tonight" and not service.is_evening(session.now, hours):
        raise BadTime(
            f"tonight could be the night of {iso(which)}, just over or still running, or the "
            f"coming one, of {iso(which + 1)}. Nothing was stored.",
            f'Try "last night", or {iso(which)}.',
        )
    record = service.record_night(diary, which, session.now, quiet=quiet, factors=factors)
    cramps = (diary.episode_nights(which, which).get(which) or (0, 0))[0]
    return Result(
        text=lambda screen: render.recorded(
            record, cramps, factors, session.undo_hint(), screen.width
        ),
        data=lambda: {"night": render.data(which, record, cramps)},
    )


def _shown(session: Session, which: int) -> Result:
    diary = session.look()
    found = diary.nights(which, which)
    record = found[0] if found else None
    cramps = (diary.episode_nights(which, which).get(which) or (0, 0))[0]
    return Result(
        text=lambda screen: render.shown(which, record, cramps, screen.width),
        data=lambda: {"night": render.data(which, record, cramps)},
    )


def _read(words: list[str], own: dict[str, str]) -> tuple[str, bool | None, dict[str, str]]:
    """The night said, whether quiet, and factor values; raises BadFactor, BadWord.

    `quiet=no` and `quiet=` make it unknown again: a night with a cramp is logged as one.
    """
    when: list[str] = []
    quiet: bool | None = None
    factors: dict[str, str] = {}
    for word in _joined(" ".join(words).split()):
        name, equals, value = word.partition("=")
        if equals and name.lower() == "quiet":
            quiet = value.lower() in ("yes", "true")
        elif equals:
            known, stored = _factor(name, value, own)
            if known in factors and factors[known] != stored:
                raise BadFactor(f"{known} was said twice.", "Say one of them.")
            factors[known] = stored
        elif word.lower() in ("quiet", "--quiet"):
            quiet = True
        elif factor(word) or match(word, own):
            raise BadFactor(f"{quoted(word)} needs a value.", f"Try {word}=yes or {word}=no.")
        else:
            when.append(word)
    for word in when:
        hint = did_you_mean(word, ("quiet", "yesterday", "today"))
        if "quiet" in hint:
            raise BadWord(f"{quoted(word)} is not a word of night.", hint)
    return " ".join(when), quiet, factors


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


def list_factors(session: Session) -> Result:
    """The catalogue: every factor and trigger, its other names, the article's paragraphs."""
    own = own_triggers(session.diary(look=True).settings)
    return Result(
        leisurely=True,
        text=lambda screen: render.catalogue(own, screen.width),
        data=lambda: render.catalogue_data(own),
    )
