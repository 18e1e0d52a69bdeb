"""Variables of the environment, read as their specifications have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Program

ZONES = {
    "Mars/Phobos": (None, True),
    "europe/london": (None, True),
    "Europe/London ": (None, True),
    "../etc/passwd": (None, True),
    "/etc/passwd": (None, True),
    "zone.tab": (None, True),
    "Europe": (None, True),
    "Europe/London": ("Europe/London", False),
    ":Europe/London": ("Europe/London", False),
    "posix/Europe/London": ("Europe/London", False),
    "/usr/share/zoneinfo/Europe/London": (None, False),
    "CET-1CEST": (None, False),
    "<+03>-3": (None, False),
    "": ("UTC", False),
}
"""What TZ says: the zone that is stored, and whether that is warned of."""


@pytest.mark.parametrize(("said", "stored"), ZONES.items(), ids=[repr(each) for each in ZONES])
def test_a_zone_is_stored_where_it_is_one_and_warned_of_else(
    cramplog: Program, said: str, stored: tuple[str | None, bool]
) -> None:
    zone, warned = stored
    told = cramplog("log", "left", "calf", TZ=said)
    assert told.code == 0, told
    assert ("is no time zone that is known" in told.stderr) == warned
    (episode,) = cramplog("list", "--json", TZ=said).data["episodes"]
    assert episode["zone"] == zone


@pytest.mark.parametrize("variable", ["XDG_DATA_HOME", "XDG_CONFIG_HOME"])
@pytest.mark.parametrize("said", ["relative", "./here", "~/there", " /spaced", ""])
def test_a_folder_that_is_not_absolute_is_ignored(
    cramplog: Program, home: Path, variable: str, said: str
) -> None:
    told = cramplog("config", "path", "--json", **{variable: said}).data
    assert told["diary"] == str(home / ".local/share/cramplog/diary.db")
    assert told["config"] == str(home / ".config/cramplog/config.toml")


CONFLICTS = (
    "diary (conflicted copy).db",
    "diary (Anna's conflicted copy 2026-11-20).db",
    "diary-conflict-2026.db",
    "diary.sync-conflict-20261120-031500-ABCDEFG.db",
    "diary (1).db",
    "diary 2.db",
    "diary - Copy.db",
    "diary.db (conflict)",
)


@pytest.mark.parametrize("name", CONFLICTS)
def test_check_names_a_second_version_beside_the_diary(
    cramplog: Program, home: Path, name: str
) -> None:
    assert cramplog("log", "calf", "--db", "diary.db").code == 0
    assert "other versions" not in cramplog("check", "--db", "diary.db").stdout
    (home / name).write_bytes((home / "diary.db").read_bytes())
    told = cramplog("check", "--db", "diary.db", "--json").data["checks"]
    (found,) = [one for one in told if one["name"] == "other versions"]
    assert found["state"] == "warn"
    assert str(home / name) in str(found)


@pytest.mark.parametrize(
    "folder", ["pCloudDrive", "MEGA", "Proton Drive", "Box", "Yandex.Disk", "Box Sync", "MEGAsync"]
)
def test_folders_that_a_service_copies_are_known(
    cramplog: Program, home: Path, folder: str
) -> None:
    place = str(home / folder / "diary.db")
    assert cramplog("log", "calf", "--db", place).code == 0
    assert "copies this folder" in cramplog("check", "--db", place).stdout
