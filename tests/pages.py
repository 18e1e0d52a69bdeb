"""Reports of any size, as realistic and as hostile as wanted, for the tests of pages."""

from __future__ import annotations

import random
from datetime import date, timedelta

from memory_diary import MemoryDiary, cramp, moment, night

from cramplog.domain.episode import Episode, Tried
from cramplog.domain.facts import Condition, Dose, Facts, Medicine, Visit
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS
from cramplog.report import period
from cramplog.report.build import Report, build

NOW = moment("2026-11-23 13:00")
LAST = night("2026-11-22")
HOSTILE = (
    '=HYPERLINK("http://127.0.0.1/","x") <script>alert(1)</script> <img src=x onerror=alert(1)> '
    "#set page(width: 1pt) #panic() $x$ *b* _i_ `c` [l](javascript:1) ]]> --> </style> {{7*7}} "
    "\x1b[31mred \u202eodd\u202c \ud800 @ref // \\"
)
FLAG = {
    "id": "ART-REGULAR",
    "origin": "article",
    "urgency": "ROUTINE",
    "title": "Cramps come regularly",
    "seen": "12 cramp nights in 28.",
}


def cramps(count: int, nights: int, *, note: str | None = None, seed: int = 4) -> list[Episode]:
    """That many cramps over the last nights, the same for the same seed."""
    chance = random.Random(seed)
    found: list[Episode] = []
    for _ in range(count):
        evening = date.fromordinal(LAST - chance.randrange(nights))
        at = f"{evening + timedelta(days=1)} {chance.randrange(6):02}:{chance.randrange(60):02}"
        sides = chance.choice(["left", "left", "right", "both"])
        tried = (Tried(remedy="stretch", helped=chance.random() < 0.6, relief_seconds=90),)
        found.append(
            cramp(
                at,
                f"{sides} {chance.choice(['calf', 'calf', 'calf', 'foot', 'toes', 'hamstring'])}",
                duration_seconds=chance.choice([None, *range(30, 900, 45)]),
                pain=chance.choice([None, *range(2, 10)]),
                woke=chance.choice([True, True, False, None]),
                sore=chance.choice([True, False, None]),
                triggers=chance.choice([(), ("stress",), ("cold", "dehydration")]),
                tried=chance.choice([(), tried]),
                note=note or chance.choice([None, None, None, "after a long walk"]),
            )
        )
    found.sort(key=lambda episode: episode.started_at)
    return [episode.replace(number=at, id=str(at)) for at, episode in enumerate(found, 1)]


def facts(person: str = "me") -> Facts:
    """A person with medicines, conditions and a profile."""
    doses = (Dose(text="5 mg", since="2026-05"), Dose(text="10 mg", since="2026-08-01"))
    return Facts(
        person=person,
        profile={"born": "1958", "sex": "f", "weight": "70", "cramps_since": "2019"},
        conditions=(
            Condition(name="varicose_veins", since="2019", recorded_at=0),
            Condition(name="diabetes", absent=True, recorded_at=0),
        ),
        medicines=(
            Medicine(name="ramipril", known=False, started="2026-05", doses=doses, recorded_at=0),
            Medicine(name="atorvastatin", started="2024", recorded_at=0),
        ),
        no_other_medicines=True,
    )


def report(count: int, nights: int = 365, **fields: object) -> Report:
    """A report of the last nights with that many cramps; two thirds of the others are quiet."""
    told = cramps(count, nights)
    quiet = [night for night in range(LAST - nights + 1, LAST + 1) if night % 3]
    known = {episode.night for episode in told}
    diary = MemoryDiary(told, [night for night in quiet if night not in known] if count else [])
    span = period.between(LAST - nights + 1, LAST, NOW)
    made = build(diary, span, NOW, flags=[FLAG] if count else [], not_evaluable=12)
    return made.replace(**{"facts": facts() if count else None, **fields})


def crowded(note: str = HOSTILE * 40, count: int = 40) -> Report:
    """Everything that can be long is: texts, lists, flags, a note of 5,000 characters and more."""
    names = list(TRIGGERS)
    own = {f"own{number}": HOSTILE[:90] for number in range(30)}
    told = [
        episode.replace(
            note=note,
            triggers=(*names, *own)[at % 7 :: 5],
            tried=tuple(Tried(remedy=remedy, helped=True) for remedy in REMEDIES),
        )
        for at, episode in enumerate(cramps(count, 300))
    ]
    span = period.between(LAST - 299, LAST, NOW)
    flags = [
        {
            **FLAG,
            "id": f"{'ART' if at % 2 else 'GL'}-{at}",
            "origin": "article" if at % 2 else "A Publisher of Guidance, 2023; Another, undated",
            "urgency": ["EMERGENCY", "URGENT", "SOON", "ROUTINE", "INFO"][at % 5],
            "seen": HOSTILE * 3,
        }
        for at in range(24)
    ]
    person = HOSTILE + "w" * 5000
    long = [
        Medicine(name=f"{at} {HOSTILE}", known=False, started="2024", recorded_at=0)
        for at in range(25)
    ]
    ill = [Condition(name=f"{at} {HOSTILE}", known=False, recorded_at=0) for at in range(25)]
    made = build(MemoryDiary(told), span, NOW, person=person, flags=flags, own_triggers=own)
    return made.replace(
        facts=facts(person).replace(medicines=tuple(long), conditions=tuple(ill)),
        visit=Visit(day=LAST + 12, who=HOSTILE, recorded_at=0),
        snoozed=({**flags[0], "until": "2026-12-31", "because": HOSTILE},),
    )
