"""What the TAB key offers: to the scripts of today, and to those that were installed before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from frozen_diaries import REVISIONS, thawed
from inside import Inside


@pytest.fixture(name="offered")
def _offered(run: Inside, monkeypatch: pytest.MonkeyPatch) -> object:
    def offered(line: str) -> list[str]:
        short = line.split(maxsplit=1)[0] == "cramp"
        name = "_CRAMP_COMPLETE" if short else "_CRAMPLOG_COMPLETE"
        monkeypatch.setenv(name, "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        told = run(short=short)
        monkeypatch.delenv(name)
        assert (told.code, told.stderr) == (0, ""), told
        return told.stdout.split()

    return offered


ANYWHERE = {
    "cramplog re": {"report", "redo"},
    "cramplog log ca": {"calf"},
    "cramplog log left ca": {"calf"},
    "cramplog log le": {"left", "leg"},
    "cramplog log 5m to": {"toes", "tonic"},
    "cramplog log @str": {"@stress"},
    "cramplog log @stress,co": {"@stress,cold"},
    "cramplog log +str": {"+stretch"},
    "cramplog start wo": {"woke"},
    "cramplog log --mu": {"--muscle"},
    "cramplog log --muscle ham": {"hamstring"},
    "cramplog log --side l": {"left"},
    "cramplog log --type ton": {"tonic"},
    "cramplog log --trigger de": {"dehydration"},
    "cramplog log --tried st": {"stretch", "stand"},
    "cramplog log --helped st": {"stretch"},
    "cramplog list --muscle to": {"toes"},
    "cramplog --db x.db log ca": {"calf"},
    "cramplog condition add va": {"varicose_veins"},
    "cramplog symptom sw": {"swelling"},
    "cramplog night st": {"stress="},
    "cramplog night q": {"quiet"},
    "cramplog person set bo": {"born="},
    "cramplog flags --show ART-R": {"ART-REGULAR"},
    "cramplog config get ni": {"night.starts_at"},
    "cramplog --pl": {"--plain"},
    "cramp l": {"log", "list", "left", "leg", "localized"},
    "cramp left ca": {"calf"},
    "cramp rep": {"report"},
}


@pytest.mark.parametrize(("line", "expected"), ANYWHERE.items(), ids=ANYWHERE.keys())
def test_what_can_be_typed_is_offered(line: str, expected: set[str], offered: object) -> None:
    assert callable(offered)
    assert expected <= set(offered(line))


def test_nothing_is_made_where_there_is_no_diary(offered: object, home: Path) -> None:
    assert callable(offered)
    assert offered("cramplog show ") == ["last"]
    assert offered("cramplog --person m") == []
    assert list(home.rglob("*")) == []


def test_recent_episodes_and_people_are_offered(offered: object, run: Inside) -> None:
    assert callable(offered)
    for words in ("calf", "foot", "toes"):
        assert run("log", words).code == 0
    run("delete", "2")
    assert offered("cramplog show ") == ["3", "1", "last"]
    assert offered("cramplog --person m") == ["me"]
    run("config", "add-trigger", "moonlight")
    assert offered("cramplog log @moo") == ["@moonlight"]


def test_a_diary_that_cannot_be_read_offers_what_needs_none(
    offered: object, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(offered)
    (home / "broken.db").write_text("Dear diary")
    monkeypatch.setenv("CRAMPLOG_DB", str(home / "broken.db"))
    assert offered("cramplog log ca") == ["calf"]
    assert offered("cramplog show ") == ["last"]
    assert offered("cramplog log @str") != []


def test_tab_does_not_bring_an_older_diary_up_to_date(
    offered: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(offered)
    old = thawed(REVISIONS[0], tmp_path / "old.db")
    before = old.read_bytes()
    monkeypatch.setenv("CRAMPLOG_DB", str(old))
    assert offered("cramplog show ") == ["last"]
    assert offered("cramplog --person a") == []
    assert old.read_bytes() == before
    assert not (tmp_path / "backups").exists()


@pytest.fixture(name="told")
def _told(run: Inside) -> Callable[[str], list[str]]:
    """What `_complete` answers to a line, by words."""

    def told(line: str) -> list[str]:
        program, space, rest = line.partition(" ")
        answer = run("_complete", space + rest, short=program == "cramp")
        assert (answer.code, answer.stderr) == (0, ""), answer
        return [word.partition("\t")[0] for word in answer.stdout.splitlines()]

    return told


@pytest.mark.parametrize(("line", "expected"), ANYWHERE.items(), ids=ANYWHERE.keys())
def test_the_scripts_of_today_are_offered_the_same(
    line: str, expected: set[str], told: Callable[[str], list[str]]
) -> None:
    assert expected <= set(told(line))


FIRST = {
    "cramp ": ["left", "right", "both", "calf"],
    "cramplog log ": ["left", "right", "both", "calf"],
    "cramplog ": ["log", "start", "stop"],
    "cramplog report ": ["week", "month", "year", "visit", "last"],
    "cramplog report week ": ["last"],
    "cramplog report last ": ["week", "month", "year"],
    "cramplog report last week ": [],
    "cramplog night ": ["quiet", "yesterday", "water="],
    "cramplog night stress=": ["stress=0", "stress=1"],
    "cramplog night cold=": ["cold=yes", "cold=no"],
    "cramplog night exercise=": ["exercise=none", "exercise=light"],
    "cramplog night 2026-11-20 quiet wat": ["water="],
    "cramp left calf woke=": ["woke=yes", "woke=no"],
    "cramp left calf pain=1": ["pain=1", "pain=10"],
    "cramp left calf @": ["@stress", "@cold", "@dehydration"],
    "cramp left calf @cold,": ["@cold,stress", "@cold,dehydration"],
    "cramp left calf @cold,@st": ["@cold,@stress"],
    "cramp left calf @sho": ["@shoes"],
    "cramp left calf +": ["+stretch", "+stand", "+walk"],
    "cramp left calf +massage:": ["+massage:yes", "+massage:no"],
    "cramp --trigger ": ["stress", "cold"],
    "cramp --trigger=str": ["--trigger=stress"],
    "cramplog edit ": ["last"],
    "cramplog edit 3 ca": ["calf"],
    'cramp --note "a b" ca': ["calf"],
    'cramp --note "a b': [],
    "cramplog export ": ["csv", "json", "fhir"],
    "cramplog export csv -o ": [],
}


@pytest.mark.parametrize(("line", "first"), FIRST.items(), ids=FIRST.keys())
def test_what_people_use_is_offered_first(
    line: str, first: list[str], told: Callable[[str], list[str]]
) -> None:
    offered = told(line)
    assert offered[: len(first)] == first
    assert first or not offered


def test_what_the_person_used_comes_first_of_all(
    run: Inside, told: Callable[[str], list[str]]
) -> None:
    for words in ("calf @heat +shake", "calf @no-reason @heat +shake", "foot +salt"):
        assert run("log", *words.split()).code == 0
    assert run("night", "2026-11-20", "caffeine=2").code == 0
    assert told("cramp @")[:4] == ["@heat", "@no_apparent_reason", "@stress", "@cold"]
    assert told("cramp +")[:3] == ["+shake", "+salt", "+stretch"]
    assert told("cramplog night ")[:3] == ["quiet", "yesterday", "caffeine="]


@pytest.mark.parametrize("asked", ["complete_bash", "complete_zsh", "complete_fish", "source_bash"])
@pytest.mark.parametrize("companions", [{}, {"COMP_WORDS": "cramp", "COMP_CWORD": "x"}])
def test_a_script_of_earlier_that_asks_oddly_stores_nothing(
    asked: str,
    companions: dict[str, str],
    run: Inside,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
) -> None:
    for name, value in {"_CRAMP_COMPLETE": asked, **companions}.items():
        monkeypatch.setenv(name, value)
    assert run(short=True).stderr == ""
    assert list(home.rglob("*.db")) == []


def test_scripts_of_earlier_get_triggers_that_bash_took_apart(offered: object) -> None:
    assert callable(offered)
    assert offered("cramp left calf @ sho") == ["@shoes"]


@pytest.mark.parametrize(
    ("shell", "variables", "files"),
    [
        ("bash", {}, {".bash_completions/cramplog.sh", ".bash_completions/cramp.sh", ".bashrc"}),
        ("zsh", {}, {".zfunc/_cramplog", ".zfunc/_cramp", ".zshrc"}),
        ("zsh", {"ZDOTDIR": "z"}, {".zfunc/_cramplog", ".zfunc/_cramp", "z/.zshrc"}),
        (
            "fish",
            {},
            {f".config/fish/completions/{name}.fish" for name in ("cramplog", "cramp")},
        ),
        (
            "fish",
            {"XDG_CONFIG_HOME": "/HOME/c"},
            {f"c/fish/completions/{name}.fish" for name in ("cramplog", "cramp")},
        ),
        (
            "fish",
            {"XDG_CONFIG_HOME": "relative"},
            {f".config/fish/completions/{name}.fish" for name in ("cramplog", "cramp")},
        ),
    ],
)
def test_installing_writes_where_the_shell_looks_and_keeps_what_was_there(
    shell: str,
    variables: dict[str, str],
    files: set[str],
    run: Inside,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        told = str(home / value) if name == "ZDOTDIR" else value.replace("/HOME", str(home))
        monkeypatch.setenv(name, told)
    settings = home / next((name for name in files if name.endswith("rc")), "no-rc")
    settings.parent.mkdir(parents=True, exist_ok=True)
    if settings.name != "no-rc":
        settings.write_text("# mine, without an end")
    for _ in range(2):
        assert run("completion", "install", shell).code == 0
    found = {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}
    assert found == files
    if settings.name != "no-rc":
        lines = settings.read_text().splitlines()
        assert lines[0] == "# mine, without an end"
        assert len(lines) == len(set(lines))
        assert not any("zstyle" in line for line in lines)


def test_the_shell_is_the_one_in_use(run: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run("completion", "install", "--json").data["shell"] == "fish"
    monkeypatch.setenv("SHELL", "/bin/csh")
    for words in ((), ("tcsh",)):
        refused = run("completion", "install", *words)
        assert (refused.code, refused.stderr.count("\n")) == (2, 1)
