"""A record of all that a Bundle can tell, with texts that mean harm, for tests of FHIR."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from memory_diary import cramp, moment

from cramplog.config import Hours
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.facts import Facts
from cramplog.flags.evaluate import Flag, evaluate
from cramplog.flags.record import Record
from cramplog.interchange import fhir_codes
from cramplog.interchange.fhir_bundle import COLLECTION, Bundle, Content
from cramplog.interchange.fhir_facts import Told
from cramplog.interchange.json_diary import Reading
from cramplog.services import import_record, stored_facts

NOW = moment("2026-11-23 15:30")
SAMPLE = Path(__file__).parent / "interchange" / "samples" / "diary-1.json"
HOSTILE = '=HYPERLINK("x") <script>alert(1)</script> ]]> \x1b[31m \u202e ![x](http://x) #set page'


def uid(number: int) -> str:
    return f"01518df6-2ea0-7e96-bf84-{number:012x}"


def cramps() -> list[Episode]:
    """Every place, type, feature and remedy, and texts that mean harm."""
    found = [
        cramp(f"2026-11-{day:02} 02:30", "left calf", id=uid(day), pain=8, duration_seconds=720)
        for day in range(4, 20)
    ]
    found.append(
        cramp(
            "2026-11-20 02:30",
            id=uid(90),
            sites=tuple(
                Site(muscle=muscle, side=side)
                for muscle in ("calf", "foot", "sole", "toes", "shin", "thigh", "hamstring")
                for side in ("left", "right", "both", None)
            ),
            duration_seconds=100,
            duration_is_estimate=True,
            time_is_approximate=True,
            woke=True,
            numb=False,
            triggers=("stress", "moonlight"),
            tried=(
                Tried(remedy="stretch", helped=True, relief_seconds=120),
                Tried(remedy="walk"),
            ),
            note=HOSTILE,
            utc_offset=7200,
        )
    )
    found.append(cramp("2026-11-21 02:30", "right hand, other", id=uid(91), type="clonic"))
    found.append(cramp("2026-11-22 02:30", id=uid(92)))
    return found


def flags() -> tuple[Flag, ...]:
    diary = Record(
        today=NOW.instant // 86400 + 719163,
        day=NOW.instant // 86400 + 719163,
        now=NOW.instant,
        facts=Facts(person="me"),
        episodes=tuple(cramps()),
    )
    return evaluate(diary).flags


@cache
def full() -> Content:
    """What the frozen sample and the cramps above hold."""
    with tempfile.TemporaryDirectory() as folder:
        diary = Diary(f"{folder}/diary.db")
        with SAMPLE.open(encoding="utf-8") as file:
            reading = Reading(file, "sample")
            import_record.import_whole(diary, reading.head, reading.entries(), NOW, name="sample")
        facts = {entity: tuple(stored_facts.held(diary, entity)) for entity in stored_facts.KEYS}
        profile = {fact.key: str(fact.row["value"]) for fact in facts["profile"]}
        nights = tuple(diary.nights())
        diary.close()
    return Content(
        person_uid=uid(1),
        person="Zoë",
        profile=profile,
        pregnancy_told_at=NOW.instant,
        conditions=facts["condition"],
        medicines=facts["medicine"],
        signs=facts["symptom"],
        nights=nights,
        flags=tuple(Told(flag=each) for each in flags()),
        episodes=cramps,
        hours=Hours(),
        now=NOW,
    )


def written(content: Content, kind: str = COLLECTION) -> Any:
    return json.loads(b"".join(Bundle(content).write(kind)))


def resources(bundle: Any, kind: str = "") -> list[dict[str, Any]]:
    found = [each["resource"] for each in bundle["entry"]]
    return [each for each in found if kind in ("", each["resourceType"])]


def of_profile(bundle: Any, name: str) -> list[dict[str, Any]]:
    profile = f"{fhir_codes.PROFILES}/{name}"
    return [r for r in resources(bundle) if profile in r.get("meta", {}).get("profile", ())]


def values(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every key and value of a tree."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner
            yield from values(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, key)
