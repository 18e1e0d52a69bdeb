"""JSON read piece by piece: the same values as whole, wherever the pieces end."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.errors import BadFile
from cramplog.interchange import json_stream
from cramplog.interchange.json_stream import Stream

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


class Dribble(StringIO):
    """A file that gives a few characters at a time, whatever is asked for."""

    def read(self, size: int | None = -1) -> str:
        return super().read(3)


def whole(text: str) -> dict[str, Any]:
    stream = Stream(Dribble(text), "x.json")
    found = {
        key: [value for _, value in stream.elements()] if stream.peek() == "[" else stream.value()
        for key in stream.members()
    }
    stream.end()
    return found


@given(st.dictionaries(st.text(), VALUES, max_size=5), st.sampled_from([None, 1]))
def test_what_is_read_in_pieces_is_what_is_read_whole(
    value: dict[str, Any], indent: int | None
) -> None:
    text = json.dumps(value, indent=indent)
    assert whole(text) == json.loads(text)


def test_elements_come_with_the_line_on_which_they_begin() -> None:
    stream = Stream(Dribble('[\n{"a":\n1},\n\n 2 ]'), "x.json")
    assert list(stream.elements()) == [(2, {"a": 1}), (5, 2)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1', "line 1"),
        ('{"a": 1}}', "something follows"),
        ('{"a": 1,}', "comma stands before }"),
        ('{"a": [1,\n2,]}', "line 2: a comma stands before ]"),
        ('{"a" 1}', ": is missing"),
        ("{1: 2}", "a key is no text"),
        ('{"a": NaN}', "NaN is not a number"),
        ("[]", "{ is missing"),
        ('{"a":\n\n nul}', "line 3"),
        ('{"a": "\n"}', "control character"),
        ('{"a": ' + "9" * 5000 + "}", "digits"),
        ('{"a": {"b": ' + "[" * 20_000, "line 1"),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(BadFile) as refused:
        whole(text)
    assert told.lower() in refused.value.message.lower()
    assert len(refused.value.message) < 200


def test_a_record_of_more_than_a_million_characters_is_refused_before_it_is_all_read() -> None:
    file = StringIO('["' + "x" * 3_000_000 + '"]')
    with pytest.raises(BadFile):
        list(Stream(file, "x.json").elements())
    assert file.tell() < json_stream.LONGEST_VALUE + 3 * json_stream.CHUNK
