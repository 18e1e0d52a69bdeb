"""Immutable values without `dataclasses`, which alone would take as long to import as SQLite.

A subclass declares typed fields; type checkers see a frozen keyword-only dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self, dataclass_transform
else:

    def dataclass_transform(**_options):
        return lambda cls: cls


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value:
    """Base of all domain values: fields from annotations, defaults from class attributes."""

    _fields: tuple[str, ...] = ()
    _defaults: dict[str, Any] = {}

    def __init_subclass__(cls) -> None:
        cls._fields = (*cls._fields, *cls.__annotations__)
        cls._defaults = {name: getattr(cls, name) for name in cls._fields if hasattr(cls, name)}

    def __init__(self, **fields: Any) -> None:
        state = self.__dict__
        state.update(self._defaults)
        state.update(fields)
        if len(state) != len(self._fields):
            wrong = sorted(set(self._fields) ^ set(state))
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(wrong)}")

    @classmethod
    def whole(cls, fields: dict[str, Any]) -> Self:
        """Make a value of all its fields without checks, for values read by the million."""
        new = cls.__new__(cls)
        new.__dict__.update(fields)
        return new

    def __setattr__(self, name: str, _value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is immutable; use replace()")

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})

    def fields(self) -> dict[str, Any]:
        """Return the fields as a new dictionary, in declared order."""
        return {name: self.__dict__[name] for name in self._fields}

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__[name] for name in self._fields))

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.fields().items())
        return f"{type(self).__name__}({inside})"
