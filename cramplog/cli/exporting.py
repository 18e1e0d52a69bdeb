"""`export csv`, `export json` and `export fhir`: the diary as a file for others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from cramplog.cli.age import ENCRYPT, TO_RECIPIENT
from cramplog.cli.declare import Option, command
from cramplog.cli.listing import SINCE, UNTIL
from cramplog.cli.output_file import (
    FORCE,
    INITIALS,
    NO_NAME,
    NO_NOTES,
    OUTPUT,
    Contents,
    Output,
    Wanted,
)
from cramplog.cli.session import Result, Session
from cramplog.clock import Moment
from cramplog.config import Hours, own_triggers
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode
from cramplog.domain.night import iso
from cramplog.errors import BadOption
from cramplog.flags.outcome import URGENCIES
from cramplog.interchange import csv_dialect, csv_episodes, csv_nights, fhir_bundle, json_diary
from cramplog.interchange.fhir_facts import Told
from cramplog.interchange.json_facts import SECTIONS
from cramplog.services import judge, people, stored_facts
from cramplog.services import night_log as log_of_nights
from cramplog.services.import_record import Head

DICTIONARY = "data-dictionary.md"
HELP = """Write the diary to a file for others: CSV, JSON or FHIR.

Examples:
cramplog export csv
cramplog export json -o diary.json
cramplog export fhir --since 2026-01-01
"""
PERIOD = (SINCE, UNTIL)
PRIVACY = (NO_NOTES, NO_NAME)
FILE = (ENCRYPT, TO_RECIPIENT, INITIALS, FORCE)


class _Passing:
    """Count episodes on their way into a file."""

    def __init__(self, episodes: Iterable[Episode]) -> None:
        self._episodes = episodes
        self.count = self.notes = self.first = self.last = 0

    def __iter__(self) -> Iterator[Episode]:
        for episode in self._episodes:
            self.count += 1
            self.notes += episode.note is not None
            self.first = self.first or episode.night
            self.last = episode.night
            yield episode


@command(
    "export csv",
    OUTPUT,
    *PERIOD,
    Option(flags=("--night-log",), help="Nights and their factors, not episodes."),
    *PRIVACY,
    Option(flags=("--excel",), help="Mark the file for Excel (BOM)."),
    Option(
        flags=("--separator",),
        metavar="C",
        help="Between cells: ',', ';' (European Excel) or tab.  [default: ,]",
    ),
    *FILE,
)
def export_csv(
    session: Session,
    *,
    night_log: bool = False,
    excel: bool = False,
    separator: str | None = None,
    **options: Any,
) -> Result:
    """Write a CSV file: one row a cramp, oldest first.

    Examples:
    cramplog export csv
    cramplog export csv -o cramps.csv --since 2026-01-01 --separator ';'
    cramplog export csv --night-log
    """
    wanted = Wanted(**options)
    between = csv_dialect.SEPARATORS.get(csv_dialect.COMMA if separator is None else separator)
    if between is None:
        raise BadOption("--separator is ',', ';', '|' or tab.", "European Excel reads ';'.")
    form: dict[str, Any] = {"excel": excel, "separator": between}
    output = Output(session, wanted, "cramplog-nights" if night_log else "cramplog", "csv")
    diary = session.look()
    nights = wanted.nights(session, diary)
    name = "" if wanted.no_name else diary.person
    if night_log:
        lines = log_of_nights.night_lines(diary, session.now, **nights)
        noted = log_of_nights.noted(lines)
        file = output.put(csv_nights.write(lines, noted, person=name, **form))
        span = (lines[0].night, lines[-1].night) if lines else (0, 0)
        held = Contents(counts={"nights": len(lines)}, person=name)
    else:
        written = csv_episodes.Written()
        form |= {"notes": not wanted.no_notes, "name": not wanted.no_name}
        episodes = diary.every_episode(**nights)
        file = output.put(csv_episodes.write(episodes, written, **form))
        span = (written.first_night, written.last_night)
        held = Contents(counts={"episodes": written.episodes}, notes=written.notes, person=name)
    held = held.replace(first_night=span[0], last_night=span[1], explained_in=dictionary())
    result = output.result(file, held, rows_of="nights" if night_log else "episodes")
    matched = span[0] or not nights or diary.first_night() is None
    return result if matched else result.replace(exit_code=1)


def dictionary() -> str:
    """Return the data dictionary's path: in the installed package, or in `docs` of a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, DICTIONARY)
    return (
        inside
        if os.path.isfile(inside)
        else os.path.join(os.path.dirname(package), "docs", DICTIONARY)
    )


@command("export json", OUTPUT, *PERIOD, *PRIVACY, *FILE)
def export_json(session: Session, **options: Any) -> Result:
    """Write everything that is recorded to one JSON file; `import` takes it back whole.

    Examples:
    cramplog export json
    cramplog export json -o diary.json --no-notes
    """
    wanted = Wanted(**options)
    output = Output(session, wanted, "cramplog", "json")
    diary = session.look()
    period = wanted.nights(session, diary)
    facts = {entity: list(stored_facts.held(diary, entity)) for entity in SECTIONS.values()}
    if wanted.no_name:
        facts["profile"] = [fact for fact in facts["profile"] if fact.key != "name"]
    nights = diary.nights(**period)
    passing = _Passing(diary.every_episode(**period))
    head = Head(
        person=diary.person,
        uid=stored_facts.person_uid(diary),
        settings=stored_facts.settings(diary),
    )
    keep = {"notes": not wanted.no_notes, "name": not wanted.no_name}
    file = output.put(json_diary.write(head, facts, nights, passing, **keep))
    counts = {
        "episodes": passing.count,
        "nights": len(nights),
        "facts": sum(map(len, facts.values())),
    }
    held = Contents(
        counts=counts,
        notes=0 if wanted.no_notes else passing.notes,
        first_night=passing.first,
        last_night=passing.last,
        person="" if wanted.no_name else diary.person,
    )
    return output.result(file, held)


@command(
    "export fhir",
    OUTPUT,
    Option(flags=("--document",), help="A document, with a Composition in front."),
    Option(flags=("--transaction",), help="For a server: each resource is put by its id."),
    *PERIOD,
    *PRIVACY,
    *FILE,
)
def export_fhir(
    session: Session, *, document: bool = False, transaction: bool = False, **options: Any
) -> Result:
    """Write a FHIR R4 Bundle, which a clinic's record can take in.

    Examples:
    cramplog export fhir
    cramplog export fhir --since 2026-01-01 --document
    cramplog export fhir --transaction -o upload.json
    """
    wanted = Wanted(**options)
    if document and transaction:
        raise BadOption("a Bundle is a document or a transaction, not both.", "Give one of them.")
    output = Output(session, wanted, "cramplog", "fhir")
    diary = session.look()
    period = wanted.nights(session, diary)
    nights = tuple(night for night in diary.nights(**period) if night.quiet)
    profile = {fact.key: fact for fact in stored_facts.held(diary, "profile")}
    passing = _Passing(diary.every_episode(**period))
    first = iter((passing,))  # of a document the cramps are read twice, and counted once
    content = fhir_bundle.Content(
        person_uid=stored_facts.person_uid(diary),
        person="" if wanted.no_name else people.name_on_papers(diary),
        profile={key: str(fact.row["value"]) for key, fact in profile.items()},
        pregnancy_told_at=profile["pregnant"].row["recorded_at"] if "pregnant" in profile else 0,
        conditions=tuple(stored_facts.held(diary, "condition")),
        medicines=tuple(stored_facts.held(diary, "medicine")),
        signs=tuple(
            s for s in stored_facts.held(diary, "symptom") if _within(s.row["day"], period)
        ),
        nights=nights,
        flags=tuple(_flags(diary, session.now, reasons=not wanted.no_notes)),
        own_triggers=own_triggers(diary.settings),
        episodes=lambda: next(first, None) or diary.episodes("oldest", **period),
        hours=Hours.of(diary.settings),
        now=session.now,
        notes=not wanted.no_notes,
    )
    kind = fhir_bundle.DOCUMENT if document else fhir_bundle.COLLECTION
    kind = fhir_bundle.TRANSACTION if transaction else kind
    file = output.put(fhir_bundle.Bundle(content).write(kind))
    counts = {
        "episodes": passing.count,
        "nights": len(nights),
        "facts": len(content.conditions) + len(content.medicines) + len(content.signs),
        "flags": len(content.flags),
    }
    held = Contents(
        counts=counts,
        notes=0 if wanted.no_notes else passing.notes,
        first_night=passing.first,
        last_night=passing.last,
        person=content.person,
    )
    return output.result(file, held)


def _flags(diary: Diary, now: Moment, *, reasons: bool) -> list[Told]:
    """Return every flag that is on, the most urgent first, quieted ones included."""
    judged = judge.judged(diary, now)
    flags = [Told(flag=flag) for flag in judged.evaluation.flags]
    flags += [
        Told(flag=each.flag, until=iso(each.until), because=each.because if reasons else "")
        for each in judged.quiet
    ]
    return sorted(flags, key=lambda each: URGENCIES.index(each.flag.fired.urgency))


def _within(day: int, period: dict[str, int]) -> bool:
    return period.get("since", day) <= day <= period.get("until", day)
