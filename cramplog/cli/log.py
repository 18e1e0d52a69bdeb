"""`log`, and bare `cramp`."""

from __future__ import annotations

from cramplog.cli.declare import command
from cramplog.cli.session import Result
from cramplog.cli.typed import WORDS, forgiving, options, typed
from cramplog.domain.remedies import REMEDIES
from cramplog.render import episode as render
from cramplog.services import alarm, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.cli.session import Session
    from cramplog.cli.typed import Typed
    from cramplog.diary.repository import Diary
    from cramplog.domain.draft import Draft
    from cramplog.domain.episode import Episode
    from cramplog.flags.evaluate import Flag
    from cramplog.render.screen import Screen
    from cramplog.services.record import Recorded

UNDO = "Undo: cramplog undo"
DIRTY_WOUND = "Soil or dirt in the wound? cramplog symptom dirty-wound; if not, with --absent."
WAS_QUIET = "The night was recorded as quiet; now it is a cramp night."


@command("log", WORDS, *options(), into=typed, loose=True)
def log(session: Session, said: Typed) -> Result:
    """Record a cramp that is over. Words come in any order; each is an option, too.

    Examples:
    cramplog log left calf 5m 7
    cramplog log 02:30 right foot woke
    cramplog log yesterday 23:50 both calf --note "after the long walk"
    """
    diary = session.diary()
    asked: list[bool] = []
    ask = asking(session)

    def noted(readings: list[str]) -> int:
        asked.append(True)
        return ask(readings) if ask else 0

    words = forgiving(said, session, diary)
    recorded = record.log(diary, words, session.now, fold=said.fold, ask=noted if ask else None)
    how = "fold" if said.fold or asked else recorded.how
    return logged(session, diary, recorded, how, words)


def logged(session: Session, diary: Diary, recorded: Recorded, how: str, said: Draft) -> Result:
    """Describe a new episode; urgent flags follow as lines of their own."""
    episode = recorded.episode
    pressing, others = alarm.pressing(diary, session.now, episode)
    more = "" if said.not_understood else render.missing(episode)
    told = [WAS_QUIET] * recorded.was_quiet + [f"Add: cramplog edit {more}."] * bool(more)
    after = " ".join([*told, UNDO])
    return Result(
        text=lambda screen: [
            *render.echo("Logged", episode, session.now, how, after, screen.width),
            *not_understood(said, "cramplog edit last", episode, screen.width),
            *again(episode, screen),
            *alarms(pressing, screen, others),
        ],
        data=lambda: {
            "episode": render.data(episode),
            "not_understood": list(said.not_understood),
            "was_quiet": recorded.was_quiet,
            "flags": brief((*pressing, *others)),
        },
        warnings=(*recorded.warnings, *cautions(episode)),
    )


def again(episode: Episode, screen: Screen) -> list[str]:
    """Say what to do if a cramp as long as this comes again; nothing for one of usual length."""
    said = alarm.if_again(episode)
    if not said:
        return []
    from cramplog.render.text import flow

    return flow(said, screen.width, "  ")


def not_understood(said: Draft, command: str, stored: Episode, width: int) -> list[str]:
    """Say which words are in the note alone, and the command that adds what they meant."""
    if not said.not_understood:
        return []
    from cramplog.render import not_understood as told

    return told.lines(said, command, stored, width)


def cautions(episode: Episode) -> list[str]:
    """Warn of remedies that can harm, each time that one was tried."""
    tried = [one.remedy for one in episode.tried]
    said = [
        f"{REMEDIES[name].label}: {REMEDIES[name].caution} [{REMEDIES[name].source}]"
        for name in tried
        if name in REMEDIES and REMEDIES[name].can_harm
    ]
    return [*said, DIRTY_WOUND] if "pin_prick" in tried else said


def alarms(flags: tuple[Flag, ...], screen: Screen, others: tuple[Flag, ...] = ()) -> list[str]:
    """Flags that press, a paragraph each, and where to read more; `others` in one line."""
    if not flags and not others:
        return []
    from cramplog.render.flags_short import still_on, summary
    from cramplog.render.text import flow

    lines = [line for flag in flags for line in flow(summary(flag), screen.width, "  ")]
    told = [screen.paint(line, "alarm") for line in lines]
    if others:
        told += [screen.paint(line, "alarm") for line in flow(still_on(others), screen.width, "  ")]
    more = "Why, and what to do: cramplog flags. Not a diagnosis."
    return [*told, *(flow(more, screen.width, "  ") if flags else ())]


def alarmed(
    session: Session, store: Callable[[], Result], *, sign: bool = False, ended: bool = False
) -> Result:
    """Record a fact by calling `store`, and add to its result the urgent flags.

    Flags that the fact turned on, made worse or supports are shown in full. After a `sign` the
    others follow in one line; after a sign that `ended`, with the reason why they stay on.
    """
    from cramplog.services import judge

    diary = session.diary(look=True)
    before = [_evidence(flag) for flag in judge.pressing(diary, session.now)]
    result = store()
    now = judge.pressing(diary, session.now)
    changed = tuple(flag for flag in now if _evidence(flag) not in before)
    others = tuple(flag for flag in now if _evidence(flag) in before)
    if ended:
        changed, others = (), now

    def lines(screen: Screen) -> list[str]:
        if not ended:
            return alarms(changed, screen, others if sign or changed else ())
        from cramplog.render.flags_short import still_why
        from cramplog.render.text import flow

        each = [line for flag in others for line in flow(still_why(flag), screen.width, "  ")]
        return [screen.paint(line, "alarm") for line in each]

    return result.replace(
        text=lambda screen: [*result.text(screen), *lines(screen)],
        data=lambda: {**result.data(), "flags": brief(changed), "still_on": brief(others)},
    )


def _evidence(flag: Flag) -> tuple[object, ...]:
    """What a flag says of the diary: other facts make it worth telling again."""
    episodes = tuple(episode.id for episode in flag.fired.episodes)
    return flag.rule.id, flag.fired.urgency, flag.fired.seen, flag.fired.facts, episodes


def brief(flags: tuple[Flag, ...]) -> list[dict[str, object]]:
    """Return flags as short JSON."""
    return [
        {
            "id": flag.rule.id,
            "urgency": flag.fired.urgency,
            "do": flag.do or None,
            "seen": flag.fired.seen,
        }
        for flag in flags
    ]


def asking(session: Session) -> Callable[[list[str]], int] | None:
    """Return how to ask which of two readings is meant; None where nobody can be asked."""
    if not session.interactive():
        return None

    def ask(readings: list[str]) -> int:
        import sys

        for number, reading in enumerate(readings, 1):
            sys.stderr.write(f"{number}  {reading}\n")
        while True:
            sys.stderr.write(f"Which one, 1 to {len(readings)}? ")
            sys.stderr.flush()
            answer = sys.stdin.readline().strip()
            if answer.isdecimal() and 1 <= int(answer) <= len(readings):
                return int(answer) - 1
            if not answer:
                raise KeyboardInterrupt

    return ask
