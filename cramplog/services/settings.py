"""Settings: reading and changing them; they stand in the diary, `db` in the settings file."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.config import OWN_TRIGGER, SETTINGS, Hours, own_triggers, unusable
from cramplog.domain.factors import factor
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import trigger
from cramplog.errors import BadSetting, BadSettingsFile, DiaryError, NoSuchPerson
from cramplog.files import backup, own_files
from cramplog.files.whole_file import replacing
from cramplog.flags.catalogue import THRESHOLDS
from cramplog.letters import is_name, match
from cramplog.timeparse import figures
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.diary.repository import Diary

OF_NIGHTS = ("night.starts_at", "day.starts_at", "day.ends_at")


class Shown(Value):
    """One setting as it stands."""

    key: str
    value: str
    default: str
    help: str


def listed(diary: Diary) -> list[Shown]:
    """Every setting, with its value and default."""
    stored = {**diary.settings, "db": paths.shown(_file().get("db", ""))}
    plain = [
        Shown(key=s.key, value=stored.get(s.key, s.default), default=s.default, help=s.help)
        for s in SETTINGS.values()
    ]
    rules = [
        Shown(key=t.key, value=stored.get(t.key, str(t.value)), default=str(t.value), help=t.says)
        for t in THRESHOLDS.values()
    ]
    own = [
        Shown(key=key, value=value, default="", help="a trigger of your own")
        for key, value in sorted(stored.items())
        if key.startswith(OWN_TRIGGER)
    ]
    return [*plain, *rules, *own]


def get(diary: Diary, key: str) -> Shown:
    """One setting; raises BadSetting with the nearest key."""
    shown = {setting.key: setting for setting in listed(diary)}
    if key not in shown:
        raise BadSetting(
            f"{quoted(key)} is not a setting.",
            did_you_mean(key, shown, "`cramplog config list` shows them all."),
        )
    return shown[key]


def place(text: str, diary: str) -> Shown:
    """Name the diary in the settings file, or none; `diary` is the place of the present one.

    Raises BadSetting for a folder and for an address that is none.
    """
    if os.path.isdir(os.path.expanduser(text)):
        raise BadSetting(f"{text} is a folder, not a diary's file.", "Name a file in it.")
    if paths.is_server(text):
        from cramplog.server.engine import url_of

        try:
            url_of(text)
        except DiaryError as problem:
            raise BadSetting(problem.message, problem.hint) from None
    _write_file(text, diary)
    setting = SETTINGS["db"]
    return Shown(key="db", value=paths.shown(text), default=setting.default, help=setting.help)


def put(diary: Diary, key: str, text: str) -> Shown:
    """Store a setting; a new night boundary recomputes every night, after a backup."""
    before = get(diary, key)
    value = parsed(key, text)
    for odd in unusable(diary.settings):  # they are mended one after the other
        del diary.settings[odd]
    if key == "person":
        value = match(value, diary.people_names()) or value
    if key == "person" and value not in diary.people_names():
        known = ", ".join(diary.people_names())
        raise NoSuchPerson(f"there is no person called {quoted(value)}.", f"There is {known}.")
    if key in OF_NIGHTS and value != before.value:
        check_day({**diary.settings, key: value})
        if not diary.connection.absent:
            backup.before(diary.path, "config")
    with diary.connection:
        diary.connection.all("set_setting", key=key, value=value)
        diary.settings[key] = value
        if key in OF_NIGHTS:
            renight(diary)
    return before.replace(value=value)


def check_day(settings: dict[str, str]) -> None:
    """Raises BadSetting where the day would end before it starts."""
    hours = Hours.of(settings)
    if hours.day_starts > hours.day_ends:
        raise BadSetting("the day would end before it starts.", "See `cramplog config list`.")


def renight(diary: Diary) -> None:
    """Place every episode in its night anew, within the caller's transaction."""
    hours = Hours.of(diary.settings)
    diary.connection.all(
        "renight",
        starts_at=hours.night_starts,
        day_starts=hours.day_starts,
        day_ends=hours.day_ends,
    )


def reset(diary: Diary, key: str) -> Shown:
    """Give a setting its default again."""
    shown = get(diary, key)
    if key == "person" or key in OF_NIGHTS:
        put(diary, key, shown.default)  # which may be refused: nobody may be called so any more
    with diary.connection:
        diary.connection.all("drop_setting", key=key)
    return shown.replace(value=shown.default)


def add_trigger(diary: Diary, name: str, label: str) -> Shown:
    """A trigger of the user's own, for `@name`; raises BadSetting."""
    plain = name.strip().removeprefix("@").lower()
    plain = match(plain, own_triggers(diary.settings)) or plain
    if not plain or len(plain) > 40 or not is_name(plain):
        raise BadSetting(f"{quoted(name)} cannot be a trigger's name.", "Use letters and digits.")
    if trigger(plain):
        raise BadSetting(f'"{plain}" is a trigger already: {trigger(plain)}.', f"Type @{plain}.")
    if factor(plain):
        raise BadSetting(f'"{plain}" is a factor of nights already: {factor(plain)}.')
    key = f"{OWN_TRIGGER}{plain}"
    with diary.connection:
        diary.connection.all("set_setting", key=key, value=label or plain)
    return Shown(key=key, value=label or plain, default="", help="a trigger of your own")


def parsed(key: str, text: str) -> str:
    """A setting's text in its canonical form; raises BadSetting."""
    if key in SETTINGS:
        return SETTINGS[key].parse(text)
    if key in THRESHOLDS:
        limit = THRESHOLDS[key]
        plain = text.strip()
        if not limit.takes(plain):
            figures.refuse_unclear(plain)
            raise BadSetting(
                f"{key} is a whole number from {limit.lowest} to {limit.highest}; you typed "
                f"{quoted(text)}.",
                f"Its default is {limit.value}.",
            )
        return str(int(plain))
    return text


def _file() -> dict[str, str]:
    path = paths.config_file()
    return paths.read_settings(path) if os.path.exists(path) else {}


def _write_file(db: str, diary: str) -> None:
    """Write the settings file whole; raises Conflict where its name is a diary's or part of one."""
    import json

    path = paths.config_file()
    own_files.refuse(path, [diary])
    absolute = os.path.abspath(os.path.expanduser(db)) if db and not paths.is_server(db) else db
    value = json.dumps(absolute, ensure_ascii=False).replace("\x7f", "\\u007f")  # as TOML asks
    text = f"db = {value}\n" if db else ""
    try:
        paths.make_folder(os.path.dirname(os.path.realpath(path)))
        with replacing(path) as file:
            file.write(text.encode())
    except OSError as problem:
        raise BadSettingsFile(
            f"the settings file {path} cannot be written ({problem.strerror}).",
            "Nothing was changed.",
        ) from None
