"""`guide`: what helps, what may be behind a cramp, when to see a doctor; it changes nothing."""

from __future__ import annotations

import sys

from cramplog import paths
from cramplog.cli.session import Result
from cramplog.config import own_triggers
from cramplog.diary.repository import is_there
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadWord, DiaryError
from cramplog.guide.catalogue import TOPICS, topic
from cramplog.render import guide as render

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.render.screen import Screen

NARROWEST = 40


def guide(session: Session, name: str | None) -> Result:
    """One topic, or the list of them; raises BadWord. Only `triggers` looks into the diary."""
    if name is None:
        return Result(
            leisurely=True,
            text=lambda screen: render.contents(TOPICS, _width(screen)),
            data=lambda: render.contents_data(TOPICS),
        )
    known = name.lower().replace("_", "-")
    if known not in TOPICS:
        hint = did_you_mean(known, TOPICS, f"Topics: {', '.join(TOPICS)}.")
        raise BadWord(f"{quoted(name)} is not a topic of the guide.", hint)
    own, warnings = _own_triggers(session) if known == "triggers" else ({}, ())
    found = topic(known, own)
    return Result(
        leisurely=True,
        text=lambda screen: render.text(
            found,
            _width(screen),
            picture=not screen.plain,
            plain_letters=not _shows("¶°"),
        ),
        data=lambda: render.data(found),
        warnings=warnings,
    )


def _width(screen: Screen) -> int:
    return max(screen.width, NARROWEST)


def _shows(letters: str) -> bool:
    """Whether the terminal's encoding has these letters."""
    try:
        letters.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _own_triggers(session: Session) -> tuple[dict[str, str], tuple[str, ...]]:
    """The person's own triggers and warnings: no diary is made, a broken one is no hindrance."""
    place = paths.diary_file(session.db)
    try:
        return own_triggers(session.diary(look=True).settings if is_there(place) else {}), ()
    except DiaryError as problem:
        return {}, (f"triggers of your own are not shown: {problem}",)
