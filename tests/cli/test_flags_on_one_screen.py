"""`flags` on one screen: numbered, guidelines first, and never an all-clear."""

from __future__ import annotations

import re

import pytest
from inside import Inside
from running import assert_refused

NUMBERED = re.compile(r"^ ?(\d+) (EMERGENCY|URGENT|SOON|ROUTINE|INFO) +(.*)$", re.MULTILINE)
NO_ALL_CLEAR = "No flag is no all-clear: if something worries you, ask a doctor or pharmacist."
REASSURING = re.compile(
    r"were not met|all is well|nothing to worry|harmless|all clear\b", re.IGNORECASE
)


@pytest.fixture
def seven(run: Inside) -> Inside:
    """`cramplog`, with a diary that has seven flags on, of guidelines and of the article."""
    for night in ("02", "09", "16"):
        run("log", f"2026-11-{night} 02:30", "left calf 5m woke")
    run("symptom", "swelling", "left")
    run("symptom", "numbness", "left")
    run("condition", "add", "thrombophlebitis")
    run("medicine", "start", "atorvastatin", "--on", "2026-05-01")
    run("condition", "add", "parkinsons")
    return run


def said(told: str) -> str:
    return " ".join(told.split())


def test_seven_flags_fit_a_small_terminal_with_reason_and_action_each(seven: Inside) -> None:
    flags = seven("flags", "--json").data["flags"]
    told = seven("flags").stdout
    assert len(flags) == 7
    assert len(told.splitlines()) <= 22  # of 24: the command and the prompt take two
    assert max(map(len, told.splitlines())) <= 80
    for flag in flags:
        assert f"({flag['id']})" in told
        assert flag["action"] in said(told)


def test_a_screen_of_forty_columns_is_never_exceeded(
    seven: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told = seven("flags").stdout
    assert max(map(len, told.splitlines())) <= 40
    assert len(NUMBERED.findall(told)) == 7


def test_however_much_is_on_one_screen_holds_what_presses(seven: Inside) -> None:
    for sign in ("chest-pain", "cough-blood", "dark-urine", "saddle-numbness", "weakness left"):
        seven("symptom", *sign.split())
    for sign in ("back-pain", "joint-pain left", "tingling left", "twitching", "rest-pain left"):
        seven("symptom", *sign.split())
    for name in ("diabetes", "varicose veins", "cirrhosis", "dialysis", "pvd"):
        seven("condition", "add", *name.split())
    flags = seven("flags", "--json").data["flags"]
    told = seven("flags").stdout
    assert len(flags) > 12
    assert len(told.splitlines()) <= 24 + sum(2 for flag in flags if flag["do"])
    assert [flag["id"] for flag in flags if flag["do"] and flag["id"] not in told] == []


def test_guidelines_come_first_and_the_article_is_introduced(seven: Inside) -> None:
    told = seven("flags").stdout
    before, introduced, after = told.partition("The article, an undated text")
    assert introduced
    assert "(GL-DVT)" in before
    assert "ART-" not in before
    assert "GL-" not in after


def test_a_number_shows_that_flag_in_full(seven: Inside) -> None:
    numbered = NUMBERED.findall(seven("flags").stdout)
    assert [int(number) for number, _, _ in numbered] == list(range(1, 8))
    for number, urgency, reason in numbered:
        one = seven("flags", number).stdout
        rule = re.search(r"\((\S+)\)", reason)
        assert rule
        assert one.startswith(f"{urgency}  ")
        assert "Whom to see:" in one
        assert one == seven("flags", "--show", rule[1]).stdout
        [flag] = seven("flags", number, "--json").data["flags"]
        assert (flag["number"], flag["id"]) == (int(number), rule[1])


@pytest.mark.parametrize("number", ["0", "8", "99", "9" * 30])
def test_a_number_that_no_flag_has_is_not_found(seven: Inside, number: str) -> None:
    assert_refused(seven("flags", number), 4, "there is no flag", "cramplog flags")


def test_a_number_where_no_flag_is_on_is_no_all_clear(run: Inside) -> None:
    assert_refused(run("flags", "1"), 4, "no all-clear")


@pytest.mark.parametrize("words", [("two",), ("ART-REGULAR",), ("1", "--show", "GL-DVT")])
def test_what_is_no_number_of_the_list_is_refused(seven: Inside, words: tuple[str, ...]) -> None:
    assert_refused(seven("flags", *words), 2, "too much")


@pytest.mark.parametrize(
    "line",
    [
        "flags",
        "flags --full",
        "flags --show ART-REGULAR",
        "report week",
        "report week --format md",
        "report week --format html -o -",
    ],
)
@pytest.mark.parametrize("lines", [("log left calf 2m",), ("night 2026-11-22 quiet",)])
def test_no_flag_is_no_all_clear(run: Inside, line: str, lines: tuple[str, ...]) -> None:
    run("person", "set", "born=1958")
    for before in lines:
        run(*before.split())
    told = said(run(*line.split()).stdout)
    assert NO_ALL_CLEAR in told
    assert not REASSURING.search(told)


def test_what_is_open_and_could_matter_today_is_counted(run: Inside) -> None:
    asked = run("flags", "--check", "--json").data["questions"]
    today = sum(question["today"] for question in asked)
    assert today
    assert [q["today"] for q in asked] == sorted((q["today"] for q in asked), reverse=True)
    assert f"{today} questions that could matter today are open." in run("flags").stdout


def test_plain_lines_are_labelled(seven: Inside) -> None:
    told = said(seven("flags", "--plain").stdout)
    assert "Flag 1. Urgency: URGENT. Reason: Signs that can mean a clot" in told
    assert "What to do: Today: a GP" in told


def test_all_that_is_known_of_each_flag_can_be_had(seven: Inside) -> None:
    told = seven("flags", "--full").stdout
    assert told == seven("flags", "--all").stdout
    assert told.count("  What to do: ") == told.count("  Counted: ") == 7
    assert "How typical of night leg cramps?" in told
    assert "cramplog symptom back-pain --absent" in told
