"""The rules as items of the guide: taken from the rules, never told a second time."""

from __future__ import annotations

from cramplog.flags.article.path import GP_FIRST
from cramplog.flags.catalogue import RULES
from cramplog.flags.outcome import EMERGENCY, INFO, ROUTINE, SOON, URGENT
from cramplog.guide.content import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.rule import Rule

MEANS = {
    EMERGENCY: "EMERGENCY: call your local emergency number (112, 999, 911) now",
    URGENT: "URGENT: today a GP, or NHS 111 in the UK, or your out-of-hours service",
    SOON: "SOON: an appointment within about two weeks",
    ROUTINE: "ROUTINE: at the next visit",
    INFO: "INFO: worth knowing",
}


def item_of(rule_id: str, *, whole: bool = False) -> Item:
    """A rule's title with its id, or its whole statement; the article's with its cautions."""
    rule = RULES[rule_id]
    text = rule.statement if whole else f"{rule.title} ({rule.id})"
    if not rule.from_article:
        return Item(text=text, sources=rule.sources)
    notes = [note for note in rule.notes if note != GP_FIRST]
    return Item(
        text=text,
        paragraphs=tuple(sorted(rule.passages)),
        caution=" ".join(note.text for note in notes),
        sources=tuple(dict.fromkeys(key for note in notes for key in note.sources)),
    )


def of_article() -> tuple[Item, ...]:
    """The article's rules, each led by its urgency."""
    return tuple(
        item_of(rule.id).replace(label=" or ".join(rule.urgencies))
        for rule in RULES.values()
        if rule.from_article
    )


def of_guidelines(urgency: str) -> tuple[Item, ...]:
    """The guidelines' rules whose most pressing urgency this is."""
    return tuple(_guideline(rule) for rule in RULES.values() if _leads(rule, urgency))


def _leads(rule: Rule, urgency: str) -> bool:
    return not rule.from_article and rule.urgencies[0] == urgency


def _guideline(rule: Rule) -> Item:
    item = item_of(rule.id)
    milder = rule.urgencies[1:]
    return item.replace(text=f"{item.text}; else {' or '.join(milder)}") if milder else item
