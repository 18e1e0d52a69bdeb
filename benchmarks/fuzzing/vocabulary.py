"""The words that each command knows, so that a good part of the cases gets past its first check."""

from __future__ import annotations

from cramplog.config import SETTINGS
from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.episode import FEATURES
from cramplog.domain.factors import FACTORS
from cramplog.domain.medicines import MEDICINES
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.profile import FACTS
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.domain.triggers import TRIGGERS
from cramplog.flags.catalogue import RULES, THRESHOLDS
from cramplog.guide.catalogue import TOPICS

SIDES = ("left", "right", "both", "l", "r")
_MORE = (
    "@ + +stretch!2m +walk! @cold,stress and & calf+toes at for on about ~5m 5m 90s 4m30s 5 min"
    " 7 7/10 0 10 11 -5m 30h 02:30 99:99 23:50 02:30~ 10m ago yesterday 3am 2026-11-20 mon last"
    " night pain pain=7 pain= type= side= muscle= duration= trigger= tried= note= at= woke= ="
)
OF_LOG = (
    *SIDES, *MUSCLES, *TYPES, *SPREADS, *FEATURES, *(f"not-{name}" for name in FEATURES),
    *(f"@{name}" for name in TRIGGERS), *(f"+{name}" for name in REMEDIES),
    *_MORE.split(),
)  # fmt: skip
DATES = (
    "2026-11-20", "2026-11", "2026", "yesterday", "today", "20 nov", "2026-02-30", "1899", "0001",
    "9999-12-31", "2026-11-24", "tomorrow", "monday", "01/02", "last night", "10000-01-01",
)  # fmt: skip
NUMBERS = ("1", "2", "3", "last", "0", "-1", "99", "999999999999999999999", "1,2", "1-3", "²")
FILES = ("diary.db", "one.csv", "two.json", "page.pdf", "page.html", "-", "here", "nobody.txt")
VALUES = (
    "yes", "no", "unknown", "", "5", "1.2l", "70kg", "f", "m", "1958", "hard", "4..19", "0", "-1",
    "12:00", "25:00", "sunday", "20w", "1e3", "99999999", "0.0001", "none", "3000", "1,5",
)  # fmt: skip

WORDS: dict[str, tuple[str, ...]] = {
    "log": OF_LOG, "start": OF_LOG, "stop": OF_LOG, "edit": (*NUMBERS, *OF_LOG),
    "night": (*DATES, "quiet", "quiet=no", *FACTORS), "symptom": (*SYMPTOMS, *SIDES),
    "show": NUMBERS, "delete": NUMBERS, "report": ("week", "month", "year", "visit", "last"),
    "guide": (*TOPICS,), "person": ("me", "anna", "bob", *FACTS),
    "condition": (*CONDITIONS,), "medicine": (*MEDICINES, "vitamin", "20mg", "none"),
    "visit": (*DATES, "GP", "Dr", "Who"), "config": (*SETTINGS, *THRESHOLDS, *VALUES),
    "backup": FILES, "restore": FILES, "import": FILES,
}  # fmt: skip
PAIRED = {"night": (*FACTORS,), "person": (*FACTS,), "edit": ("pain", "type", "note", "trigger")}
"""Keys that stand before a `=`."""

OPTIONS: dict[str, tuple[str, ...]] = {
    "--at": ("02:30", "10m ago", "yesterday 3am", *DATES), "--on": DATES, "--since": DATES,
    "--until": DATES, "--side": SIDES, "--muscle": (*MUSCLES, "left:calf", "calf:left"),
    "--duration": ("5m", "~90s", "30h"), "--pain": NUMBERS, "--type": (*TYPES, *SPREADS),
    "--trigger": (*TRIGGERS, "moonlight"), "--tried": (*REMEDIES,), "--nights": NUMBERS,
    "--helped": ("stretch", "stretch:2m", *REMEDIES), "--fold": ("first", "second"),
    "--min-pain": NUMBERS, "--format": ("text", "md", "json", "html"), "--snooze": (*RULES,),
    "--show": (*RULES,), "--output": FILES, "--to": ("here", "there", "diary.db"),
    "--map": ("When=started_at", "a=note", "="), "--dates": ("day-first", "month-first"),
    "--search": ("walk", "%", "_", "'"), "--db": ("diary.db", "new.db", "here", "one.csv"),
    "--person": ("me", "anna", "bob"), "--recipient": ("age1nobody",), "--paper": ("a4", "letter"),
}  # fmt: skip
