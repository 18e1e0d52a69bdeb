"""`export csv` and `import`: what is written where, what is said of it, and nothing is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_diary import cramp, moment, night

from cramplog.cli import importing
from cramplog.cli.exporting import dictionary, export_csv
from cramplog.cli.import_map import Wanted
from cramplog.cli.session import Result, Session
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.muscles import MUSCLES, SIDES
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS
from cramplog.errors import BadFile, BadOption, BadTime, FileExists
from cramplog.render.screen import Screen
from cramplog.services import nights, transfer

NOW = moment("2026-11-23 13:00")


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def at(db: str, **options: Any) -> Session:
    session = Session("export csv", db=db, **options)
    session.now = NOW
    return session


def import_(session: Session, file: str, **options: Any) -> Result:
    return importing.import_(session, Wanted(file=file, **options))


def said(result: Result) -> str:
    return "\n".join(result.text(Screen(width=200)))


def stored(db: str, *episodes: Episode) -> None:
    diary = Diary(db)
    transfer.import_episodes(diary, enumerate(episodes, 2), NOW, name="x")
    diary.close()


def some() -> tuple[Episode, ...]:
    begins = ("2026-11-16 23:50", "2026-11-19 02:30", "2026-11-21 03:00")
    return tuple(
        cramp(each, "left calf", id=f"01518df6-2ea0-7e96-bf84-{n:012x}", note=f"note {n}", pain=n)
        for n, each in enumerate(begins)
    )


def test_an_export_says_what_it_wrote_and_that_it_is_not_encrypted() -> None:
    stored("a.db", *some())
    result = export_csv(at("a.db"), output="x.csv")
    assert said(result) == (
        "Wrote x.csv: 3 episodes, nights of Mon 16 Nov 2026 to Fri 20 Nov 2026. "
        "It is not encrypted.\n"
        "It contains your notes (3); without them: --no-notes.\n"
        f"What its columns mean: {dictionary()}"
    )
    assert result.data() == {
        "file": "x.csv",
        "format": "csv",
        "rows_of": "episodes",
        "episodes": 3,
        "notes": 3,
        "encrypted": False,
        "first_night": "2026-11-16",
        "last_night": "2026-11-20",
    }
    assert "notes" not in said(export_csv(at("a.db"), output="y.csv", no_notes=True))
    one, columns = said(
        export_csv(at("a.db"), output="z.csv", no_notes=True, since="2026-11-20")
    ).splitlines()
    assert "episode" in Path(columns.removeprefix("What its columns mean: ")).read_text("utf-8")
    assert one == "Wrote z.csv: 1 episode, the night of Fri 20 Nov 2026. It is not encrypted."


def test_only_its_owner_can_read_the_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    stored("a.db", *some())
    export_csv(at("a.db"), output="x.csv")
    assert (tmp_path / "x.csv").stat().st_mode & 0o777 == 0o600
    assert not [name for name in os.listdir() if name.startswith(".")]


def test_the_name_is_that_of_the_day_unless_one_is_given() -> None:
    stored("a.db", *some())
    assert export_csv(at("a.db")).data()["file"] == "cramplog-2026-11-23.csv"
    assert export_csv(at("a.db"), night_log=True).data()["file"] == "cramplog-nights-2026-11-23.csv"


def test_a_file_that_is_there_is_kept_without_force(tmp_path: Path) -> None:
    stored("a.db", *some())
    (tmp_path / "x.csv").write_text("mine")
    with pytest.raises(FileExists):
        export_csv(at("a.db"), output="x.csv")
    assert (tmp_path / "x.csv").read_text() == "mine"
    export_csv(at("a.db"), output="x.csv", force=True)
    assert (tmp_path / "x.csv").read_text().startswith("number,")


def test_the_standard_output_holds_the_file_and_nothing_else(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    stored("a.db", *some())
    assert said(export_csv(at("a.db"), output="-")) == ""
    printed = capfdbinary.readouterr().out
    export_csv(at("a.db"), output="x.csv")
    assert printed == Path("x.csv").read_bytes()
    with pytest.raises(BadOption):
        export_csv(at("a.db", json=True), output="-")


def test_nights_of_a_period_are_cut_out_both_ends_included() -> None:
    stored("a.db", *some())
    result = export_csv(at("a.db"), output="x.csv", since="2026-11-18", until="2026-11-20")
    assert (result.data()["episodes"], result.exit_code) == (2, 0)
    with pytest.raises(BadTime):
        export_csv(at("a.db"), output="y.csv", since="soon")


def test_a_period_without_episodes_is_an_empty_file_and_says_so_by_its_exit_code() -> None:
    stored("a.db")
    assert export_csv(at("a.db"), output="x.csv", since="2026-11-18").exit_code == 0
    stored("a.db", *some())
    result = export_csv(at("a.db"), output="y.csv", since="2026-11-22")
    first = said(result).splitlines()[0]
    assert (result.exit_code, first) == (1, "Wrote y.csv: 0 episodes. It is not encrypted.")
    assert Path("y.csv").read_bytes() == Path("x.csv").read_bytes()


def test_an_import_says_what_became_of_each_row() -> None:
    stored("a.db", *some()[:1])
    stored("b.db", *some())
    export_csv(at("b.db"), output="x.csv")
    rows = Path("x.csv").read_text().replace(",2,", ",11,")
    Path("x.csv").write_text(rows, newline="")
    result = import_(at("a.db"), "x.csv", skip_bad=True)
    first, second = said(result).splitlines()
    assert first == (
        "Read 3 rows of episodes: 1 new, 1 already here, 1 not understood. Undo: cramplog undo"
    )
    assert second.startswith("line 4: pain is a whole number from 0 to 10")
    data = result.data()
    assert (data["read"], data["new"], data["already_here"], data["not_understood"]) == (3, 1, 1, 1)
    assert data["errors"][0]["line"] == 4


def test_a_dry_run_says_that_nothing_was_stored() -> None:
    stored("a.db")
    stored("b.db", *some())
    export_csv(at("b.db"), output="x.csv")
    assert said(import_(at("a.db"), "x.csv", dry_run=True)) == (
        "Read 3 rows of episodes: 3 new, 0 already here. Nothing was stored: a dry run."
    )
    assert export_csv(at("a.db"), output="y.csv").data()["episodes"] == 0


def test_columns_that_nobody_knows_are_left_out_with_a_warning() -> None:
    Path("x.csv").write_text("mood,started_at,weather\nlow,2026-11-20T02:30:00+00:00,rain\n")
    result = import_(at("a.db"), "x.csv")
    assert result.data()["new"] == 1
    nameless, columns = result.warnings
    assert columns == "Columns that cramplog does not know were left out: mood, weather."
    assert nameless.startswith("1 row names no place and no cramp")


@pytest.mark.parametrize("header", ["date,mood", "state", "a;b;c"])
def test_a_file_without_the_columns_that_rows_need_is_refused(header: str) -> None:
    Path("x.csv").write_text(f"{header}\n")
    with pytest.raises(BadFile, match="has no column started_at"):
        import_(at("a.db"), "x.csv")


@pytest.mark.parametrize("options", [{}, {"excel": True}, {"no_notes": True}, {"no_name": True}])
def test_export_import_export_gives_the_same_bytes_with_any_options(
    options: dict[str, Any],
) -> None:
    stored("a.db", *some())
    export_csv(at("a.db"), output="one.csv", **options)
    import_(at("b.db"), "one.csv")
    export_csv(at("b.db"), output="two.csv", **options)
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()


def test_the_night_log_comes_back_beside_the_episodes_to_the_byte() -> None:
    stored("a.db", *some())
    diary = Diary("a.db")
    noted = {"temp": "-5..19", "stress": "6", "moonlight": "no"}
    nights.record_night(diary, night("2026-11-19"), NOW, quiet=True, factors=noted)
    nights.record_night(diary, night("2026-11-16"), NOW, quiet=False, factors={"water": "1.2"})
    diary.close()
    export_csv(at("a.db"), output="episodes.csv")
    export_csv(at("a.db"), output="nights.csv", night_log=True)
    result = import_(at("b.db"), "nights.csv")
    assert said(result).startswith(
        "Read 7 rows of nights: 2 new, 0 already here, 5 with nothing to store."
    )
    assert import_(at("b.db"), "episodes.csv").data()["new"] == 3
    export_csv(at("b.db"), output="again.csv", night_log=True)
    assert Path("again.csv").read_bytes() == Path("nights.csv").read_bytes()
    assert import_(at("b.db"), "nights.csv").data()["already_here"] == 2


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
NOTES = TEXT | st.text(
    st.sampled_from(list("=+-@\t\r\n'\";, \u202e\u05d0\U0001f9b5\x1b\x85\u2028"))
)
UUIDS = st.uuids().map(str)
MAYBE = st.sampled_from([True, False, None])
ZONES = st.sampled_from([None, "Europe/London", "Etc/UTC", "America/New_York"])
REMEDY = st.builds(
    lambda remedy, helped, after: Tried(
        remedy=remedy, helped=helped, relief_seconds=after if helped else None
    ),
    st.sampled_from(sorted(REMEDIES)),
    st.booleans(),
    st.none() | st.integers(1, 86_400),
)


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """Any episode that a diary can hold, its number and place in the nights apart."""
    seconds = draw(st.none() | st.integers(1, 86_400))
    muscle, side = st.sampled_from(sorted(MUSCLES)), st.sampled_from([*SIDES, None])
    return Episode(
        id=draw(UUIDS),
        number=0,
        person="me",
        started_at=draw(st.integers(86_400, NOW.instant - 86_400)),
        utc_offset=draw(st.integers(-1439, 1439)) * 60,
        zone=draw(ZONES),
        time_is_approximate=draw(st.booleans()),
        night=0,
        duration_seconds=seconds,
        duration_is_estimate=seconds is not None and draw(st.booleans()),
        sites=tuple(draw(st.lists(st.builds(Site, muscle=muscle, side=side), max_size=4))),
        type=draw(st.sampled_from([None, "tonic", "clonic"])),
        spread=draw(st.sampled_from([None, "localized", "generalized"])),
        pain=draw(st.none() | st.integers(0, 10)),
        woke=draw(MAYBE),
        sore=draw(MAYBE),
        numb=draw(MAYBE),
        hard=draw(MAYBE),
        twitching=draw(MAYBE),
        triggers=tuple(
            draw(
                st.lists(st.sampled_from([*TRIGGERS, "moonlight", "k\u00e4se", "-x"]), unique=True)
            )
        ),
        tried=tuple(draw(st.lists(REMEDY, max_size=4, unique_by=lambda tried: tried.remedy))),
        note=draw(NOTES) or None,
        recorded_at=draw(st.integers(86_400, 2 * NOW.instant)),
        recorded_offset=draw(st.integers(-1439, 1439)) * 60,
        source=draw(st.sampled_from(["log", "stop", "import", "=cmd()"])),
    )


@settings(max_examples=60)
@given(st.lists(episodes(), max_size=6, unique_by=lambda each: each.id))
def test_export_import_export_gives_the_same_bytes_of_any_diary(found: list[Episode]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = f"{folder}/a.db", f"{folder}/b.db"
        stored(first, *found)
        export_csv(at(first), output=f"{folder}/one.csv")
        import_(at(second), f"{folder}/one.csv")
        export_csv(at(second), output=f"{folder}/two.csv")
        assert Path(folder, "one.csv").read_bytes() == Path(folder, "two.csv").read_bytes()
        kept = []
        for db in (first, second):
            diary = Diary(db)
            kept.append(list(diary.episodes()))
            diary.close()
        assert kept[0] == kept[1]
        assert len(kept[0]) == len(found)
