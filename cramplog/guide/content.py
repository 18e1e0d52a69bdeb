"""What the guide is made of: topics of sections of items, all immutable."""

from __future__ import annotations

from cramplog.value import Value


class Item(Value):
    """One statement.

    With `paragraphs` and no `sources` it is the article's alone; with both and no `caution`, the
    article and the sources agree. With a `caution` the statement is the article's, and `sources`
    (keys of `sources.ALL`) are those of the caution. One that is `do_not` tells what not to do,
    and its caution why.
    """

    text: str
    label: str = ""  # what the statement is about, shown before it
    paragraphs: tuple[int, ...] = ()
    caution: str = ""
    sources: tuple[str, ...] = ()
    do_not: bool = False

    @property
    def articles_own(self) -> bool:
        """Whether the article alone claims it."""
        return bool(self.paragraphs and (self.caution or not self.sources)) and not self.do_not

    @property
    def words(self) -> str:
        """Label and text."""
        return f"{self.label}: {self.text}" if self.label else self.text


class Section(Value):
    """Items under one title; `remark` is cramplog's own word on them, `picture` of one of them."""

    title: str
    items: tuple[Item, ...]
    remark: str = ""
    picture: tuple[str, ...] = ()
    steps: bool = False  # what to do with a cramped leg, which could harm one that is ill


class Topic(Value):
    """What `cramplog guide NAME` shows.

    `first` comes before all else; `more` names commands that lead on.
    """

    name: str
    about: str
    sections: tuple[Section, ...]
    more: str = ""
    first: tuple[str, ...] = ()


def article(text: str, *paragraphs: int, caution: str = "", sources: tuple[str, ...] = ()) -> Item:
    """A claim of the article, with today's caution."""
    return Item(text=text, paragraphs=paragraphs, caution=caution, sources=sources)


def fact(text: str, *sources: str, paragraphs: tuple[int, ...] = ()) -> Item:
    """What the sources say, and the article too where `paragraphs` are given."""
    return Item(text=text, sources=sources, paragraphs=paragraphs)


def do_not(text: str, *paragraphs: int, why: str, sources: tuple[str, ...] = ()) -> Item:
    """Something not to do; `paragraphs` where the article advises it."""
    return Item(text=text, paragraphs=paragraphs, caution=why, sources=sources, do_not=True)
