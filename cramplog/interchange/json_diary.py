"""A complete record as one JSON file and back, lossless (docs/data-dictionary.md).

One object: the format, the person and the settings first, then the facts, the nights and the
episodes, one a line, so that a file larger than memory can be written and read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TextIO

from cramplog.config import OWN_TRIGGER
from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord
from cramplog.domain.spelling import quoted
from cramplog.errors import BadFile, BadSetting, InputError
from cramplog.interchange import json_episodes, json_facts, texts
from cramplog.interchange.csv_cells import own_or_known
from cramplog.interchange.json_stream import Stream
from cramplog.interchange.json_values import Record
from cramplog.letters import shows
from cramplog.services.import_record import Entry, Head
from cramplog.services.people import LONGEST_NAME
from cramplog.services.stored_facts import Held

FORMAT = "cramplog-diary"
VERSION = 1
_TELLING = ("started_at", "night", "on", "name", "key", "rule", "since", "id")
BATCH = 500  # records encoded at a time

Read = tuple[int, Entry | InputError]
"""The line on which a record begins, and its entry or its error."""


def write(
    head: Head,
    facts: Mapping[str, Iterable[Held]],
    nights: Iterable[NightRecord],
    episodes: Iterable[Episode],
    *,
    notes: bool = True,
    name: bool = True,
) -> Iterator[bytes]:
    """Yield the file in parts; `facts` are those of each kind."""
    person = {"name": head.person if name else None, "id": head.uid}
    opening = {"format": FORMAT, "version": VERSION, "person": person, "settings": head.settings}
    yield _json(opening)[:-1].encode()
    for key, entity in json_facts.SECTIONS.items():
        records = (json_facts.record(fact, notes=notes) for fact in facts.get(entity, ()))
        yield from _section(key, records)
    yield from _section("nights", map(json_episodes.night_record, nights))
    yield from _section(
        "episodes", (json_episodes.episode_record(episode, notes=notes) for episode in episodes)
    )
    yield b"\n}\n"


def _section(key: str, records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    yield f',\n"{key}": ['.encode()
    lines: list[str] = []
    comma = "\n"
    for record in records:
        lines.append(comma + _json(record))
        comma = ",\n"
        if len(lines) == BATCH:
            yield "".join(lines).encode("utf-8")
            lines.clear()
    yield "".join(lines).encode("utf-8")
    yield b"]" if comma == "\n" else b"\n]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class Reading:
    """A file of ours for reading: its head at once, its entries one at a time."""

    def __init__(self, file: TextIO, name: str) -> None:
        """Read up to the first array; raises BadFile for another format or a newer version."""
        self._stream = Stream(file, name)
        self._members = self._stream.members()
        said: dict[str, Any] = {}
        for key in self._members:
            if self._stream.peek() == "[":
                self._first = key
                break
            said[key] = self._stream.value()
        else:
            self._first = ""
        if said.get("format") != FORMAT:
            raise BadFile(
                f'{name} does not begin with "format": "{FORMAT}".',
                "`cramplog export json` writes such files.",
            )
        if said.get("version") != VERSION:
            raise BadFile(
                f"{name} is of version {quoted(str(said.get('version')))}; this program reads "
                f"version {VERSION}.",
                "Update cramplog.",
            )
        self.head = _head(said, name)

    def entries(self) -> Iterator[Read]:
        """Yield the file's entries in its order; raises BadFile if it is not JSON."""
        key = self._first
        while key:
            read = self._reader(key)
            for line, value in self._stream.elements():
                try:
                    entry: Entry | InputError = read(value)
                except InputError as problem:
                    entry = texts.named(problem, _telling(value))
                yield line, entry
            key = next(self._members, "")
        self._stream.end()

    def _reader(self, key: str) -> Callable[[Any], Entry]:
        person = self.head.person
        if key in json_facts.SECTIONS:
            return partial(json_facts.read, json_facts.SECTIONS[key])
        if key == "nights":
            return partial(json_episodes.read_night, person=person)
        if key == "episodes":
            return partial(json_episodes.read_episode, person=person)
        raise BadFile(f"{self._stream.name} has a part {quoted(key)} that I do not know.")


def _telling(value: Any) -> list[str]:
    """Return the values by which a reader of the file finds a record."""
    told = value if isinstance(value, dict) else {}
    return [each for key in _TELLING if isinstance(each := told.get(key), str)]


def _head(said: dict[str, Any], name: str) -> Head:
    try:
        whose = Record(said.get("person") or {})
        person, uid = whose.maybe_text("name", LONGEST_NAME) or "", whose.maybe_text("id") or ""
        told = Record({"settings": said.get("settings")}).mapped("settings")
        settings = {key: _setting(key, value) for key, value in told.items()}
        uid = texts.uuid(uid)
    except InputError as problem:
        raise BadFile(f"{name}: {problem.message}", problem.hint) from None
    if not all(map(shows, person)):
        raise BadFile(f"{name}: {quoted(person)} is no name that a person can have.")
    return Head(person=person, uid=uid, settings=settings)


def _setting(key: str, value: str) -> str:
    """Return a setting's text; a trigger's name is checked here, other settings elsewhere."""
    if len(value) > LONGEST_NAME or texts.not_text(value) or texts.not_text(key):
        raise BadSetting(f"{quoted(key)} is {quoted(value)}, which no setting can be.")
    name = key.removeprefix(OWN_TRIGGER)
    if name != key and own_or_known(name) != name:
        raise BadSetting(f"{quoted(name)} is no name for a trigger of one's own.")
    return value
