"""The tally of how typical cramps are: no score, and unknown is not no."""

from __future__ import annotations

from memory_diary import cramp

from cramplog.domain.episode import Episode
from cramplog.flags.typical import tally
from cramplog.render import typical


def lines(*cramps: Episode, width: int = 200) -> list[str]:
    return typical.text(tally(cramps), width)


def test_without_a_cramp_there_is_nothing_to_tally() -> None:
    assert lines() == []


def test_what_is_not_said_is_not_known_and_distress_is_not_kept() -> None:
    told = lines(cramp("2026-11-20 02:30"))
    assert told[0].endswith("Your cramp of the last 28 nights")
    assert told[1].endswith("the diary tells nothing yet of its 3 criteria")
    assert "  intense pain: not known" in told
    assert "  distress: not kept in the diary" in told


def test_each_criterion_counts_the_cramps_of_which_it_is_known() -> None:
    told = lines(
        cramp("2026-11-20 02:30", "left calf", pain=8, hard=True, woke=True),
        cramp("2026-11-21 02:30", "left calf", pain=3, hard=False),
        cramp("2026-11-22 02:30"),
    )
    assert "  pain in leg or foot with a hard muscle: 1 of 2; 1 unknown" in told
    assert "  during the time in bed: 1 of 1; 2 unknown" in told
    assert any("tells of 2 of 3 criteria; 2 of these hold" in line for line in told)


def test_it_says_that_there_is_no_cut_off_and_no_diagnosis() -> None:
    told = lines(cramp("2026-11-20 02:30"))
    assert told[-1] == typical.NO_CUT_OFF
    assert "no diagnosis" in told[-1]
    assert not any("score of" in line or "%" in line for line in told)


def test_the_tally_fits_a_narrow_screen() -> None:
    for width in (40, 80):
        assert max(map(len, lines(cramp("2026-11-20 02:30", "calf"), width=width))) <= width


def test_in_json_each_criterion_has_its_source_and_numbers() -> None:
    found = typical.data(tally([cramp("2026-11-20 02:30", "calf", woke=False)]))
    assert len(found) == 10
    assert {"source", "criterion", "yes", "known", "of", "kept"} == set(found[0])
    slept = next(item for item in found if item["criterion"] == "sleep disturbed")
    assert (slept["yes"], slept["known"], slept["of"]) == (0, 1, 1)
