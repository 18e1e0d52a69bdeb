"""What is known of the person; each fact is unknown, present, or said to be absent."""

from __future__ import annotations

from cramplog.value import Value


class Condition(Value):
    """A medical condition. `since` and `until` are ISO dates of any precision (`2019`)."""

    name: str  # catalogue id, or the user's own words
    known: bool = True  # False: not in the catalogue, matched to no rule
    absent: bool = False  # said not to be there (`condition deny`)
    since: str | None = None
    until: str | None = None
    recorded_at: int


class Symptom(Value):
    """A leg check or other sign on one day (`date.toordinal` of the calendar date)."""

    name: str
    side: str | None = None  # left, right, both; None: not said
    day: int
    status: str = "present"  # present, gone, absent (looked, and no)
    recorded_at: int


class Dose(Value):
    """A dose, in the user's words, from a day on (ISO date of any precision)."""

    text: str
    since: str | None = None


class Medicine(Value):
    """One course of a medicine. `started` and `stopped` are ISO dates of any precision."""

    name: str  # catalogue id, or the user's own words
    known: bool = True  # False: not in the catalogue, matched to no rule
    started: str | None = None
    stopped: str | None = None
    doses: tuple[Dose, ...] = ()  # oldest first
    recorded_at: int


class Visit(Value):
    """An appointment with a doctor on a calendar day (`date.toordinal`)."""

    day: int
    who: str | None = None
    done: bool = False
    recorded_at: int


class Facts(Value):
    """All that rules and reports may know of one person.

    `no_other_medicines`: the person said that they take none but those listed (`medicine none`).
    """

    person: str
    profile: dict[str, str] = {}  # keys of `person set`: born, sex, weight …
    profile_at: dict[str, int] = {}  # when each was said (Unix seconds)
    conditions: tuple[Condition, ...] = ()
    symptoms: tuple[Symptom, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    no_other_medicines: bool = False
