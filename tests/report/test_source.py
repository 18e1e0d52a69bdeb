"""The diary on disk answers a report as the diary in memory does."""

from collections.abc import Iterable
from pathlib import Path

from memory_diary import MemoryDiary
from sample_diaries import NOW, WEEK, WEEK_QUIET

from cramplog.diary.repository import Diary
from cramplog.diary.rows import episode_children, episode_row
from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord
from cramplog.report import period
from cramplog.report.build import Report, build
from cramplog.report.source import Source
from cramplog.services.nights import put_night


def _stored(path: Path, cramps: Iterable[Episode], quiet: Iterable[int]) -> Diary:
    diary = Diary(str(path))
    with diary.act("import", 0) as act:
        for cramp in cramps:
            episode = cramp.replace(number=act.number(), id=act.uid())
            act.add(
                "episode",
                episode_row(episode, act.person_id),
                episode_children(episode, act.person_id),
            )
        for night in quiet:
            put_night(act, NightRecord(person=diary.person, night=night, quiet=True, recorded_at=0))
    return diary


def _reports(source: Source) -> list[Report]:
    begins = source.first_night()
    periods = (period.week(NOW), period.year(NOW), period.between(None, None, NOW, begins=begins))
    found = [build(source, each, NOW) for each in periods]
    unnumbered = [
        tuple(episode.replace(id="", number=0) for episode in each.episodes) for each in found
    ]
    return [each.replace(episodes=told) for each, told in zip(found, unnumbered, strict=True)]


def test_a_stored_diary_gives_the_same_reports(tmp_path: Path) -> None:
    diary = _stored(tmp_path / "diary.db", WEEK, WEEK_QUIET)
    assert _reports(diary) == _reports(MemoryDiary(WEEK, WEEK_QUIET))
    diary.close()


def test_an_empty_stored_diary_gives_the_same_reports(tmp_path: Path) -> None:
    diary = _stored(tmp_path / "diary.db", [], [])
    assert _reports(diary) == _reports(MemoryDiary())
    diary.close()
