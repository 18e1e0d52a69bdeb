"""How many ordinary sufferers are alarmed: invented diaries without any sign of illness.

    python benchmarks/false_alarms.py           # 1,000 diaries; the table that docs/rules.md shows
    python benchmarks/false_alarms.py --check   # and fails where a goal is missed

Each diary is one of a seeded generator: frequency, length, pain and place as in published surveys
(Naylor and Young 1994, Maisonneuve 2016, Garrison 2015, Grandner 2017), drawn per person, so that
some have a cramp a month and some several a night. Half of the people have said no to what can be
asked, and half were never asked. Nobody has a sign of illness: each flag above ROUTINE is false.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterable, Iterator
from datetime import date

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.facts import Condition, Facts, Medicine, Symptom
from cramplog.domain.night import NightRecord
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.flags.catalogue import RULES
from cramplog.flags.evaluate import evaluate
from cramplog.flags.outcome import SOON, URGENCIES
from cramplog.flags.record import Record
from cramplog.value import Value

PEOPLE, DAYS, BEFORE, SEED = 1000, 63, 35, 1128
LAST = date(2026, 11, 23).toordinal()
EPOCH = date(1970, 1, 1).toordinal()
PLACES = (("calf", 0.75), ("foot", 0.12), ("toes", 0.05), ("hamstring", 0.06), ("other", 0.02))
SIDES = (("left", 0.48), ("right", 0.48), ("both", 0.04))
ASKED_EVERY = 21  # days after which somebody looks at the signs again
STEP = 2  # days from one look to the next: what presses does so for two days
ALARMS = tuple(
    rule for rule in RULES.values() if URGENCIES.index(rule.urgencies[0]) <= URGENCIES.index(SOON)
)
GOALS = {"URGENT, last day": 2.0, "URGENT, ever": 10.0, "SOON, last day": 15.0}
"""Highest shares in per cent; that of SOON is for people without medicines."""


class Person(Value):
    """Somebody with ordinary night cramps."""

    name: str
    age: int
    sex: str
    asked: bool  # has said no to what can be asked
    group: str  # "", or what is particular: statin, diabetes, pregnant, varicose veins, child
    rate: float  # cramps a night
    length: float  # minutes, median
    pain: float  # of 10, mean


def people(count: int, chance: random.Random) -> Iterator[Person]:
    """Each of the groups often enough to be looked at alone, most with nothing particular."""
    groups = ("", "", "", "", "statin", "diabetes", "varicose_veins", "pregnant", "child", "other")
    for number in range(count):
        group = groups[number // 2 % len(groups)]
        age = {"pregnant": chance.randint(20, 42), "child": chance.randint(8, 15)}.get(
            group, chance.randint(30, 85)
        )
        yield Person(
            name=f"p{number}",
            age=age,
            sex="f" if group == "pregnant" else chance.choice("fm"),
            asked=number % 2 == 0,
            group=group,
            rate=min(0.3 * chance.gammavariate(1.5, 1 / 1.5), 3.0),
            length=(2.0 if group == "child" else 5.0) * math.exp(chance.gauss(0, 0.4)),
            pain=min(max(chance.gauss(6, 1.5), 2), 9),
        )


def diary(person: Person, chance: random.Random) -> tuple[list[Episode], list[NightRecord], Facts]:
    """All that the person writes down in the days before the last one."""
    episodes: list[Episode] = []
    nights = []
    for night in range(LAST - DAYS - BEFORE, LAST):
        summer = math.cos(2 * math.pi * (date.fromordinal(night).timetuple().tm_yday - 196) / 365)
        season = 1 + 0.33 * summer
        cramps = _poisson(person.rate * season, chance)
        for _ in range(cramps):
            episodes.append(_episode(person, night, len(episodes) + 1, chance))
        if not cramps and chance.random() < 0.8:
            nights.append(NightRecord(person=person.name, night=night, quiet=True, recorded_at=0))
    return sorted(episodes, key=lambda e: e.started_at), nights, _facts(person, chance)


def _episode(person: Person, night: int, number: int, chance: random.Random) -> Episode:
    daytime = chance.random() < 0.1
    hour = chance.uniform(12, 18) if daytime else chance.uniform(22, 31)
    minutes = min(person.length * math.exp(chance.gauss(0, 0.8)), 30.0)
    pain = round(min(max(chance.gauss(person.pain, 1.5), 1), 10))
    place = _drawn(PLACES, chance)
    known = chance.random()
    return Episode(
        id=f"{person.name}-{number}",
        number=number,
        person=person.name,
        started_at=_instant(night, hour),
        utc_offset=0,
        night=night,
        daytime=daytime,
        duration_seconds=round(60 * minutes) if known < 0.85 else None,
        sites=(
            (Site(muscle="leg", side="both"),)
            if chance.random() < 0.01
            else (Site(muscle=place, side=_drawn(SIDES, chance)),)
        ),
        pain=pain if chance.random() < 0.9 else None,
        woke=chance.random() < 0.7,
        sore=chance.random() < 0.31,
        hard=True if chance.random() < 0.3 else None,
        tried=(Tried(remedy="stretch", helped=True),) if chance.random() < 0.4 else (),
        recorded_at=_instant(night, hour + 0.6),
    )


def _facts(person: Person, chance: random.Random) -> Facts:
    began = _instant(LAST - DAYS - BEFORE, 8)
    profile = {"born": str(2026 - person.age), "sex": person.sex, "cramps_since": "2015"}
    if person.group == "child":
        profile["cramps_since"] = "2025"
    if person.group == "pregnant":
        profile["due"] = date.fromordinal(LAST + chance.randint(10, 120)).isoformat()
    if not person.asked and person.group != "pregnant" and chance.random() < 0.5:
        profile = {}
    has = {"diabetes": "diabetes", "varicose_veins": "varicose_veins"}.get(person.group)
    conditions = [Condition(name=has, since="2018", recorded_at=began)] if has else []
    symptoms: list[Symptom] = []
    if person.asked:
        conditions += [
            Condition(name=name, absent=True, recorded_at=began)
            for name in CONDITIONS
            if name != has
        ]
        symptoms = [
            Symptom(name=name, day=day, status="absent", recorded_at=_instant(day, 8))
            for day in range(LAST - DAYS - BEFORE, LAST + 1, ASKED_EVERY)
            for name in SYMPTOMS
        ]
        if person.group not in ("pregnant", "child"):
            profile["pregnant"] = "no"
    medicines = {
        "statin": [Medicine(name="atorvastatin", started="2021", recorded_at=began)],
        "diabetes": [Medicine(name="metformin", started="2018", recorded_at=began)],
    }.get(person.group, [])
    return Facts(
        person=person.name,
        profile=profile,
        profile_at=dict.fromkeys(profile, began),
        conditions=tuple(conditions),
        symptoms=tuple(symptoms),
        medicines=tuple(medicines),
        no_other_medicines=person.asked,
    )


def worst_by_day(person: Person, chance: random.Random) -> list[tuple[int, tuple[str, ...]]]:
    """Of each day the place of the worst urgency in `URGENCIES`, and the rules that gave it."""
    episodes, nights, facts = diary(person, chance)
    found = []
    for day in range(LAST - DAYS + 1, LAST + 1, STEP):
        now = _instant(day, 9)
        seen = Record(
            today=day - 1,
            day=day,
            now=now,
            facts=facts.replace(symptoms=tuple(s for s in facts.symptoms if s.day <= day)),
            episodes=tuple(e for e in episodes if e.recorded_at <= now),
            nights=tuple(n for n in nights if n.night < day),
        )
        flags = [
            (URGENCIES.index(f.fired.urgency), f.rule.id) for f in evaluate(seen, ALARMS).flags
        ]
        worst = min((level for level, _ in flags), default=len(URGENCIES))
        found.append((worst, tuple(rule for level, rule in flags if level == worst)))
    return found


def shares(results: Iterable[tuple[Person, list[tuple[int, tuple[str, ...]]]]]) -> dict[str, float]:
    """In per cent: people with such a flag on the last day, and on any day."""
    everyone = list(results)
    told = {}
    for word in ("URGENT", "SOON"):
        level = URGENCIES.index(word)
        last = [days[-1][0] <= level for person, days in everyone]
        ever = [any(worst <= level for worst, _ in days) for _, days in everyone]
        told[f"{word}, last day"] = 100 * sum(last) / max(len(last), 1)
        told[f"{word}, ever"] = 100 * sum(ever) / max(len(ever), 1)
    return told


def _poisson(mean: float, chance: random.Random) -> int:
    count, left = 0, chance.random() - math.exp(-mean)
    term = math.exp(-mean)
    while left > 0:
        count += 1
        term *= mean / count
        left -= term
    return count


def _drawn(choices: tuple[tuple[str, float], ...], chance: random.Random) -> str:
    return chance.choices([name for name, _ in choices], [weight for _, weight in choices])[0]


def _instant(day: int, hour: float) -> int:
    return round((day - EPOCH) * 86400 + hour * 3600)


def page(results: list[tuple[Person, list[tuple[int, tuple[str, ...]]]]]) -> str:
    """The results as a table: shares in per cent, SOON and URGENT with all that is above."""
    groups = dict.fromkeys(person.group for person, _ in results)
    lines = [
        "| people | n | URGENT, last day | URGENT, ever | SOON, last day | SOON, ever |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    rows = [("all", results)]
    rows += [("without medicines", [one for one in results if _no_medicines(one[0])])]
    rows += [("asked, and said no", [one for one in results if one[0].asked])]
    rows += [("never asked", [one for one in results if not one[0].asked])]
    rows += [(g.replace("_", " "), [o for o in results if o[0].group == g]) for g in groups if g]
    for name, some in rows:
        found = shares(some)
        cells = [
            found[f"{word}, {when}"] for word in ("URGENT", "SOON") for when in ("last day", "ever")
        ]
        lines.append(f"| {name} | {len(some)} | {' | '.join(f'{x:.1f}' for x in cells)} |")
    soon = URGENCIES.index("SOON")
    causes: dict[str, int] = {}
    for _, days in results:
        worst, rules = days[-1]
        for rule in rules if worst <= soon else ():
            causes[rule] = causes.get(rule, 0) + 1
    if causes:
        by = ", ".join(f"{rule} {count}" for rule, count in sorted(causes.items()))
        lines += ["", f"People whose worst flag on the last day came from: {by}."]
    return "\n".join(lines) + "\n"


def _no_medicines(person: Person) -> bool:
    return person.group not in ("statin", "diabetes")


def missed(results: list[tuple[Person, list[tuple[int, tuple[str, ...]]]]]) -> list[str]:
    """The goals that are missed, in words."""
    everybody = shares(results)
    everybody["SOON, last day"] = shares(one for one in results if _no_medicines(one[0]))[
        "SOON, last day"
    ]
    return [
        f"{name}: {everybody[name]:.1f} %, goal {goal} %"
        for name, goal in GOALS.items()
        if everybody[name] > goal
    ]


def judged(count: int, seed: int = SEED) -> list[tuple[Person, list[tuple[int, tuple[str, ...]]]]]:
    """Each person with what every day of the diary showed at worst."""
    chance = random.Random(seed)
    return [(person, worst_by_day(person, chance)) for person in people(count, chance)]


def main() -> int:
    """Judge, write the page, and say which goals are missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=PEOPLE)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--check", action="store_true", help="fail on a missed goal")
    given = asked.parse_args()
    results = judged(given.people, given.seed)
    sys.stdout.write(page(results))
    failures = missed(results)
    sys.stdout.write("".join(f"missed: {failure}\n" for failure in failures))
    return 1 if failures and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
