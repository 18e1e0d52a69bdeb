"""`config`: settings of the diary, and triggers of one's own."""

from __future__ import annotations

from cramplog import paths
from cramplog.cli.session import Result
from cramplog.files import driver
from cramplog.render.text import flow, visible
from cramplog.services import settings as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.services.settings import Shown


def list_(session: Session) -> Result:
    """Every setting."""
    shown = service.listed(session.diary(look=True))
    return Result(
        text=lambda screen: [line for one in shown for line in _lines(one, screen.width)],
        data=lambda: {"settings": {one.key: one.value for one in shown}},
    )


def _lines(shown: Shown, width: int) -> list[str]:
    changed = "" if shown.value == shown.default else f"; default {shown.default or 'none'}"
    return flow(f"{shown.key} = {visible(shown.value)}  ({shown.help}{changed})", width, "    ")


def get(session: Session, key: str) -> Result:
    """One setting."""
    return _value(service.get(session.diary(look=True), key))


def _value(shown: Shown) -> Result:
    return Result(
        text=lambda _: [visible(shown.value)],
        data=lambda: {"key": shown.key, "value": shown.value, "default": shown.default},
    )


def set_(session: Session, key: str, value: str) -> Result:
    """Change a setting."""
    return _changed(service.put(session.diary(), key, value))


def reset(session: Session, key: str) -> Result:
    """Give a setting its default again."""
    return _changed(service.reset(session.diary(), key))


def add_trigger(session: Session, name: str, label: str) -> Result:
    """A trigger of one's own."""
    return _changed(service.add_trigger(session.diary(), name, label))


def _changed(shown: Shown) -> Result:
    return Result(
        done=True,
        text=lambda screen: flow(f"{shown.key} = {visible(shown.value)}", screen.width),
        data=lambda: {"key": shown.key, "value": shown.value, "default": shown.default},
    )


def path(session: Session) -> Result:
    """Where the settings file and the diary are."""
    place = paths.diary_file(session.db)
    found = {"config": paths.config_file(), "diary": paths.shown(place)}
    encrypted = not paths.is_server(place) and driver.is_encrypted(place)
    if encrypted:
        found["envelope"] = driver.envelope(place)
    return Result(
        text=lambda _: [f"{name}: {place}" for name, place in found.items()],
        data=lambda: {**found, "encrypted": encrypted},
    )
