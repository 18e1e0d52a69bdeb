"""Whole screens of the everyday commands, byte for byte, at 80 and at 40 columns.

RENEW_GOLDENS=1 writes them anew: read the diff.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from golden import assert_golden
from inside import Inside

GOLDEN = Path(__file__).with_name("golden")

WEEK = (
    "log 2026-11-16 23:50 left calf 5m 7 woke @stress +stretch!2m",
    "log 2026-11-19 02:30 right foot 90s 4 sore",
    "log 2026-11-21 03:00 left calf and right hamstring tonic ~12m 8 not-woke @cold @dehydration",
    "log 2026-11-21 16:15 both leg clonic 20s 3",
    "night 2026-11-17 quiet water=1.2l stress=6 cold=no temp=4..19",
    "night 2026-11-19 quiet",
)
EVERYTHING = (
    "log about 02:30 left calf+toes and right foot ~4m30s tonic 7 woke not-sore @cold "
    "+stretch!2m +walk --note 'after a long walk'"
)
SCREENS: dict[str, tuple[tuple[str, ...], str]] = {
    "log_bare": ((), "log"),
    "log_everything": ((), EVERYTHING),
    "log_daytime": ((), "log yesterday 15:00 right calf"),
    "log_on_a_quiet_night": (("night quiet",), "log 02:30 calf"),
    "log_a_twin": (("log 02:30 left calf",), "log 02:31 left calf"),
    "edit": (("log 02:30 left calf 5m 7 @cold --note x",), "edit 1 right 02:20 pain= note="),
    "delete_one": (WEEK, "delete 2"),
    "delete_two": (WEEK, "delete 1 2"),
    "undo": (WEEK, "undo"),
    "list": (WEEK, "list"),
    "list_empty": ((), "list"),
    "list_nothing_found": (WEEK, "list --muscle hand"),
    "show_everything": (
        ("log 02:30 left calf+toes 5m clonic 7 woke not-sore @cold +stretch!2m --note 'a\nb'",),
        "show 1",
    ),
    "show_little": (("log yesterday 15:00",), "show 1"),
    "night_recorded": ((), "night quiet stress=6 water=1.2l cold=no temp=4..19"),
    "night_shown": (WEEK, "night 2026-11-17"),
    "night_unknown": (WEEK, "night 2026-11-18"),
    "start": ((), "start left calf 5 @cold"),
    "status_running": (("start 5m ago left calf 5 @cold",), "status"),
    "status_forgotten": (("start 3h ago left calf",), "status"),
    "status_none": ((), "status"),
    "stop": (("start 5m ago left calf",), "stop 7"),
    "cancel": (("start 5m ago left calf",), "cancel"),
    "home_empty": ((), ""),
    "home_week": (WEEK, ""),
    "home_running": ((*WEEK, "start 5m ago left calf"), ""),
    "person": (("person set born=1958 sex=f",), "person show"),
    "condition": (
        ("condition add bad knees --since 2019", "condition deny gout"),
        "condition list",
    ),
    "symptom": ((), "symptom swelling left"),
    "config": ((), "config set week.starts_on sunday"),
    "error_readings": ((), "log calf left foot"),
    "not_understood": ((), "log left calv hurts"),
    "error_meant": (("log foot",), "edit last calv"),
}


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_the_golden_one_and_fits(
    name: str, columns: int, run: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, line = SCREENS[name]
    for each in before:
        assert run(*shlex.split(each)).code == 0, each
    monkeypatch.setenv("COLUMNS", str(columns))
    told = run(*shlex.split(line))
    assert [each for each in told.stdout.splitlines() if len(each) > columns] == []
    assert [each for each in told.stdout.splitlines() if each != each.rstrip()] == []
    text = f"$ cramplog {line}\n{told.stdout}{told.stderr}[{told.code}]\n"
    assert_golden(GOLDEN / f"screen_{name}_{columns}.txt", text)


def test_no_golden_file_is_left_over() -> None:
    expected = {f"screen_{name}_{columns}.txt" for name in SCREENS for columns in (80, 40)}
    assert {file.name for file in GOLDEN.glob("screen_*")} == expected
