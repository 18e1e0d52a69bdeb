"""Charts as SVG, drawn once for page and PDF; the same report gives the same bytes.

Drawn without a chart library: three plain bar charts and a calendar need none, and each mark has a
class that a page with a dark ground can recolour. Differences show by shape, sign or number, never
by colour alone, so that they survive a grey printer.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from cramplog.value import Value

INK, MIDDLE, PALE, PAPER = "#1b2730", "#56626b", "#a3adb4", "#ffffff"
"""Full marks; words; marks that stand for part of the nights, and outlines; the ground."""

FONT = "Noto Sans, system-ui, sans-serif"
NAMED = {INK: "ink", MIDDLE: "middle", PALE: "pale", PAPER: "paper"}


class Chart(Value):
    """A drawing with its text alternative; `width` and `height` are in its own units."""

    title: str
    alt: str
    width: float
    height: float
    body: str

    @property
    def svg(self) -> str:
        """The drawing as a file of its own."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(self.width)} '
            f'{num(self.height)}" width="{num(self.width)}" height="{num(self.height)}" '
            f'font-family="{FONT}">{self.body}</svg>'
        )


class Bar(Value):
    """A bar; a `value` of None is unknown and drawn as a question mark, never as none."""

    label: str
    value: int | None
    pale: bool = False
    full: str = ""  # the label with its year, if the bars span two years


def num(value: float) -> str:
    """Format a coordinate with two decimals at most, without trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def box(x: float, y: float, width: float, height: float, fill: str, stroke: str = "") -> str:
    """Draw a rectangle, filled or (with `stroke`) outlined as well."""
    edge = f' stroke="{stroke}" stroke-width="0.75"' if stroke else ""
    names = NAMED[fill] + (f" edge-{NAMED[stroke]}" if stroke else "")
    return (
        f'<rect class="{names}" x="{num(x)}" y="{num(y)}" width="{num(width)}" '
        f'height="{num(height)}" fill="{fill}"{edge}/>'
    )


def words(
    x: float, y: float, text: str, size: float, fill: str = MIDDLE, at: str = "middle"
) -> str:
    """Draw one line of text whose baseline is at `y`; `at` is start, middle or end."""
    return (
        f'<text class="{NAMED[fill]}" x="{num(x)}" y="{num(y)}" font-size="{num(size)}" '
        f'text-anchor="{at}" fill="{fill}">{escape(text, quote=False)}</text>'
    )


def bars(
    title: str,
    values: Sequence[Bar],
    *,
    pitch: float = 24,
    height: float = 58,
    left: float = 4,
    every: int = 1,
) -> Chart:
    """Draw upright bars, `pitch` units from one to the next, each with its number above it.

    Only every `every`-th label is drawn; the text alternative has them all.
    """
    top, foot, size = 11, 12, min(9, pitch * 0.72)
    most = max((bar.value or 0 for bar in values), default=0) or 1
    base = top + height
    wide = pitch * max(len(values), 1)
    width = left + wide + (4 if every == 1 else 20)
    marks = [box(left, base, wide, 0.75, PALE)]
    for at, bar in enumerate(values):
        middle = left + pitch * (at + 0.5)
        tall = height * (bar.value or 0) / most
        if bar.value:
            fill = PALE if bar.pale else INK
            marks.append(box(middle - pitch * 0.38, base - tall, pitch * 0.76, tall, fill))
        told = "?" if bar.value is None else str(bar.value)
        marks.append(words(middle, base - tall - 2, told, size))
        if at % every == 0:
            marks.append(words(middle, base + 10, bar.label, min(9, pitch * every * 0.42)))
    told = "; ".join(
        f"{b.full or b.label}: {'unknown' if b.value is None else b.value}" for b in values
    )
    return Chart(
        title=title,
        alt=f"{title}. {told or 'nothing recorded'}.",
        width=width,
        height=base + foot,
        body="".join(marks),
    )
