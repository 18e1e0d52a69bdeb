"""Count how often `trends` is wrong on invented diaries, and how often it finds what is there.

The diaries have spells, as life has: the tendency to cramp and each factor follow a latent series
with autocorrelation from night to night, and a season moves both. `--write` puts the tables into
docs/calibration.md; `--diaries N` says how many diaries a row has.
"""

from __future__ import annotations

import argparse
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from math import cos, pi, sqrt
from pathlib import Path
from statistics import NormalDist
from typing import NamedTuple

from cramplog.report.association import FALSE_SHARE, Association, associate, verdicts
from cramplog.statistics.looks import e_value

PAGE = Path(__file__).resolve().parents[1] / "docs" / "calibration.md"
BEGIN, END = "<!-- table begins -->\n", "<!-- table ends -->\n"
NORMAL = NormalDist()
FIRST_NIGHT = 738_521  # 1 January 2023
YEAR = 365.25
EXPOSURES = (0.1, 0.4)
BASE = 0.15
FOUND = ("more", "fewer")


class Cell(NamedTuple):
    """One kind of diary; the first factor has an effect where the ratio is not 1."""

    nights: int
    factors: int
    spells: tuple[float, float] = (0.0, 0.0)  # autocorrelation of cramps, and of factors
    season: float = 0.0  # in standard deviations of the latent series
    ratio: float = 1.0
    exposure: tuple[float, float] = EXPOSURES


class Seen(NamedTuple):
    """What one diary showed of its first factor, and of those without an effect."""

    found: bool
    false: bool
    covered: tuple[bool, ...]  # difference, widened; ratio, widened


def series(nights: int, spells: float, chance: random.Random) -> list[float]:
    """Return a standard normal series with an autocorrelation from night to night."""
    value, rest = chance.gauss(0, 1), sqrt(1 - spells * spells)
    made = [value]
    for _ in range(nights - 1):
        value = spells * value + rest * chance.gauss(0, 1)
        made.append(value)
    return made


def diary(cell: Cell, chance: random.Random) -> Seen:
    """Invent one diary and look at it as `trends` does."""
    season = [cell.season * cos(2 * pi * night / YEAR) for night in range(cell.nights)]
    factors = []
    for _ in range(cell.factors):
        limit = NORMAL.inv_cdf(1 - chance.uniform(*cell.exposure))
        latent = series(
            cell.nights, cell.spells[1] if isinstance(cell.spells, tuple) else cell.spells, chance
        )
        factors.append([z + s > limit for z, s in zip(latent, season, strict=True)])
    base = NORMAL.inv_cdf(1 - BASE)
    chances = [1 - NORMAL.cdf(base - s) for s in season]
    if cell.ratio != 1:
        chances = [
            min(1.0, p * (cell.ratio if there else 1))
            for p, there in zip(chances, factors[0], strict=True)
        ]
    latent = series(
        cell.nights, cell.spells[0] if isinstance(cell.spells, tuple) else cell.spells, chance
    )
    cramps = {
        FIRST_NIGHT + at: NORMAL.cdf(z) > 1 - p
        for at, (z, p) in enumerate(zip(latent, chances, strict=True))
    }
    compared = [associate(cramps, dict(zip(cramps, factor, strict=True))) for factor in factors]
    said = [verdict.says in FOUND for verdict in verdicts(compared)]
    effect = cell.ratio != 1
    covered = _covered(compared[0], chances, factors[0])
    return Seen(said[0], any(said[effect:]), covered)


def _covered(found: Association, chances: list[float], there: list[bool]) -> tuple[bool, ...]:
    """Tell whether each interval holds what is true of these very nights, their season included."""
    if found.difference is None or found.ratio is None:
        return ()
    exposed = [p for p, with_it in zip(chances, there, strict=True) if with_it]
    others = [p for p, with_it in zip(chances, there, strict=True) if not with_it]
    one, other = sum(exposed) / len(exposed), sum(others) / len(others)
    difference, ratio = found.difference, found.ratio
    return (
        difference.low <= one - other <= difference.high,
        difference.widened[0] <= one - other <= difference.widened[1],
        ratio.low <= one / other <= ratio.high,
        ratio.widened[0] <= one / other <= ratio.widened[1],
    )


def trial(days: int, chance: random.Random) -> bool:
    """Run a trial without effect, its e-value looked at each week; tell whether it was called."""
    counts = [0, 0]
    for _ in range(days // 14):
        for arm in (0, 1):
            counts[arm] += sum(chance.random() < BASE for _ in range(5))
            if e_value(*counts) >= 1 / FALSE_SHARE:
                return True
    return False


def of_cell(diaries: int, cell: Cell) -> list[Seen]:
    """Invent the diaries of one cell, the same every time."""
    chance = random.Random(repr(cell))
    return [diary(cell, chance) for _ in range(diaries)]


SPELLS = ((0.0, 0.0), (0.9, 0.9), (0.95, 0.95))
NULL = [
    Cell(nights, factors, spells, season)
    for nights in (120, 365, 730)
    for factors in (5, 20)
    for spells in SPELLS
    for season in (0.0, 0.6)
]
EFFECT = [
    Cell(nights, 5, spells, 0.0, ratio, (share, share))
    for nights, ratio in ((120, 3.0), (365, 3.0), (365, 2.0))
    for spells in ((0.0, 0.0), (0.8, 0.5))
    for share in (0.1, 0.25, 0.4)
]


def share(of: list[bool]) -> str:
    """Show a share of yes as a whole per cent."""
    return f"{100 * sum(of) / len(of):.0f} %" if of else "-"


def row(cell: Cell, seen: list[Seen]) -> str:
    """Show what the diaries of a cell gave."""
    covered = [one.covered for one in seen if one.covered]
    told = [
        f"{cell.nights}",
        f"{cell.factors}" if cell.ratio == 1 else f"{cell.ratio:g} at {100 * cell.exposure[0]:g} %",
        f"{cell.spells[0]:g}, {cell.spells[1]:g}",
        *([f"{cell.season:g}"] if cell.ratio == 1 else []),
        share([one.false if cell.ratio == 1 else one.found for one in seen]),
        *(share([one[at] for one in covered]) for at in range(4)),
    ]
    return f"| {' | '.join(told)} |"


INTERVALS = "difference | allowing for spells | ratio | allowing for spells"


def tables(diaries: int) -> str:
    """Make the tables of the page."""
    with ProcessPoolExecutor(2) as pool:
        null = list(pool.map(partial(of_cell, diaries), NULL))
        effect = list(pool.map(partial(of_cell, diaries), EFFECT))
    chance = random.Random(2026)
    trials = [trial(364, chance) for _ in range(10 * diaries)]
    return "\n".join(
        (
            f"{diaries} diaries a row.",
            "",
            "### Diaries in which nothing has an effect",
            "",
            f"| nights | factors | spells | season | any false verdict | {INTERVALS} |",
            "|" + " --: |" * 9,
            *map(row, NULL, null),
            "",
            "### Diaries in which the first of five watched factors has an effect",
            "",
            f"| nights | ratio, exposed nights | spells | found | {INTERVALS} |",
            "|" + " --: |" * 8,
            *map(row, EFFECT, effect),
            "",
            "### Trials",
            "",
            f"A year's trial without effect, looked at weekly: called in {share(trials)}.",
            "",
        )
    )


def main() -> None:
    """Print the tables, or put them into the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--diaries", type=int, default=400)
    options.add_argument("--write", action="store_true")
    said = options.parse_args()
    made = tables(said.diaries)
    if not said.write:
        print(made)
        return
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    PAGE.write_text(before + BEGIN + made + END + rest.partition(END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
