"""Where the diary, the settings file and the rescue file live.

On Linux the folders are found by hand, because importing platformdirs costs more than opening
the diary; a test holds them equal. Elsewhere platformdirs is asked.
"""

from __future__ import annotations

import os
import sys

from cramplog.errors import BadSettingsFile, Conflict

APP = "cramplog"


def _folder(variable: str, *under_home: str) -> str:
    base = os.environ.get(variable, "").strip()
    return os.path.join(base or os.path.join(os.path.expanduser("~"), *under_home), APP)


def data_folder() -> str:
    """The platform's data folder of cramplog; not made here."""
    if sys.platform in {"win32", "darwin"}:
        from platformdirs import user_data_dir

        return user_data_dir(APP, appauthor=False)
    return _folder("XDG_DATA_HOME", ".local", "share")


def config_file() -> str:
    """The settings file: CRAMPLOG_CONFIG, or `config.toml` in the platform's config folder."""
    said = os.environ.get("CRAMPLOG_CONFIG")
    if said:
        return os.path.expanduser(said)
    if sys.platform in {"win32", "darwin"}:
        from platformdirs import user_config_dir

        return os.path.join(user_config_dir(APP, appauthor=False), "config.toml")
    return os.path.join(_folder("XDG_CONFIG_HOME", ".config"), "config.toml")


def diary_file(said: str | None = None) -> str:
    """`--db`, else CRAMPLOG_DB, else `db` of the settings file, else the default."""
    chosen = said or os.environ.get("CRAMPLOG_DB") or configured()
    return os.path.expanduser(chosen) if chosen else default_diary()


def default_diary() -> str:
    """Where the diary is unless another place was said."""
    return os.path.join(data_folder(), "diary.db")


def is_server(place: str) -> bool:
    """Whether a diary's place is a server's address and not a file's path."""
    return "://" in place


def shown(text: str) -> str:
    """A diary's place, or a word typed, with no password in it: for messages and for files.

    Of a server's address the login, host and database stay; its options may hold secrets, too.
    """
    scheme, mark, rest = text.partition("://")
    if not mark or " " in scheme:
        return text
    if scheme.lower().endswith(("postgresql", "postgres", "+psycopg")):
        login, at, place = rest.rpartition("@")
        place = place.partition("?")[0]
    else:
        login, at, place = rest.partition("@")
    return (
        f"{scheme}://{login.partition(':')[0]}{at}{place}" if at else f"{scheme}://{place or login}"
    )


def identity(place: str) -> str:
    """What tells one diary from another: a file's real path, or an address without its secrets."""
    return shown(place) if is_server(place) else os.path.realpath(place)


def file_only(place: str, hint: str) -> str:
    """The path of a diary's file; raises Conflict for a diary on a server."""
    if is_server(place):
        raise Conflict(f"{shown(place)} is a diary on a server; this is for files.", hint)
    return place


def configured() -> str | None:
    """The diary that the settings file names; raises BadSettingsFile."""
    path = config_file()
    if not os.path.exists(path):
        return None
    return read_settings(path).get("db")


def read_settings(path: str) -> dict[str, str]:
    """The settings file's values; raises BadSettingsFile where it is not TOML or not known."""
    import tomllib

    try:
        with open(path, "rb") as file:
            values = tomllib.load(file)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "it is not TOML in UTF-8"
        raise BadSettingsFile(
            f"{path} cannot be read as settings: {reason}.", "Mend that file, or delete it."
        ) from None
    unknown = sorted(set(values) - {"db"})
    if unknown or not all(isinstance(value, str) for value in values.values()):
        raise BadSettingsFile(
            f"{path} has a setting that does not belong there: {', '.join(unknown) or 'db'}.",
            'It holds db = "FILE" only; other settings: `cramplog config set`.',
        )
    return values


def make_folder(path: str) -> None:
    """Make a folder that only its owner can enter, with its parents."""
    if path and not os.path.isdir(path):
        make_folder(os.path.dirname(path))
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            pass
