"""Values are immutable, complete and compared by what they hold."""

from __future__ import annotations

import pytest

from cramplog.value import Value


class Place(Value):
    muscle: str
    side: str | None = None


class Marked(Place):
    mark: int = 0


CALF = Place(muscle="calf")


def test_a_value_is_what_it_holds() -> None:
    assert Place(muscle="calf", side=None) == CALF
    assert hash(CALF) == hash(Place(muscle="calf"))
    assert Place(muscle="foot") != CALF
    assert Marked(muscle="calf") != CALF
    assert {CALF, Place(muscle="calf")} == {CALF}


def test_a_value_is_changed_only_into_another() -> None:
    left = CALF.replace(side="left")
    assert (left.muscle, left.side, CALF.side) == ("calf", "left", None)
    with pytest.raises(AttributeError, match="immutable"):
        CALF.side = "right"  # type: ignore[misc]


@pytest.mark.parametrize("fields", [{}, {"side": "left"}, {"muscle": "calf", "limb": "leg"}])
def test_a_missing_or_unknown_field_is_a_mistake_in_the_program(fields: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="missing or unknown"):
        Place(**fields)


def test_the_fields_are_those_declared_in_order_with_those_inherited() -> None:
    assert Marked(muscle="calf", mark=3).fields() == {"muscle": "calf", "side": None, "mark": 3}
    assert repr(CALF) == "Place(muscle='calf', side=None)"
    fields = CALF.fields()
    fields["muscle"] = "foot"
    assert CALF.muscle == "calf"
