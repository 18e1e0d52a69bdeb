"""Facts about the person, each in one stored form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.profile import FACTS, parse
from cramplog.errors import BadFact
from cramplog.letters import shows

TODAY = date(2026, 11, 23).toordinal()


@pytest.mark.parametrize(
    ("word", "text", "stored"),
    [
        ("born", "1958", "1958"),
        ("born", "1900", "1900"),
        ("born", "2026", "2026"),
        ("born", "2018-04", "2018-04"),
        ("born", "2018-04-09", "2018-04-09"),
        ("sex", "Female", "f"),
        ("sex", "m", "m"),
        ("sex", "non-binary", "x"),
        ("weight", "70kg", "70"),
        ("weight", "70,5 kg", "70.5"),
        ("weight", "154lb", "69.9"),
        ("weight", "2", "2"),
        ("weight", "400", "400"),
        ("pregnant", "yes", "yes"),
        ("pregnant", "No", "no"),
        ("pregnant", "20w", "20w@2026-11-23"),
        ("pregnant", "20 weeks", "20w@2026-11-23"),
        ("pregnant", "20w@2026-10-01", "20w@2026-10-01"),
        ("due", "2027-02-01", "2027-02-01"),
        ("due", "2026-11-23", "2026-11-23"),
        ("delivered", "2026-11-23", "2026-11-23"),
        ("cramps_since", "2019", "2019"),
        ("cramps-since", "2019-05", "2019-05"),
        ("cramps_since", "2026-11-22", "2026-11-22"),
        ("weight", "unknown", ""),
        ("born", "", ""),
    ],
)
def test_a_fact_is_stored_in_one_form_however_it_was_typed(
    word: str, text: str, stored: str
) -> None:
    assert parse(word, text, TODAY) == stored


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("born", "1800", "a year of four digits, from 1900 on"),
        ("born", "2027", "not still to come"),
        ("born", "58", "four digits"),
        ("born", "٢٠٠٠", "four digits"),
        ("sex", "yes", "f, m or x"),
        ("weight", "700kg", 'weight is 2 to 400 kg; you typed "700kg". Try weight=70kg.'),
        ("weight", "1", "2 to 400 kg"),
        ("weight", "11st", "2 to 400 kg"),
        ("pregnant", "60w", "yes, no or the weeks"),
        ("pregnant", "2.5w", "yes, no or the weeks"),
        ("pregnant", "20w@2027-01-01", "yes, no or the weeks"),
        ("due", "2026-11-22", "from today on"),
        ("due", "2028-01-01", "within ten months"),
        ("due", "20270201", "from today on"),
        ("due", "2027-02-30", "from today on"),
        ("delivered", "2026-11-24", "not still to come"),
        ("cramps_since", "2027", "not still to come"),
        ("cramps_since", "2026-12", "not still to come"),
        ("cramps_since", "long ago", "not still to come"),
        ("wieght", "70", '"wieght" is nothing I keep of a person. Did you mean "weight"?'),
        ("qqq", "70", "I keep born, sex, weight"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_what_to_type(
    word: str, text: str, told: str
) -> None:
    with pytest.raises(BadFact) as caught:
        parse(word, text, TODAY)
    assert told in str(caught.value)


TYPED = st.one_of(
    st.text(max_size=40),
    st.dates().map(str),
    st.from_regex(r"\A[0-9]{1,4}([.,][0-9]{1,2})?( ?(kg|lb|w|weeks))?\Z"),
    st.from_regex(r"\A[0-9]{4}-[0-9]{2}(-[0-9]{2})?\Z"),
)


@given(st.sampled_from(sorted(FACTS)), TYPED)
def test_any_text_gives_one_line_of_error_or_a_fact_that_reads_as_itself(
    name: str, text: str
) -> None:
    try:
        stored = parse(name, text, TODAY)
    except BadFact as refusal:
        refused = str(refusal)
    else:
        assert parse(name, stored, TODAY) == stored
        return
    assert all(map(shows, refused))
