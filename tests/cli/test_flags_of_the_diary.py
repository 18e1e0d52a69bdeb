"""`flags`, and the urgent ones wherever they arise: quieted, shown again, never twice by facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from inside import Inside
from running import assert_refused

SNOOZE = ("flags", "--snooze")


@pytest.fixture
def long_cramp(run: Inside) -> Inside:
    """`cramplog`, with a cramp on record that began an hour ago and is not over: URGENT."""
    run("log", "02:30", "left", "calf", "still")
    return run


def pressing(run: Inside, *words: str) -> list[tuple[str, str]]:
    """The urgent flags that a command tells of in JSON."""
    told = run(*words, "--json").data["flags"]
    return [(flag["id"], flag["urgency"]) for flag in told]


@pytest.mark.parametrize(
    ("before", "line", "flag"),
    [
        ("", "log left calf 03:10 still", "GL-DUR10"),
        ("log 02:30 left calf 2m", "edit 1 still", "GL-DUR10"),
        ("", "symptom swelling left", "GL-DVT"),
        ("symptom warmth left", "condition add cancer", "GL-DVT-RISK"),
        ("symptom warmth left", "medicine start oestrogen", "GL-DVT-RISK"),
        ("symptom redness left", "person set pregnant=20w", "GL-PREG-DVT"),
        ("log 02:30 calf", "night 2026-11-22 toxic_poisoning=yes", "GL-TOXIN"),
    ],
)
def test_an_urgent_flag_is_shown_the_moment_it_arises(
    run: Inside, before: str, line: str, flag: str
) -> None:
    if before:
        assert run(*before.split()).code == 0
    told = run(*line.split()).stdout
    assert f"({flag})" in told.replace("\n  ", " ")
    assert "URGENT: " in told
    assert "Not a diagnosis." in told
    run("undo")
    assert (flag, "URGENT") in pressing(run, *line.split())


def test_a_fact_that_is_evidence_tells_the_flag_again_and_another_does_not(run: Inside) -> None:
    assert pressing(run, "symptom", "swelling", "left") == [("GL-DVT", "URGENT")]
    assert pressing(run, "symptom", "warmth", "left") == [("GL-DVT", "URGENT")]
    assert pressing(run, "person", "set", "born=1958") == []
    assert pressing(run, "condition", "add", "cancer") == [("GL-DVT-RISK", "URGENT")]


def test_a_flag_that_turns_from_urgent_to_emergency_is_told_again(run: Inside) -> None:
    run("log", "02:30", "left", "calf", "5m")
    assert ("GL-TETANUS", "URGENT") in pressing(run, "symptom", "dirty-wound")
    assert ("GL-TETANUS", "EMERGENCY") in pressing(run, "symptom", "jaw-stiffness")


def test_bare_cramplog_and_every_report_show_it_and_the_quiet_one_with_its_reason(
    long_cramp: Inside,
) -> None:
    commands = [(), *(("report", which) for which in ("week", "month", "year"))]
    for words in commands:
        assert "URGENT: A cramp of more than ten minutes." in long_cramp(*words).stdout
    long_cramp(*SNOOZE, "GL-DUR10", "3", "--because", "seen GP")
    assert "URGENT" not in long_cramp().stdout
    for words in (*commands[1:], ("flags",)):
        told = long_cramp(*words).stdout
        assert "Quieted until Thu 26 Nov 2026 because: seen GP." in told
    flags = long_cramp("report", "week", "--json").data["report"]["flags"]
    assert "GL-DUR10" not in [flag["id"] for flag in flags]


def test_with_its_only_flag_quieted_the_list_does_not_say_that_none_is_on(
    run: Inside,
) -> None:
    run("symptom", "swelling", "left")
    run(*SNOOZE, "GL-DVT", "3", "--because", "seen GP")
    told = run("flags").stdout
    assert "No other flag is on" in told
    assert told.index("No other flag") < told.index("Quieted until")
    assert "Quieted until Thu 26 Nov 2026" in run("flags", "--show", "gl-dvt").stdout


def test_an_emergency_stands_before_all_else(run: Inside) -> None:
    run("symptom", "swelling", "left")
    run("symptom", "breathless")
    run(*SNOOZE, "GL-DVT", "3", "--because", "seen GP")
    told = run("flags").stdout
    assert told.splitlines()[1].startswith(" 1 EMERGENCY ")
    assert told.index("EMERGENCY ") < told.index("Quieted until")
    assert_refused(run(*SNOOZE, "GL-PE", "3", "--because", "x"), 3, "EMERGENCY")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("GL-NOPE", "3", "--because", "x"), 4, "GL-NOPE"),
        (("GL-DUR10", "3"), 2, "--because"),
        (("GL-DUR10", "3", "--because", "  "), 2, "--because"),
        (("GL-DUR10", "0", "--because", "x"), 2, "1 to 365"),
        (("GL-DUR10", "-1", "--because", "x"), 2, "not a number of days"),
        (("GL-DUR10", "many", "--because", "x"), 2, "not a number of days"),
        (("GL-DUR10", "9" * 30, "--because", "x"), 2, "not a number of days"),
    ],
)
def test_a_quiet_that_cannot_be_is_refused(
    long_cramp: Inside, words: tuple[str, ...], code: int, said: str
) -> None:
    assert_refused(long_cramp(*SNOOZE, *words), code, said)
    assert long_cramp("flags", "--json").data["snoozed"] == []


def test_a_reason_without_a_flag_is_refused(run: Inside) -> None:
    assert_refused(run("flags", "--because", "x"), 2, "--snooze")


def test_the_quiet_is_told_in_json_and_undone(long_cramp: Inside) -> None:
    told = long_cramp(*SNOOZE, "gl-dur10", "3", "--because", " seen  GP ", "--json").data
    assert told["snoozed"] == {"id": "GL-DUR10", "until": "2026-11-26", "because": "seen GP"}
    [quiet] = long_cramp("flags", "--json").data["snoozed"]
    assert (quiet["id"], quiet["because"]) == ("GL-DUR10", "seen GP")
    assert long_cramp("undo").stdout == "Undone: flags snooze GL-DUR10. Redo: cramplog redo\n"
    assert "GL-DUR10" in [f["id"] for f in long_cramp("flags", "--json").data["flags"]]


def test_the_exit_code_tells_of_soon_and_above_only(run: Inside) -> None:
    def code(*words: str) -> int:
        return run("flags", "--exit-code", *words).code

    assert code() == 0
    for night in (2, 5, 9, 12, 16, 19):
        run("log", f"2026-11-{night:02} 02:30", "left calf 3m hard")
    assert "ROUTINE" in run("flags").stdout
    assert code() == 0
    run("symptom", "tingling", "left")
    assert "SOON" in run("flags").stdout
    assert (code(), code("--json"), code("--show", "GL-NUMB")) == (10, 10, 10)
    assert code("--show", "ART-REGULAR") == 0
    assert run("flags").code == 0
    run(*SNOOZE, "GL-NUMB", "3", "--because", "seen GP")
    assert (code(), code("--show", "GL-NUMB")) == (0, 0)


def test_questions_are_not_asked_where_nobody_can_answer(run: Inside) -> None:
    assert_refused(run("flags", "--check"), 2, "no terminal", "`cramplog flags --full` lists")


def test_the_questions_can_be_had_as_json(run: Inside) -> None:
    run("symptom", "swelling", "left")
    asked = run("flags", "--check", "--json").data["questions"]
    pregnant = next(item for item in asked if "pregnant" in item["question"])
    assert pregnant["answers"]["neither"] == "cramplog person set pregnant=no"
    assert "GL-DVT-RISK" in pregnant["decides"]
    run("person", "set", "pregnant=no")
    left = run("flags", "--check", "--json").data["questions"]
    assert pregnant["question"] not in [item["question"] for item in left]


def test_what_to_do_is_said_wherever_an_urgent_flag_is_told(run: Inside) -> None:
    run("log", "left calf 3m")
    call = "Call your local emergency number (112, 999, 911) now."
    today = "Today: a GP, or 111 in the UK. Do not rub the leg."
    swollen = run("symptom", "swelling", "left").stdout
    assert today in swollen.replace("\n  ", " ")
    assert call in run("symptom", "breathless").stdout.replace("\n  ", " ")
    for words in ((), ("report", "week"), ("visit",), ("flags",)):
        told = " ".join(run(*words).stdout.split())
        assert call in told, words
        assert today in told, words
    [emergency] = [f for f in run("flags", "--json").data["flags"] if f["id"] == "GL-PE"]
    assert emergency["do"] == f"{call} Do not wait."


def test_a_second_sign_of_an_emergency_tells_it_again(run: Inside) -> None:
    run("log", "left calf 3m")
    assert ("GL-PE", "EMERGENCY") in pressing(run, "symptom", "collapse")
    told = run("symptom", "severe-breathless").stdout.replace("\n  ", " ")
    assert "EMERGENCY: Breathless, or chest pain, beside leg pain. Call your local" in told


def test_an_ordinary_cramp_afterwards_is_reminded_in_one_line(run: Inside) -> None:
    run("symptom", "swelling", "left")
    first = run("log", "02:00", "left calf 2m").stdout
    run("symptom", "breathless")
    later = run("log", "left calf 2m").stdout
    assert first.splitlines()[-1] == "Still on: URGENT GL-DVT: cramplog flags"
    assert later.splitlines()[-1] == ("Still on: EMERGENCY GL-PE, URGENT GL-DVT: cramplog flags")
    long = run("log", "03:00", "right calf still").stdout
    assert "URGENT: A cramp of more than ten minutes." in long


@pytest.mark.parametrize("how", ["--absent", "--gone"])
def test_a_later_word_without_a_side_answers_for_both_legs(run: Inside, how: str) -> None:
    for _ in range(5):  # within one second of the clock
        run("symptom", "swelling", "left")
        told = run("symptom", "swelling", how).stdout
        assert "GL-DVT" not in told
        assert "GL-DVT" not in [flag["id"] for flag in run("flags", "--json").data["flags"]]
    assert pressing(run, "symptom", "swelling", "right") == [("GL-DVT", "URGENT")]


@pytest.mark.parametrize("how", ["--absent", "--gone"])
def test_a_flag_that_remembers_says_why_it_stays_on(run: Inside, how: str) -> None:
    run("log", "left calf 3m")
    run("symptom", "collapse")
    told = run("symptom", "collapse", how).stdout.replace("\n  ", " ")
    assert "Still on: EMERGENCY GL-PE, by collapse or fainting, gone on 23 Nov 2026." in told
    assert "counts for 7 days. Call your local emergency number (112, 999, 911) now." in told


def test_one_leg_answered_leaves_the_other_open(run: Inside) -> None:
    run("symptom", "swelling", "both")
    assert "GL-DVT" in run("symptom", "swelling", "right", "--gone").stdout


def test_days_left_out_of_a_quiet_are_asked_for_in_the_right_form(run: Inside) -> None:
    told = run(*SNOOZE, "GL-DUR10", "--because", "seen GP")
    assert_refused(told, 2, "needs a number of days", '--snooze GL-DUR10 30 --because "seen GP"')
    assert_refused(run("flags", "ART-REGULAR"), 2, "too much")


def test_the_flags_of_an_old_report_are_called_todays(run: Inside) -> None:
    run("log", "2026-09-10 02:30", "left calf")
    run("symptom", "swelling", "left")
    words = ("report", "--since", "2026-09-07", "--until", "2026-09-13")
    told = run(*words).stdout
    assert "Flags today     Mon 23 Nov 2026:" in told
    report = run(*words, "--json").data["report"]
    assert report["flags_as_of"] == "2026-11-23"
    assert "GL-DVT" in [flag["id"] for flag in report["flags"]]


def test_a_flag_that_names_nobody_to_see_sends_to_the_gp_and_words_are_explained(
    run: Inside,
) -> None:
    for night in (5, 12, 19, 20):
        run("log", f"2026-11-{night:02} 02:30", "left calf 5m")
    told = " ".join(run("flags", "--full").stdout.split())
    assert "Whom to see: Guidelines: start with your GP. The article names none." in told
    assert (
        "Whom to see: Guidelines: start with your GP. The article names a phlebologist (a doctor "
        "for veins), then a neurologist (for the lumbar spine), then perhaps an endocrinologist "
        "(a doctor for hormones)."
    ) in told
    assert told.count("SOON: within about two weeks") == 1


def test_a_cramp_that_is_not_over_is_told_kept_and_ended(
    run: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "not over yet" in run("log", "left calf 03:10 still").stdout
    assert run("show", "1", "--json").data["episode"]["still"] is True
    run("export", "json", "-o", "diary.json")
    run("export", "csv", "-o", "diary.csv")
    for name in ("diary.json", "diary.csv"):
        run("--db", f"{name}.db", "import", name)
        assert run("--db", f"{name}.db", "show", "1", "--json").data["episode"]["still"] is True
    run("edit", "1", "15m")
    assert "still" not in run("show", "1", "--json").data["episode"]
    assert [flag["urgency"] for flag in run("flags", "--json").data["flags"]][:1] == ["ROUTINE"]


def test_a_long_cramp_that_is_over_says_what_to_do_if_it_holds_again(run: Inside) -> None:
    told = run("log", "02:30 left calf 11m").stdout
    assert "URGENT" not in told
    assert "Over ten minutes: if one does not ease" in told
    assert "Over ten minutes" not in run("log", "01:00 left hand 11m").stdout
    assert "Over ten minutes" not in run("log", "00:30 left calf 10m").stdout
