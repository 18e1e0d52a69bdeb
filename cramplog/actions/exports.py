"""`export json` and `export fhir`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cramplog.actions.outputs import Held, Output, Wanted
from cramplog.interchange import json_diary
from cramplog.interchange.json_facts import SECTIONS
from cramplog.services import holdings
from cramplog.services.whole import Head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cramplog.actions.result import Context, Result
    from cramplog.domain.episode import Episode


class _Passing:
    """Episodes on their way into a file, counted."""

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


def export_json(context: Context, **options: Any) -> Result:
    """Write the whole record to a JSON file, lossless; a period cuts nights and episodes alone.

    `options` are those of `outputs.Wanted`. Raises FileExists, BadFile, BadTime, BadOption.
    """
    wanted = Wanted(**options)
    output = Output(context, wanted, "cramplog", "json")
    diary = context.diary()
    period = wanted.nights(context, diary)
    facts = {entity: list(holdings.held(diary, entity)) for entity in SECTIONS.values()}
    nights = diary.nights(**period)
    passing = _Passing(diary.episodes("oldest", **period))
    head = Head(person=diary.person, settings=holdings.settings(diary))
    keep = {"notes": not wanted.no_notes, "name": not wanted.no_name}
    file = output.put(json_diary.write(head, facts, nights, passing, **keep))
    counts = {
        "episodes": passing.count,
        "nights": len(nights),
        "facts": sum(map(len, facts.values())),
    }
    return _told(output, file, counts, passing, "" if wanted.no_name else diary.person, wanted)


def _told(
    output: Output,
    file: str | None,
    counts: dict[str, int],
    passing: _Passing,
    person: str,
    wanted: Wanted,
) -> Result:
    notes = 0 if wanted.no_notes else passing.notes
    held = Held(counts=counts, notes=notes, person=person)
    return output.told(file, held.replace(first_night=passing.first, last_night=passing.last))
