"""Invented diaries of any size, the same for the same seed, filled through `cramplog import`."""

from __future__ import annotations

import csv
import random
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

HEADER = (
    "number,id,person,night,started_at,zone,time_is_approximate,duration_seconds,"
    "duration_is_estimate,muscles,sides,type,spread,derived,pain,woke,sore,numb,hard,twitching,"
    "triggers,tried,helped,note,recorded_at,source"
)
A_NIGHT = 5
"""Episodes a night: a diary is larger by being longer, so that every report week is alike."""


def environment(home: Path, programs: Path) -> dict[str, str]:
    """A user's environment with nothing in it but a home and the programs."""
    return {"HOME": str(home), "PATH": f"{programs}:/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8"}


def filled(home: Path, programs: Path, episodes: int) -> dict[str, str]:
    """Makes a home whose diary holds that many episodes; the environment to use it in."""
    home.mkdir(parents=True)
    told = environment(home, programs)
    if episodes:
        rows = home / "invented.csv"
        write_csv(rows, episodes)
        subprocess.run(
            [programs / "cramplog", "import", rows], env=told, check=True, capture_output=True
        )
        rows.unlink()
    return told


def write_csv(path: Path, episodes: int, seed: int = 2026, a_night: int = A_NIGHT) -> None:
    """Writes the CSV of contract section 7, oldest first, ending with last night."""
    chance = random.Random(seed)
    evening = datetime.now(UTC).replace(hour=22, minute=0, second=0, microsecond=0)
    evening -= timedelta(days=2 + (episodes - 1) // a_night)
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, HEADER.split(","), restval="")
        table.writeheader()
        for number in range(1, episodes + 1):
            nights, place = divmod(number - 1, a_night)
            start = evening + timedelta(
                days=nights, minutes=500 // a_night * place + chance.randrange(90)
            )
            table.writerow({"number": number, **_episode(start, chance)})


def _episode(start: datetime, chance: random.Random) -> dict[str, object]:
    woke = chance.choice(["yes", "no", ""])
    return {
        "night": (start - timedelta(hours=12)).date().isoformat(),
        "started_at": start.isoformat(timespec="seconds"),
        "zone": "UTC",
        "duration_seconds": chance.choice(["", chance.randrange(20, 900)]),
        "muscles": chance.choice(["calf", "calf", "foot", "toes", "hamstring"]),
        "sides": chance.choice(["left", "right", "both"]),
        "pain": chance.choice(["", *range(1, 11)]),
        "woke": woke,
        "triggers": chance.choice(["", "", "stress", "cold;dehydration"]),
        "note": chance.choice(["", "", "", "after a long walk"]),
        "recorded_at": (start + timedelta(minutes=20)).isoformat(timespec="seconds"),
        "source": "log",
    }
