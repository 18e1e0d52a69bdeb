"""Where the diary, the settings file and the rescue file live.

On Linux the folders are found by hand, because importing platformdirs costs more than opening
the diary; a test holds them equal. Elsewhere platformdirs is asked.
"""

from __future__ import annotations

import os
import sys

from cramplog import special_files
from cramplog.errors import BadSettingsFile, Conflict

APP = "cramplog"


def _folder(variable: str, *under_home: str) -> str:
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):  # the specification: a relative one is ignored
        base = os.path.join(os.path.expanduser("~"), *under_home)
    return os.path.join(base, APP)


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
    """Whether a diary's place is a server's address and not a file's path.

    A mistyped address is one, too: it is refused, and no file gets its password for a name.
    """
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
    """A diary's place with no password in it: for messages and for files.

    Of a server's address the login, host and database stay; its options may hold secrets, too.
    Of one that is mistyped what stands before the last @ may be the password.
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
    """A command line with no password of a server in it; words that are no address stay whole."""
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
    """Whether a word, or a sentence that begins so, is a server's address."""
    scheme, colon, rest = word.partition(":")
    return bool(colon) and (
        _is_ours(scheme) or (rest.startswith("//") and not any(map(str.isspace, scheme)))
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

    if os.path.realpath(path) == os.devnull:  # how to ask for no settings
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
    """Make a folder that only its owner can enter, with its parents."""
    if path and not os.path.isdir(path):
        make_folder(os.path.dirname(path))
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            pass
