"""`guide`: what helps, what may be behind a cramp, when to see a doctor; it changes nothing."""

from __future__ import annotations

import sys

from cramplog import paths
from cramplog.cli.declare import Argument, command
from cramplog.cli.session import Result, Session
from cramplog.config import own_triggers
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadWord, CramplogError, DiaryError
from cramplog.files.creation import is_there
from cramplog.guide.catalogue import TOPICS, topic
from cramplog.render import guide as render
from cramplog.render.flags_short import to_do

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.evaluate import Flag
    from cramplog.render.screen import Screen

NARROWEST = 40


@command("guide", Argument(name="name", metavar="[TOPIC]", complete="topics", least=0))
def guide(session: Session, name: str | None) -> Result:
    """Read what helps, what may be behind it, when to see a doctor. Offline; not a diagnosis.

    Examples:
    cramplog guide
    cramplog guide now
    cramplog guide doctor
    """
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
    if found.first:
        found = topic(known, own, [to_do(flag) for flag in _harmful(session)])
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
    """Return whether the terminal's encoding has these letters."""
    try:
        letters.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _own_triggers(session: Session) -> tuple[dict[str, str], tuple[str, ...]]:
    """The person's own triggers and warnings: no diary is made, a broken one is no hindrance."""
    try:
        there = is_there(paths.diary_file(session.db))
        return own_triggers(session.diary(look=True).settings if there else {}), ()
    except DiaryError as problem:
        return {}, (f"triggers of your own are not shown: {problem}",)


def _harmful(session: Session) -> tuple[Flag, ...]:
    """The flags with which first aid could harm; none where the diary cannot be read unasked."""
    from cramplog.services.first_aid import harmful

    try:
        if not is_there(paths.diary_file(session.db)):
            return ()
        # Who has a cramp is not asked for a passphrase: JSON asks nothing.
        with Session(session.command, db=session.db, person=session.person, json=True) as quiet:
            return harmful(quiet.diary(look=True), session.now)
    except CramplogError:
        return ()
