"""The guide on a screen and as JSON."""

from __future__ import annotations

from cramplog.guide.sources import ALL, CHECKED, short
from cramplog.render.text import flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from cramplog.guide.content import Item, Section, Topic

NOT_A_DIAGNOSIS = "not a diagnosis"
_SPELLED = {"¶": "par. ", "°C": "degrees C"}


def contents(topics: Mapping[str, str], width: int) -> list[str]:
    """The topics, one line each."""
    column = max(map(len, topics)) + 2
    lines = flow(f"{_dated('What the guide tells')}:", width)
    for name, about in topics.items():
        lines += flow(f"  {name:{column}}{about}", width, " " * (column + 2))
    return [*lines, *flow("Read one: cramplog guide now", width)]


def text(
    topic: Topic, width: int, *, picture: bool = False, plain_letters: bool = False
) -> list[str]:
    """A topic in lines of at most `width` columns, which is 40 or more.

    `picture` draws what can be drawn; `plain_letters` spells out what ASCII lacks.
    """
    lines: list[str] = []
    for words, indent in _lines(topic, picture=picture):
        lines += flow(_spelled(words) if plain_letters else words, width, indent)
    return lines


def contents_data(topics: Mapping[str, str]) -> dict[str, Any]:
    """The `data` of `guide --json`."""
    listed = [{"topic": name, "about": about} for name, about in topics.items()]
    return {"topics": listed, "checked": CHECKED}


def data(topic: Topic) -> dict[str, Any]:
    """The `data` of `guide TOPIC --json`."""
    return {
        "topic": topic.name,
        "first": list(topic.first),
        "sections": [
            {
                "title": section.title,
                "remark": section.remark or None,
                "items": [_item_data(item) for item in section.items],
            }
            for section in topic.sections
        ],
        "checked": CHECKED,
    }


def _item_data(item: Item) -> dict[str, Any]:
    return {
        "text": item.words,
        "article": {"paragraphs": list(item.paragraphs)} if item.paragraphs else None,
        "caution": item.caution or None,
        "sources": [ALL[key].fields() for key in item.sources],
        "do_not": item.do_not,
    }


def _dated(words: str) -> str:
    return f"{words.rstrip('.')} (sources read {CHECKED}; {NOT_A_DIAGNOSIS})"


def _lines(topic: Topic, *, picture: bool) -> Iterator[tuple[str, str]]:
    """Each line before it is broken, with the indent of its continuation."""
    yield from ((visible(words), "  ") for words in topic.first)
    yield _dated(topic.about), ""
    for section in topic.sections:
        if section.title:
            yield "", ""
        yield from _section(section, picture=picture)
    if topic.more:
        yield topic.more, "  "


def _section(section: Section, *, picture: bool) -> Iterator[tuple[str, str]]:
    if section.title:
        yield section.title, ""
    if section.remark:
        yield f"  {section.remark}", "  "
    if picture:
        yield from ((f"  {line}", "") for line in section.picture)
    for item in section.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[tuple[str, str]]:
    words = visible(item.words)
    if item.do_not and item.paragraphs:
        words = f"{words} (The article advises it, {_passages(item)}.)"
    elif item.articles_own and item.label:
        words = f"{words} [the article, {_passages(item)}]"
    elif item.articles_own:
        words = f"The article, {_passages(item)}: {words}"
    elif not item.caution:
        words += _cited(item, (_passages(item),) if item.paragraphs else ())
    yield f"- {words}", "  "
    if item.caution:
        yield f"  {'Why' if item.do_not else 'Caution'}: {item.caution}{_cited(item)}", "    "


def _cited(item: Item, more: tuple[str, ...] = ()) -> str:
    """The sources in brackets, less those that the words before name already."""
    told = f"{item.label} {item.caution}"
    names = [name for name in map(short, item.sources) if name not in told]
    return f" [{'; '.join((*names, *more))}]" if names or more else ""


def _passages(item: Item) -> str:
    """`¶45, ¶50-52`."""
    runs: list[list[int]] = []
    for number in item.paragraphs:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"¶{run[0]}-{run[-1]}" if run[1:] else f"¶{run[0]}" for run in runs)


def _spelled(words: str) -> str:
    """The words in ASCII, as a terminal of the C locale shows them."""
    for letter, said in _SPELLED.items():
        words = words.replace(letter, said)
    return words.encode("ascii", "backslashreplace").decode()
