"""`config`: settings of the diary, and triggers of one's own."""

from __future__ import annotations

from cramplog import paths
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.session import Result, Session, answer
from cramplog.files import driver
from cramplog.render.text import flow, visible
from cramplog.services import settings as service
from cramplog.services.settings import Shown

KEY = Argument(name="key", metavar="KEY", complete="settings")


@command("config")
def bare(session: Session) -> Result:
    """Read and change settings.

    Examples:
    cramplog config list
    cramplog config set week.starts_on sunday
    cramplog config add-trigger gardening
    """
    return list_(session)


@command("config list")
def list_(session: Session) -> Result:
    """List every setting.

    Examples:
    cramplog config list
    cramplog config list --json
    """
    settings = service.listed(session.diary(look=True))
    return Result(
        text=lambda screen: [line for one in settings for line in _lines(one, screen.width)],
        data=lambda: {"settings": {one.key: one.value for one in settings}},
    )


def _lines(setting: Shown, width: int) -> list[str]:
    changed = "" if setting.value == setting.default else f"; default {setting.default or 'none'}"
    text = f"{setting.key} = {visible(setting.value)}  ({setting.help}{changed})"
    return flow(text, width, "    ")


@command("config get", KEY)
def get(session: Session, key: str) -> Result:
    """Tell the value of one setting.

    Examples:
    cramplog config get night.starts_at
    cramplog config get week.starts_on
    """
    setting = service.get(session.diary(look=True), key)
    return Result(text=lambda _: [visible(setting.value)], data=lambda: _data(setting))


@command("config set", KEY, Argument(name="value", metavar="VALUE"))
def set_(session: Session, key: str, value: str) -> Result:
    """Change a setting. A new boundary of nights recomputes every night, after a backup.

    Examples:
    cramplog config set day.ends_at 17:00
    cramplog config set night.starts_at 18:00
    """
    if key == "db":  # mended here, too, where no diary can be opened
        return _changed(service.place(value, paths.diary_file(session.db)))
    return _changed(service.put(session.diary(), key, value))


@command("config reset", KEY)
def reset(session: Session, key: str) -> Result:
    """Give a setting its default again.

    Examples:
    cramplog config reset week.starts_on
    cramplog config reset night.starts_at
    """
    if key == "db":
        return _changed(service.place("", paths.diary_file(session.db)))
    return _changed(service.reset(session.diary(), key))


@command("config path")
def path(session: Session) -> Result:
    """Tell where the settings file and the diary are.

    Examples:
    cramplog config path
    cramplog config path --json
    """
    place = paths.diary_file(session.db)
    files = {"config": paths.config_file(), "diary": paths.shown(place)}
    encrypted = not paths.is_server(place) and driver.is_encrypted(place)
    if encrypted:
        files["envelope"] = driver.envelope(place)
    return Result(
        text=lambda _: [f"{name}: {file}" for name, file in files.items()],
        data=lambda: {**files, "encrypted": encrypted},
    )


@command(
    "config add-trigger",
    Argument(name="name", metavar="NAME"),
    Option(flags=("--label",), metavar="TEXT", help="What it stands for."),
)
def add_trigger(session: Session, name: str, label: str | None) -> Result:
    """Add a trigger of your own, for @NAME in log and NAME=yes in night.

    Examples:
    cramplog config add-trigger gardening
    cramplog config add-trigger redwine --label "red wine in the evening"
    """
    return _changed(service.add_trigger(session.diary(), name, label or ""))


def _changed(setting: Shown) -> Result:
    text = f"{setting.key} = {visible(setting.value)}"
    return answer(lambda: _data(setting), text, indent="", done=True)


def _data(setting: Shown) -> dict[str, object]:
    return {"key": setting.key, "value": setting.value, "default": setting.default}
