"""Settings: their names, their defaults and the values they accept.

They are stored in the diary and travel with it. Only `db`, the diary's place, is stored in the
settings file.
"""

from __future__ import annotations

from cramplog.errors import BadSetting, UnusableSetting
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OWN_TRIGGER = "trigger."  # prefix of the settings that hold the user's own triggers


class Setting(Value):
    """A setting; `parse` returns the canonical text or raises BadSetting."""

    key: str
    default: str
    help: str
    parse: Callable[[str], str]


def clock(text: str) -> str:
    """Parse a time of day, `18:00`; raises BadSetting."""
    hours, colon, minutes = text.strip().partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        raise BadSetting(f'"{text}" is not a time of day.', "Try 12:00.")
    if int(hours) > 23 or int(minutes) > 59:
        raise BadSetting(f'"{text}" is not a time of day.', "Try 12:00.")
    return f"{int(hours):02}:{int(minutes):02}"


def weekday(text: str) -> str:
    """Parse a day of the week, by its name or its first three letters; raises BadSetting."""
    plain = text.strip().lower()
    found = [day for day in WEEKDAYS if len(plain) > 2 and day.startswith(plain)]
    if not found:
        raise BadSetting(f'"{text}" is not a day of the week.', "Try monday or sunday.")
    return found[0]


def _any_text(text: str) -> str:
    return text


SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting(
            key="db",
            default="",
            help="the diary's file; stands in the settings file",
            parse=_any_text,
        ),
        Setting(
            key="night.starts_at",
            default="12:00",
            help="when one night ends and the next begins",
            parse=clock,
        ),
        Setting(key="day.starts_at", default="12:00", help="daytime cramps begin", parse=clock),
        Setting(key="day.ends_at", default="18:00", help="daytime cramps end", parse=clock),
        Setting(
            key="week.starts_on", default="monday", help="first night of a week", parse=weekday
        ),
        Setting(key="person", default="me", help="whose record is open", parse=_any_text),
    )
}


def unusable(settings: Mapping[str, str]) -> list[str]:
    """Return the keys of settings with a value that they cannot have."""
    return [
        key
        for key, setting in SETTINGS.items()
        if key in settings and not _holds(setting.parse, settings[key])
    ]


def _holds(parse: Callable[[str], str], text: str) -> bool:
    try:
        return parse(text) == text
    except BadSetting:
        return False


def seconds(clock_text: str) -> int:
    """Convert a canonical time of day to seconds since midnight."""
    return int(clock_text[:2]) * 3600 + int(clock_text[3:]) * 60


class Hours(Value):
    """The hours that shape nights and weeks, in seconds of the day."""

    night_starts: int = 12 * 3600
    day_starts: int = 12 * 3600
    day_ends: int = 18 * 3600
    first_weekday: int = 0  # Monday

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Hours:
        """Make the hours from the diary's settings; a missing setting has its default.

        Raises UnusableSetting for a value that no command wrote.
        """
        if not settings:
            return cls()
        for key in unusable(settings):
            raise UnusableSetting(key, settings[key])
        values = {key: settings.get(key, s.default) for key, s in SETTINGS.items()}
        return cls(
            night_starts=seconds(values["night.starts_at"]),
            day_starts=seconds(values["day.starts_at"]),
            day_ends=seconds(values["day.ends_at"]),
            first_weekday=WEEKDAYS.index(values["week.starts_on"]),
        )

    def is_daytime(self, second_of_day: int) -> bool:
        """Return whether a cramp that starts at this second of the day is a daytime cramp."""
        return self.day_starts <= second_of_day < self.day_ends


def own_triggers(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the user's own triggers: their labels by id."""
    return {
        key.removeprefix(OWN_TRIGGER): label
        for key, label in settings.items()
        if key.startswith(OWN_TRIGGER)
    }
