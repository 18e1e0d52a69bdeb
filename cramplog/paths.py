"""Places of the diary, the settings file and the rescue file.

On Linux this module finds the folders itself, because importing platformdirs takes longer than
opening the diary; a test compares both. Elsewhere platformdirs finds them.
"""

from __future__ import annotations

import os
import sys

from cramplog import special_files
from cramplog.errors import BadSettingsFile, Conflict

APP = "cramplog"


def _folder(variable: str, *under_home: str) -> str:
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):  # the XDG specification ignores a relative path
        base = os.path.join(os.path.expanduser("~"), *under_home)
    return os.path.join(base, APP)


def data_folder() -> str:
    """Return cramplog's data folder on this platform; it may not exist yet."""
    if sys.platform in {"win32", "darwin"}:
        from platformdirs import user_data_dir

        return user_data_dir(APP, appauthor=False)
    return _folder("XDG_DATA_HOME", ".local", "share")


def config_file() -> str:
    """Return the settings file: CRAMPLOG_CONFIG, or `config.toml` in the config folder."""
    said = os.environ.get("CRAMPLOG_CONFIG")
    if said:
        return os.path.expanduser(said)
    if sys.platform in {"win32", "darwin"}:
        from platformdirs import user_config_dir

        return os.path.join(user_config_dir(APP, appauthor=False), "config.toml")
    return os.path.join(_folder("XDG_CONFIG_HOME", ".config"), "config.toml")


def diary_file(said: str | None = None) -> str:
    """Return the diary's place by `--db`, CRAMPLOG_DB, the settings file or the default."""
    chosen = said or os.environ.get("CRAMPLOG_DB") or configured()
    return os.path.expanduser(chosen) if chosen else default_diary()


def default_diary() -> str:
    """Return the diary's default place."""
    return os.path.join(data_folder(), "diary.db")


def is_server(place: str) -> bool:
    """Return whether a diary's place is a server's address and not a file's path.

    A mistyped address counts as one: it is refused, so that no file gets a password as its name.
    What SQLite would take for the address of a file is a file's name.
    """
    if place[:5].lower() == "file:":
        return False
    if "://" in place:
        return True
    scheme, colon, rest = place.partition(":")
    if not colon:
        return "password=" in place
    is_path = len(scheme) < 2 or (scheme[0] in "/~." and not scheme.startswith("//"))
    return ("@" in rest and not is_path) or _is_ours(scheme)


def _is_ours(scheme: str) -> bool:
    name = "".join(scheme.split()).lower()
    return name.startswith(("postgres", "psycopg")) or name.endswith("+psycopg")


def shown(place: str) -> str:
    """Return a diary's place without passwords, for messages and for files.

    Of a server's address the login, host and database stay; its options may hold secrets. In a
    mistyped address the text before the last @ may be the password.
    """
    if not is_server(place):
        return place
    scheme, mark, rest = place.partition("://" if "://" in place else ":")
    before, at, after = rest.rpartition("@")
    after = after.partition("?")[0].partition("password=")[0]
    if "@" in scheme or "password=" in scheme or not mark:
        return "an address"
    if not at:
        host, colon, port = after.partition(":")
        return f"{scheme}{mark}{after if port[:1].isdigit() or not colon else host}"
    login = before.replace("@", ":").replace("/", ":").split(":")[0].split() if mark != ":" else []
    return f"{scheme}{mark}{(login or ['…'])[0]}@{after}"


def without_secrets(arguments: list[str]) -> list[str]:
    """Return a command line without a server's passwords; words that are no address stay."""
    kept, before = [], ""
    for argument in arguments:
        option, equals, place = argument.partition("=")
        if option == "--db" and equals:
            kept.append(f"--db={shown(place)}")
        elif before == "--db" or _is_address(argument):
            kept.append(shown(argument))
        else:
            kept.append(argument)
        before = argument
    return kept


def _is_address(word: str) -> bool:
    """Return whether a word, or the start of a sentence, is a server's address."""
    scheme, colon, rest = word.partition(":")
    return bool(colon) and (
        _is_ours(scheme) or (rest.startswith("//") and not any(map(str.isspace, scheme)))
    )


def identity(place: str) -> str:
    """Return what identifies a diary: a file's real path, or an address without its secrets."""
    return shown(place) if is_server(place) else os.path.realpath(place)


def file_only(place: str, hint: str) -> str:
    """Return the path of a diary's file; raises Conflict for a diary on a server."""
    if is_server(place):
        raise Conflict(f"{shown(place)} is a diary on a server; this is for files.", hint)
    return place


def configured() -> str | None:
    """Return the diary that the settings file names, or None; raises BadSettingsFile."""
    path = config_file()
    if not os.path.exists(path):
        return None
    return read_settings(path).get("db")


def read_settings(path: str) -> dict[str, str]:
    """Read the settings file; raises BadSettingsFile if it is not TOML or has unknown settings."""
    import tomllib

    if os.path.realpath(path) == os.devnull:  # /dev/null means no settings
        return {}
    try:
        with open(special_files.opened(path), "rb") as file:
            values = tomllib.load(file)
    except (OSError, ValueError, RecursionError) as problem:
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
    if any("\0" in value for value in values.values()):
        raise BadSettingsFile(f"{path} names a diary with a NUL in its name.", "Mend that file.")
    return values


def make_folder(path: str) -> None:
    """Make a folder that only its owner can enter, and its parents."""
    if path and not os.path.isdir(path):
        make_folder(os.path.dirname(path))
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            pass
