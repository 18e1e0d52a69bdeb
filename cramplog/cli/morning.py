"""`morning`: nights that are not written down, a key each, and what last night's cramps lack."""

from __future__ import annotations

import sys

from cramplog import clock, timeparse
from cramplog.cli import questions
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.keys import END, Keys
from cramplog.cli.log import alarms
from cramplog.cli.output import error_line
from cramplog.cli.session import NOTHING, UNDO, Result
from cramplog.config import own_triggers
from cramplog.domain.night import iso
from cramplog.errors import BadOption, CramplogError, InputError
from cramplog.render import episode as episode_words
from cramplog.render import morning as render
from cramplog.render.night import typed
from cramplog.render.text import flow
from cramplog.services import alarm
from cramplog.services import morning as service
from cramplog.services.morning import Sitting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.domain.episode import Episode

ANSWERS = {
    **dict.fromkeys(("q", "quiet", "y", "yes"), "quiet"),
    **dict.fromkeys(("c", "cramp"), "cramp"),
    **dict.fromkeys(("?", "not sure", "unknown"), "not sure"),
    **dict.fromkeys(("", "later"), "later"),
    **dict.fromkeys(("b", "back"), "back"),
    **dict.fromkeys(("stop", END, "\x1b", "\x03"), "stop"),
}
KEY = {"\r": "", "\n": ""}
ASK = {"place": questions.place, "duration": questions.minutes, "pain": questions.pain}


@command(
    "morning",
    Argument(name="since", metavar="[NIGHT]", least=0),
    Option(flags=("--if-missing",), help="Say nothing where nothing is missing."),
)
def morning(session: Session, since: str | None, *, if_missing: bool) -> Result:
    """Catch up: one key for each night that is not written down.

    It asks about the last 7 nights, or all since NIGHT, the newest first, and then what last
    night's cramps lack. One undo takes all of it back.

    Examples:
    cramplog morning
    cramplog morning 2026-11-09
    cramplog morning --if-missing
    """
    diary = session.diary(look=True)
    first = timeparse.parse_day(since, session.now) if since else None
    nights = service.missing(diary, session.now, first)
    lacking = service.lacking(diary, session.now)
    if not nights and not lacking:
        said = [] if if_missing else [render.NOTHING]
        return Result(text=lambda _: said, data=lambda: _data(nights, lacking))
    if session.interactive():
        return _Asking(session).about(nights, lacking)
    if not session.json:
        raise BadOption(
            f"{len(nights)} nights and {len(lacking)} cramps lack something; the questions need a "
            "terminal.",
            f"Say it: cramplog night {typed(sorted(nights))} quiet"
            if nights
            else f"Say it: cramplog edit {lacking[0].number} left calf 5m 7",
        )
    return Result(text=lambda _: [], data=lambda: _data(nights, lacking))


def _data(nights: list[int], lacking: list[Episode]) -> dict[str, object]:
    return {
        "nights": [iso(night) for night in nights],
        "episodes": [{"number": one.number, "lacks": service.lacks(one)} for one in lacking],
    }


class _Asking:
    """Asks at a terminal: by single keys beside a strip, or line by line in plain output."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._screen = session.screen()
        self._diary = session.diary()
        self._own = own_triggers(self._diary.settings)
        self._sitting = Sitting(self._diary)
        self._told: dict[int, Episode] = {}

    def about(self, nights: list[int], lacking: list[Episode]) -> Result:
        """Ask about nights, then about cramps; Ctrl-C ends it, and what was answered stays."""
        width = self._screen.width
        self._say(render.greeting(len(nights), width, strip=not self._screen.plain))
        at = 0
        try:
            while at < len(nights):
                at = self._night(nights, at)
            asked = set(self._sitting.episodes.values())
            for episode in lacking if at == len(nights) else ():
                if episode.number not in asked:
                    self._say([f"The cramp of {episode_words.when(episode, self._session.now)}."])
                    self._cramp(episode)
        except KeyboardInterrupt:
            self._say([""])
        return self._ended(nights)

    def _night(self, nights: list[int], at: int) -> int:
        """Ask about one night; return the place of the next, beyond the last where it is over."""
        night = nights[at]
        shown = () if self._screen.plain else service.strip(self._diary, self._session.now)
        lines, question = render.question(night, self._screen.width, shown)
        self._say(lines)
        answer = self._answer(question)
        self._session.now = now = clock.now()
        try:
            if answer == "quiet":
                self._sitting.quiet(night, now)
            elif answer == "not sure":
                self._sitting.unknown(night, now)
            elif answer == "cramp":
                self._cramp(self._sitting.cramp(night, now))
        except CramplogError as problem:
            error_line(problem)
            return at
        if answer == "stop":
            return len(nights) + 1
        return max(0, at - 1) if answer == "back" else at + 1

    def _answer(self, question: str) -> str:
        """Ask till the answer is one; a key is told by its word."""
        sys.stdout.write(question)
        sys.stdout.flush()
        while True:
            if self._screen.plain:
                typed = sys.stdin.readline()
                found = ANSWERS.get(typed.strip().lower() if typed else END)
                if found:
                    return found
                sys.stdout.write(f"Type one of: {render.KEYS}. ")
            else:
                with Keys(flush=False) as keys:
                    key = keys.one()
                found = ANSWERS.get(KEY.get(key, key).lower())
                if found:
                    sys.stdout.write(f"{found}\n")
            sys.stdout.flush()
            if found:
                return found

    def _cramp(self, episode: Episode) -> None:
        """Ask what a cramp lacks, three questions at most."""
        for name in service.lacks(episode):
            if name not in service.lacks(episode):
                continue  # said in an earlier answer
            try:
                said = ASK[name](self._own)
                if not said.nothing_said():
                    self._session.now = clock.now()
                    episode = self._sitting.tell(episode, said, self._session.now)
            except InputError as problem:
                error_line(problem)
        self._told[episode.number] = episode

    def _ended(self, nights: list[int]) -> Result:
        sitting, now = self._sitting, self._session.now
        undo = UNDO if sitting.name else NOTHING
        later = len([night for night in nights if night not in sitting.answers])
        pressing = [alarm.pressing(self._diary, now, one)[0] for one in self._told.values()]
        flags = tuple({flag.rule.id: flag for found in pressing for flag in found}.values())
        return Result(
            text=lambda screen: [
                *render.ended(sitting.answers.values(), later, undo, screen.width),
                *alarms(flags, screen),
            ],
            data=dict,
        )

    def _say(self, lines: list[str]) -> None:
        width = self._screen.width
        for line in lines:
            sys.stdout.write("\n".join(flow(line, width, "  ") if len(line) > width else [line]))
            sys.stdout.write("\n")
        sys.stdout.flush()
