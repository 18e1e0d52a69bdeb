from __future__ import annotations

import json
import re

import pytest

from cramplog.domain.episode import Episode, Site
from cramplog.domain.factors import factor
from cramplog.domain.facts import Condition, Facts, Symptom
from cramplog.flags import asks
from cramplog.flags.catalogue import RULES
from cramplog.flags.evaluate import Evaluation, evaluate
from cramplog.flags.record import Record
from cramplog.render import flags

NIGHT = 739942  # Sunday 22 November 2026


def cramp(number: int, ago: int) -> Episode:
    return Episode(
        id=f"episode-{number}",
        number=number,
        person="anna",
        started_at=(NIGHT - ago - 719163) * 86400 + 25 * 3600,
        utc_offset=3600,
        night=NIGHT - ago,
        sites=(Site(muscle="calf", side="left"),),
        duration_seconds=300,
        recorded_at=0,
    )


@pytest.fixture
def evaluation() -> Evaluation:
    """Eight long calf cramps in four weeks, thrombophlebitis, all else unknown."""
    episodes = tuple(cramp(number, 24 - 3 * number) for number in range(1, 9))
    facts = Facts(
        person="anna",
        conditions=(Condition(name="thrombophlebitis", since="2024", recorded_at=0),),
    )
    return evaluate(
        Record(
            today=NIGHT,
            day=NIGHT + 1,
            now=0,
            facts=facts,
            episodes=episodes,
            thresholds={"rule.art-regular.nights": 6},
        )
    )


def plain(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("width", [40, 80])
def test_every_line_fits_the_terminal(evaluation: Evaluation, width: int) -> None:
    shown = [flags.text(evaluation, width)]
    shown += [flags.one(item, width) for item in evaluation.flags]
    shown += [flags.one(item, width) for item in evaluation.not_evaluable]
    shown += [flags.one(item, width) for item in evaluation.clear]
    for text in shown:
        longest = max(text.splitlines(), key=len)
        assert len(longest) <= width or " " not in longest.strip(), longest


def test_the_urgency_is_a_word_and_the_soonest_comes_first(evaluation: Evaluation) -> None:
    headings = re.findall(r"^\d  (SOON|ROUTINE)  ", flags.text(evaluation, 80), re.MULTILINE)
    assert headings == ["SOON", "SOON", "ROUTINE", "ROUTINE"]


def test_the_two_lists_stand_apart_and_the_guidelines_come_first() -> None:
    breathless = Symptom(name="collapse", day=NIGHT + 1, recorded_at=0)
    facts = Facts(
        person="anna",
        conditions=(Condition(name="thrombophlebitis", since="2024", recorded_at=0),),
        symptoms=(breathless,),
    )
    episodes = tuple(cramp(number, 24 - 3 * number) for number in range(1, 9))
    found = evaluate(Record(today=NIGHT, day=NIGHT + 1, now=0, facts=facts, episodes=episodes))
    lines = flags.text(found, 80).splitlines()
    order = [
        lines.index(f"{flags.GUIDELINE_LIST}:"),
        next(at for at, line in enumerate(lines) if line.startswith("1  EMERGENCY  ")),
        lines.index(f"{flags.ARTICLE_LIST}:"),
        next(at for at, line in enumerate(lines) if "(ART-CALF-VEIN)" in line),
    ]
    assert order == sorted(order)
    assert found.flags[0].rule.id == "GL-PE"


def test_a_flag_tells_its_numbers_and_whose_they_are(evaluation: Evaluation) -> None:
    shown = {item.rule.id: plain(flags.one(item, 80)) for item in evaluation.flags}
    assert (
        "from the article: minutes from which on a cramp is long"
        in (shown["ART-FREQUENT-PROTRACTED"])
    )
    assert (
        "cramplog's defaults, which can be set: long cramps 3" in (shown["ART-FREQUENT-PROTRACTED"])
    )
    assert "set by you: cramp nights 6 (our default: 4)" in shown["ART-REGULAR"]
    assert "not a diagnosis" in shown["ART-REGULAR"]
    assert "names none" in shown["ART-FREQUENT-PROTRACTED"]
    assert "thrombophlebitis, since 2024" in shown["ART-CALF-VEIN"]


def test_the_list_shows_the_latest_evidence_and_one_flag_shows_all(evaluation: Evaluation) -> None:
    regular = next(item for item in evaluation.flags if item.rule.id == "ART-REGULAR")
    assert "episodes 3 (7 Nov 2026), 4 (10 Nov 2026)" in plain(flags.text(evaluation, 80))
    assert "and 2 earlier" in plain(flags.text(evaluation, 80))
    assert "episodes 1 (1 Nov 2026), 2 (4 Nov 2026)" in plain(flags.one(regular, 80))


def test_each_open_question_is_shown_once_with_commands_to_paste(evaluation: Evaluation) -> None:
    told = flags.text(evaluation, 80)
    lines = told.splitlines()
    assert told.count("Lately: back pain?") == 1
    at = lines.index("Lately: back pain? (GL-CAUDA, ART-LUMBAR)")
    assert lines[at + 1 : at + 5] == [
        "  yes:",
        "    cramplog symptom back-pain",
        "  no:",
        "    cramplog symptom back-pain --absent",
    ]
    assert "    cramplog condition deny diabetes" in lines
    at = lines.index("    cramplog symptom numbness left")
    assert lines[at - 1] == "  yes, left (or right or both):"
    assert 'never taken as "no"' in plain(told)


def test_no_id_stands_where_a_word_of_everyday_will_do(evaluation: Evaluation) -> None:
    told = flags.text(evaluation, 80)
    assert "cold=no" in told
    for id_, word in asks.TYPED.items():
        assert f"{id_}=" not in told
        assert factor(word) == id_


def test_nothing_on_is_never_said_to_be_nothing_wrong() -> None:
    empty = evaluate(Record(today=NIGHT, day=NIGHT + 1, now=0, facts=Facts(person="anna")))
    shown = plain(flags.text(empty, 80))
    assert "No flag is on, by what is recorded: 0 of the last 28 nights." in shown
    assert not re.search(r"\b(fine|healthy|normal|well|harmless|all clear)\b", shown, re.IGNORECASE)


def test_the_summary_is_one_line_with_urgency_and_rule(evaluation: Evaluation) -> None:
    for item in evaluation.flags:
        line = flags.summary(item)
        assert line.startswith(f"{item.fired.urgency}: {item.rule.title}.")
        assert line.endswith(f"({item.rule.id})")
        assert "\n" not in line


def test_the_data_hold_all_that_the_contract_names(evaluation: Evaluation) -> None:
    data = json.loads(json.dumps(flags.data(evaluation)))
    assert set(data) == {"flags", "not_evaluable"}
    assert {item["id"] for item in (*data["flags"], *data["not_evaluable"])} <= set(RULES)
    calf = next(item for item in data["flags"] if item["id"] == "ART-CALF-VEIN")
    assert calf["origin"] == "article"
    assert calf["urgency"] == "SOON"
    assert calf["evidence"][0] == {
        "number": 1,
        "night": "2026-11-01",
        "started_at": "2026-11-02T02:00:00+01:00",
    }
    assert calf["specialists"] == ["a phlebologist (a doctor for veins)"]
    assert calf["tests"] == ["an ultrasound scan of the veins"]
    assert calf["source"]["passages"] == [26, 55]
    assert calf["thresholds"][0] == {
        "name": "episodes",
        "setting": "rule.art-calf-vein.episodes",
        "value": 1,
        "default": 1,
        "counts": "cramps of the calf",
        "whose": "ours",
    }
    assert "not a diagnosis" in calf["not_a_diagnosis"]
    lumbar = next(item for item in data["not_evaluable"] if item["id"] == "ART-LUMBAR")
    assert {"answer": "no", "command": "cramplog symptom back-pain --absent"} in (
        lumbar["record"][0]["answers"]
    )
