"""Fixtures, few and named after what they give, and the rules that every test run keeps."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from filled_diary import filled
from hypothesis import settings
from inside import Inside
from running import Program, clean_environment

import cramplog
from cramplog.diary.repository import Diary

pytest_plugins = ["server_fixtures", "encryption_fixtures", "merging_fixtures"]

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started in the background of a script
    signal.signal(signal.SIGINT, signal.default_int_handler)  # or no child could be interrupted
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # started by nohup
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

ON_CI = os.environ.get("CI") == "true"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if ON_CI else "here")


def pytest_report_header() -> str:
    """Says which cramplog is tested: an old install passes for the tree all too easily."""
    return f"cramplog {cramplog.__version__} from {os.path.dirname(cramplog.__file__)}"


PROCESSES = {"cramplog", "cramp", "week", "encrypted", "server", "cluster", "page"}
"""Fixtures that start processes of their own: a program, a server, a browser."""
LENGTHY = (
    *("architecture", "faults", "program", "server", "files", "diary"),
    *("test_examples", "test_pdf", "test_html_browser", "test_merge_properties", "validators"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as quick what runs in this process alone: `pytest -m quick` takes about a minute."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if not names & PROCESSES and not any(part in item.nodeid for part in LENGTHY):
            item.add_marker(pytest.mark.quick)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test, on CI."""
    report = yield
    _fail_if_skipped_on_ci(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A skipped module, on CI."""
    report = yield
    _fail_if_skipped_on_ci(report)
    return report


def _fail_if_skipped_on_ci(report: pytest.TestReport | pytest.CollectReport) -> None:
    """On CI a skip is a failure: everything that a test needs is installed there."""
    if ON_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped on CI: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def _no_test_sees_the_real_home() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("CRAMPLOG_", "XDG_")) or name in ("NO_COLOR", "COLUMNS", "LC_ALL"):
                patch.delenv(name)
        for name, value in clean_environment(Path(folder)).items():
            patch.setenv(name, value)
        time.tzset()
        yield


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture(name="cramplog")
def cramplog_program(home: Path) -> Program:
    """The installed `cramplog`, in an empty home."""
    return _installed("cramplog", home)


@pytest.fixture(name="cramp")
def cramp_program(home: Path) -> Program:
    """The installed `cramp`, in the same empty home."""
    return _installed("cramp", home)


WEEK = (
    "log 2026-11-16 23:50 left calf 5m 7 woke @stress +stretch!2m",
    "log 2026-11-19 02:30 right foot 90s 4 sore",
    "log 2026-11-21 03:00 left calf and right hamstring tonic ~12m 8 woke sore @cold @dehydration",
    "log 2026-11-21 16:15 both leg clonic 20s 3",
    "night 2026-11-17 quiet water=1.2l stress=6",
    "night 2026-11-19 quiet",
    "log 02:30 right calf 3m 6 hard numb --note 'after a long walk'",
)


@pytest.fixture(scope="session")
def _a_week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("week")
    program = _installed("cramplog", home)
    for line in WEEK:
        told = program(*shlex.split(line))
        assert told.code == 0, told
    return home


@pytest.fixture
def week(home: Path, _a_week: Path) -> Path:
    """The home, with a diary of one week in it: episodes 1 to 5 and two quiet nights."""
    return shutil.copytree(_a_week, home, dirs_exist_ok=True)


def _installed(name: str, home: Path) -> Program:
    script = Path(sys.executable).with_name(name)
    return Program([str(script)], clean_environment(home), home)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    """A new diary, open in the test's own process."""
    opened = Diary(str(tmp_path / "diary.db"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "diary.db"
    filled(path).close()
    return path


@pytest.fixture
def filled_file(_filled: Path, tmp_path: Path) -> Path:
    """The file of a diary with something in every table."""
    return Path(shutil.copy(_filled, tmp_path / "filled.db"))


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Inside:
    """`cramplog WORDS` in the empty home, inside the test's own process."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("COLUMNS", "80")
    return Inside(capsys)
