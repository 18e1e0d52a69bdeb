"""Which open questions are put to this person, and in which order.

A question that is left out stays open: its rule is not evaluable, and unknown is never "no".
"""

from __future__ import annotations

from cramplog.domain.medicines import GROUPS
from cramplog.flags import asks
from cramplog.flags.evaluate import questions, urgent_questions
from cramplog.flags.person import ages
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.evaluate import Evaluation
    from cramplog.flags.outcome import Ask
    from cramplog.flags.record import Record

GROWN_UP = 12
"""The age (ours) from which on a person is asked about conditions and events of adults."""
OF_ADULTS = """
    varicose_veins thrombophlebitis prior_vte dialysis cirrhosis pvd cad heart_failure
    lumbar_stenosis lumbar_problem parkinsons mnd arthrosis ckd surgery
""".split()  # noqa: SIM905 - a list of names reads best as words
_MEDICINES = frozenset(map(asks.about_medicine, GROUPS))
_OF_ADULTS = frozenset(
    ask for name in OF_ADULTS for ask in (asks.about_condition(name), asks.about_event(name))
)


class Question(Value):
    """A question to put, and the rules that wait for it."""

    ask: Ask
    decides: tuple[str, ...]
    today: bool  # an answer can turn an EMERGENCY or URGENT flag on


def to_ask(evaluation: Evaluation, record: Record) -> tuple[Question, ...]:
    """Return each open question once: those first that could matter today.

    All that ask for a medicine of some group are one question, what is taken.
    """
    pressing = [ask for ask, _ in urgent_questions(evaluation)]
    waiting = dict(questions(evaluation))
    put: dict[Ask, Question] = {}
    for ask in (*pressing, *waiting):
        if not _fits(ask, record):
            continue
        as_put = asks.ABOUT_MEDICINES if ask in _MEDICINES else ask
        before = put.get(as_put)
        decides = (*(before.decides if before else ()), *waiting[ask])
        put[as_put] = Question(
            ask=as_put,
            decides=tuple(dict.fromkeys(decides)),
            today=ask in pressing or (before is not None and before.today),
        )
    return tuple(put.values())


def _fits(ask: Ask, record: Record) -> bool:
    """Whether a question is for somebody of this age."""
    years = ages(record)
    return years is None or years[1] >= GROWN_UP or ask not in _OF_ADULTS
