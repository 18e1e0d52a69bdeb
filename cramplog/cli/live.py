"""The live view of the timer: first-aid steps as time goes by, Enter stops, `q` leaves it on.

Lines only scroll; where cursor motion is allowed, the last one counts the time. Ctrl-C and a
closed terminal leave the timer running, because it stands in the diary.
"""

from __future__ import annotations

import sys
import time

from cramplog import clock
from cramplog.cli import questions
from cramplog.cli.keys import Keys
from cramplog.cli.log import logged, not_understood
from cramplog.cli.session import Result
from cramplog.config import own_triggers
from cramplog.domain.firstaid import steps_for
from cramplog.render import timer as render
from cramplog.render.episode import drafted
from cramplog.render.text import flow, visible
from cramplog.services import timer as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary
    from cramplog.domain.draft import Draft
    from cramplog.domain.firstaid import Step
    from cramplog.flags.evaluate import Flag
    from cramplog.services.timer import Timer

STOP, LEAVE = "stop", "leave"
KEYS = "Enter stops; q leaves it running."


def watch(
    session: Session, diary: Diary, timer: Timer, said: Draft, harmful: tuple[Flag, ...]
) -> Result:
    """Show the timer until a key; return what is then to be said.

    With `harmful` flags on, no step is shown but the urgent one.
    """
    screen = session.screen()
    _say(flow(f"Timer on {render.headline(timer, session.now)}. {KEYS}", screen.width, "  "))
    _say(not_understood(said, "cramplog stop", drafted(timer.said), screen.width))
    _say(render.before_steps(harmful, screen.width))
    steps = [step for step in steps_for(render.muscles_of(timer)) if step.urgent or not harmful]
    began = time.monotonic() - timer.seconds
    if _loop(steps, began, screen.width, moving=not screen.plain) == LEAVE:
        _say(flow(f"Still running. {render.STOP}", screen.width, "  "))
        return Result(text=lambda _: [], data=dict)
    session.now = clock.now()
    answer = questions.length_if_forgotten(
        session, diary, questions.pain(own_triggers(diary.settings))
    )
    return logged(session, diary, service.stop(diary, answer, session.now), "timer", answer)


def _loop(steps: list[Step], began: float, width: int, *, moving: bool) -> str:
    with Keys() as keys:
        try:
            while True:
                passed = int(time.monotonic() - began)
                while steps and steps[0].at_seconds <= passed:
                    _erase(moving=moving)
                    _say(_step(steps.pop(0), width))
                if moving:
                    _erase(moving=True)
                    sys.stdout.write(f"{passed // 60}:{passed % 60:02}  {KEYS}"[: width - 1])
                    sys.stdout.flush()
                for key in keys.within(0.5):
                    if key in "\r\n":
                        return STOP
                    if key in "qQ\x1b\x03\x04":
                        return LEAVE
        except KeyboardInterrupt:
            return LEAVE
        finally:
            _erase(moving=moving)


def _step(step: Step, width: int) -> list[str]:
    at = f"{step.at_seconds // 60}:{step.at_seconds % 60:02}"
    alarm = "URGENT  " if step.urgent else ""
    return flow(f"{at:>5}  {alarm}{step.text}", width, " " * 7)


def _say(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{visible(line)}\n" for line in lines))
    sys.stdout.flush()


def _erase(*, moving: bool) -> None:
    if moving:
        sys.stdout.write("\r\033[K")
