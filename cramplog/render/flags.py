"""Flags as text and as JSON: the article's list and the guidelines' list, never merged."""

from __future__ import annotations

from cramplog.flags.evaluate import Flag, Off
from cramplog.flags.outcome import URGENCY_MEANS
from cramplog.flags.rule import SOURCE
from cramplog.flags.sources import SOURCES
from cramplog.flags.words import NO_ALL_CLEAR, date_text, listed
from cramplog.render import questions
from cramplog.render.flags_data import NOT_A_DIAGNOSIS, data
from cramplog.render.flags_screen import none_on
from cramplog.render.flags_short import summary
from cramplog.render.questions import answers
from cramplog.render.text import flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cramplog.domain.episode import Episode
    from cramplog.flags.evaluate import Evaluation, Open
    from cramplog.flags.rule import Limits, Rule

__all__ = ["NOT_A_DIAGNOSIS", "data", "one", "summary", "text"]

ARTICLE_LIST = "What the article calls reasons to see a doctor"
GUIDELINE_LIST = "What published guidelines call reasons to see a doctor"
EVIDENCE_SHOWN = 6
URGENCIES_MEAN = "; ".join(f"{word}: {means}" for word, means in URGENCY_MEANS.items())


def text(evaluation: Evaluation, width: int, *, other: bool = False) -> str:
    """All flags, then every open question with the commands that answer it.

    `other` says that there are more flags, told elsewhere.
    """
    lines = list(_flag_lists(evaluation, width))
    if not lines:
        lines += flow(none_on(evaluation.recorded, other=other), width)
    else:
        lines += ["", *_wrapped(f"{URGENCIES_MEAN}.", width)]
    lines += ["", *_wrapped(NOT_A_DIAGNOSIS, width)]
    waiting = questions.text(evaluation, width)
    if waiting:
        lines += ["", *waiting]
    return "\n".join(lines)


def one(item: Flag | Open | Off, width: int) -> str:
    """One rule in full, and what it says of this diary: `flags --show ID`."""
    if isinstance(item, Flag):
        lines = [*_flag_lines(item, width)]
    elif isinstance(item, Off):
        lines = [*_heading("not met", item.rule, width)]
        lines += _labelled("Seen", f"{visible(item.clear.why)} {NO_ALL_CLEAR}", width)
        lines += _rule_lines(item.rule, item.limits, width)
    else:
        lines = [*_heading("not evaluable", item.rule, width)]
        lines += _rule_lines(item.rule, item.limits, width)
        for ask in item.open.asks:
            lines += ["", *_wrapped(visible(ask.question), width), *answers(ask, width)]
    return "\n".join((*lines, "", *_wrapped(NOT_A_DIAGNOSIS, width)))


def _flag_lists(evaluation: Evaluation, width: int) -> Iterator[str]:
    """The guidelines' list, then the article's, numbered as on one screen."""
    title = ""
    for number, flag in enumerate(evaluation.listed, 1):
        of = ARTICLE_LIST if flag.rule.from_article else GUIDELINE_LIST
        if of != title:
            yield from ("",) if title else ()
            yield from _wrapped(f"{of}:", width)
            title = of
        yield ""
        yield from _flag_lines(flag, width, number=number)


def _flag_lines(flag: Flag, width: int, *, number: int | None = None) -> Iterator[str]:
    """A flag in full; one that stands in no list tells all of its episodes."""
    word = f"{number}  {flag.fired.urgency}" if number else flag.fired.urgency
    yield from _heading(word, flag.rule, width)
    yield from _labelled("What to do", flag.action, width)
    yield from _labelled("Seen", visible(flag.fired.seen), width)
    if flag.fired.facts:
        yield from _labelled("Recorded", visible(f"{'; '.join(flag.fired.facts)}."), width)
    if flag.fired.episodes:
        shown = EVIDENCE_SHOWN if number else len(flag.fired.episodes)
        yield from _labelled("Evidence", _evidence(flag.fired.episodes, shown), width)
    yield from _rule_lines(flag.rule, flag.limits, width)


def _evidence(episodes: tuple[Episode, ...], shown: int) -> str:
    each = [f"{episode.number} ({date_text(episode.night)})" for episode in episodes[-shown:]]
    earlier = len(episodes) - len(each)
    more = f", and {earlier} earlier" if earlier else ""
    return f"{'episode' if len(episodes) == 1 else 'episodes'} {', '.join(each)}{more}."


def _heading(word: str, rule: Rule, width: int) -> Iterator[str]:
    yield from _wrapped(f"{word}  {rule.title} ({rule.id})", width)


def _rule_lines(rule: Rule, limits: Limits, width: int) -> Iterator[str]:
    yield from _labelled("Says", f"{_origin(rule)}: {rule.statement}", width)
    yield from _labelled("Counted", f"{rule.condition_with(limits)}.", width)
    if rule.thresholds:
        yield from _labelled("Numbers", _numbers(rule, limits), width)
    yield from _labelled("Whom to see", rule.whom, width)
    yield from _labelled("Tests", rule.tests, width)
    if rule.path.remark:
        yield from _labelled("Remark", rule.path.remark, width)
    for note in rule.notes:
        origins = "; ".join(SOURCES[key].origin for key in note.sources)
        yield from _labelled("Note", f"{note.text} [{origins}]" if origins else note.text, width)
    for key in () if rule.from_article else rule.sources:
        source = SOURCES[key]
        yield from _labelled("Source", f"{source.title}; {source.address}", width)


def _origin(rule: Rule) -> str:
    if not rule.from_article:
        return rule.origin
    return f"The article, {listed([f'¶{number}' for number in rule.passages])}"


def _numbers(rule: Rule, limits: Limits) -> str:
    source, default, chosen = [], [], []
    for threshold in rule.thresholds:
        value = limits[threshold.name]
        said = f"{threshold.says} {value}"
        if threshold.whose == SOURCE:
            source.append(said)
        elif value == threshold.value:
            default.append(said)
        else:
            chosen.append(f"{said} (our default: {threshold.value})")
    owner = "the article" if rule.from_article else "the source"
    parts = (
        (f"from {owner}", source),
        ("cramplog's defaults, which can be set", default),
        ("set by you", chosen),
    )
    return "; ".join(f"{who}: {', '.join(said)}" for who, said in parts if said) + "."


def _labelled(label: str, words: str, width: int) -> Iterable[str]:
    return _wrapped(f"{label}: {words}", width, "  ", "    ")


def _wrapped(words: str, width: int, first: str = "", later: str | None = None) -> list[str]:
    rest = "" if later is None else later.removeprefix(first)
    return [first + line for line in flow(words, width - len(first), rest)]
