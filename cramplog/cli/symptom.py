"""`symptom`: leg checks and other signs of one day."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.cli.dates import today
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.log import alarmed
from cramplog.cli.session import Result, Session, answer
from cramplog.domain.facts import Symptom
from cramplog.domain.near_signs import ASKED, MILDER, near
from cramplog.domain.night import iso
from cramplog.domain.said import SIDES
from cramplog.domain.spelling import quoted
from cramplog.domain.symptoms import SYMPTOMS, symptom
from cramplog.errors import BadFact, BadSide
from cramplog.render import facts as render
from cramplog.services import facts as service

DO_NOT_WAIT = (
    "Sudden, new or severe? Call your local emergency number (112, 999, 911) now. Or today: a GP, "
    "or NHS 111 in the UK, or your out-of-hours service."
)


@command(
    "symptom",
    Argument(name="words", metavar="[NAME] [SIDE]", complete="symptoms", least=0, many=True),
    Option(flags=("--on",), metavar="DATE", help="The day; today unless said."),
    Option(flags=("--gone",), help="It was there and is gone."),
    Option(flags=("--absent",), help="Looked for, and not there."),
)
def record(
    session: Session, words: tuple[str, ...], on: str | None, *, gone: bool, absent: bool
) -> Result:
    """Record a leg check or another sign. Bare, it lists those on record.

    Examples:
    cramplog symptom swelling left
    cramplog symptom joint pain --absent
    cramplog symptom numbness both --on yesterday
    """
    if not words:
        return _listed(session)

    def store() -> Result:
        if gone and absent:
            raise BadFact("--gone and --absent exclude each other.", "Gone: it was there before.")
        status = "gone" if gone else "absent" if absent else "present"
        fact = _read(session, words, on, status)
        service.add_symptom(session.diary(), fact, session.now)
        return answer(
            lambda: {"symptom": render.symptom_data(fact)},
            f"Noted: {render.symptom(fact)}.{_is_it_worse(fact)} {session.undo_hint()}",
        )

    return alarmed(session, store, sign=True, ended=gone or absent)


def _read(session: Session, words: tuple[str, ...], on: str | None, status: str) -> Symptom:
    """Read a sign, its side and its day; raises BadFact, BadSide, BadTime."""
    parts = " ".join(words).lower().split()
    sides = [SIDES[part] for part in parts if part in SIDES]
    name = " ".join(part for part in parts if part not in SIDES)
    sign = symptom(name)
    if sign is None or name in ASKED:
        raise _unknown(name)
    if len(sides) > 1 or (sides and not SYMPTOMS[sign].sided):
        raise BadSide(f"{sign} takes {'one' if len(sides) > 1 else 'no'} side.")
    present = today(session.now)
    day = timeparse.parse_day(on, session.now) if on else present
    if day > present:
        raise BadFact("that day is still to come.", f"Today is {iso(present)}.")
    return Symptom(
        name=sign,
        side=sides[0] if sides else None,
        day=day,
        status=status,
        recorded_at=session.now.instant,
    )


def _unknown(name: str) -> BadFact:
    """Return the error for a word that names no sign: the nearest ones, and what to do meanwhile.

    >>> _unknown("paralysis").hint.partition(";")[0]
    'Did you mean: weakness (weakness of the leg)'
    """
    nearest = near(name)
    listed = "; ".join(f"{_typed(one)} ({SYMPTOMS[one].label})" for one in nearest)
    return BadFact(
        f"{quoted(name)} is not a sign I know; nothing was noted.",
        f"Did you mean: {listed}? Try `cramplog symptom {_typed(nearest[0])}`. {DO_NOT_WAIT}",
    )


def _is_it_worse(fact: Symptom) -> str:
    """Ask for the worse sign where a milder one was noted; empty for others."""
    worse = MILDER.get(fact.name) if fact.status == "present" else None
    if worse is None:
        return ""
    return f" Is it {SYMPTOMS[worse].label}? Then: cramplog symptom {_typed(worse)}."


def _typed(sign: str) -> str:
    return sign.replace("_", "-")


def _listed(session: Session) -> Result:
    """List the signs on record, newest first; with none, those that can be noted."""
    facts = session.look().facts()
    return Result(
        text=lambda screen: render.symptoms(facts, screen.width),
        data=lambda: {"symptoms": [render.symptom_data(s) for s in facts.symptoms]},
    )
