"""`docs/rules.md`, made from the rules themselves: `python -m cramplog.flags.document`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from cramplog.flags.catalogue import RULES
from cramplog.flags.rule import SOURCE, Rule, Threshold
from cramplog.flags.sources import SOURCES
from cramplog.flags.words import listed

HEAD = """# Rules

Made by `python -m cramplog.flags.document` from `cramplog/flags/`; do not edit.

A flag is a reason to talk to a doctor about what was written down, never a diagnosis. The
article's rules and the guidelines' rules are two lists and are never merged. Numbers are the
source's where marked so; all others are defaults of this program and can be set with
`cramplog config set KEY NUMBER`.

A fact that nobody recorded is unknown, and unknown is never "no": the rule is then *not
evaluable*, and says what to record. One choice is ours: where the other half of an "and" is
already known to be false, or one half of an "or" to be true, no answer could change the outcome;
the rule is then answered, and nothing is asked. Nights without any record are not questions
either: a rule that counts cramps counts those that were recorded.

A window of n nights ends with the night of the report. A cramp that began in daytime is a cramp,
but makes no cramp night. A cramp of the hand alone counts for no rule about legs. A sign counts
by the latest word on it within the window; recorded without a side, it is on one leg, and one
that is said to be gone or not there without a side is so on both. A medicine kept in one's own
words may be of any group until it is said what it is (`cramplog medicine name`).

Urgency comes from a source; a count of ours alone never lifts a rule above ROUTINE, and what is
ours is said to be. Signs that may come suddenly are asked for as sudden or new. A flag that rests
on them is EMERGENCY or URGENT for 48 hours after the sign was last said to be there; then it is a
question, and SOON until that is answered. A "no" to such a sign answers for 7 days; one to a
lasting condition does not age. "Pregnant" without a date holds ten months or until a birth, "not
pregnant" 28 days from 12 to 55 years. A cramp that was logged is over; one that goes on is the
timer's, or has the word `still`. A flag is quieted for its evidence: another sign, the other side,
a later date or a worse level is shown again; an EMERGENCY is never quiet, what is URGENT for 14
days at most. No flag is no all-clear: if something worries you, ask a doctor or pharmacist.
"""


FALSE_ALARMS = """## False alarms

1,000 invented diaries of ordinary night cramps, without any sign of illness, judged on every second
of 63 days (`python benchmarks/false_alarms.py`, seed 1128). Shares in per cent; SOON and URGENT
count what is above them, too. The goals: URGENT at most 2 on the last day and 10 ever, SOON at most
15 on the last day without medicines.

| people | n | URGENT, last day | URGENT, ever | SOON, last day | SOON, ever |
| --- | --- | --- | --- | --- | --- |
| all | 1000 | 0.0 | 0.0 | 0.0 | 0.0 |
| without medicines | 800 | 0.0 | 0.0 | 0.0 | 0.0 |
| asked, and said no | 500 | 0.0 | 0.0 | 0.0 | 0.0 |
| never asked | 500 | 0.0 | 0.0 | 0.0 | 0.0 |
| statin | 100 | 0.0 | 0.0 | 0.0 | 0.0 |
| diabetes | 100 | 0.0 | 0.0 | 0.0 | 0.0 |
| varicose veins | 100 | 0.0 | 0.0 | 0.0 | 0.0 |
| pregnant | 100 | 0.0 | 0.0 | 0.0 | 0.0 |
| child | 100 | 0.0 | 0.0 | 0.0 | 0.0 |
| other | 100 | 0.0 | 0.0 | 0.0 | 0.0 |
"""


LEFT_OUT = """## Left out, and why

- Weight loss, tiredness, bruises or pain of one leg by day in a child: only secondary pages were
  seen. What an NHS page says of a limp, fever and hot joints is in GL-CHILD-RED.
- A lack of vitamins, and anything from Cleveland Clinic: no citable page was found.
- A sleep disturbance score (GL-SLEEP) and "not relieved by movement" (GL-DUR10): the diary has no
  field for either; a remedy of which nothing more was said is unknown, not useless.
- Back pain that bending forward relieves (GL-LUMBAR): no source was seen.
- Missing pulses (GL-PVD): for a clinician to feel.
- Stopping a benzodiazepine or alcohol, caffeine and stimulants (GL-NEWMED): named by the sources,
  but not courses of a listed medicine.
- Some cramps pass without a doctor (the article, \u00b68): never said, whatever is on or off.
"""

SECOND_HAND = """## Pages that were not to be had from their publisher

Each source below says when it was last read, and how: on its publisher's page, as an abstract, or
on a page that reproduces it (mirror). A test fails once a reading is older than 18 months. Looked
for on 2026-11-28 and not found:

- The NHS pages on single statins (`nhs-statins`): read as newspapers quote them. What they say of
  dark urine and severe pain stands on Mayo Clinic's own page, too (`mayo-rhabdo`).
- The NHS page on leg cramps of 2017 (`nhs-choices`): withdrawn. Its sentence on ten minutes stands
  on nidirect's own page, too.
- The NHS page on tetanus (`nhs-tetanus`). That signs begin 4 to 21 days after the wound stands on
  a page of the Irish health service, too (http://www.hse.ie/eng/health/az/L/Lockjaw/).
- The leaflet on sick days of Gloucestershire Hospitals (`sick-day-glos`), whose own review was due
  in 2018; GP practices of the NHS say the same on their pages (`sick-day-practices`).
- The advice of the American Academy of Orthopaedic Surgeons, and the review of the American Academy
  of Neurology, which only the guide cites.
- The criteria of ICSD-3 as one printed list (`icsd-3`).
"""


def page() -> str:
    """The page as Markdown."""
    article = [rule for rule in RULES.values() if rule.from_article]
    guideline = [rule for rule in RULES.values() if not rule.from_article]
    parts = [HEAD, "## The article's rules\n", *(_rule(rule) for rule in article)]
    if guideline:
        parts += ["## The guidelines' rules\n", *(_rule(rule) for rule in guideline)]
    parts += [LEFT_OUT, FALSE_ALARMS, SECOND_HAND, "## Sources\n", "\n".join(_sources()) + "\n"]
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    lines = [f"### {rule.id}: {rule.title}", "", f"{rule.statement}", ""]
    lines += [f"- Urgency: {listed(rule.urgencies, 'or')}", f"- Condition: {_condition(rule)}"]
    lines += [f"- {_number(threshold)}" for threshold in rule.thresholds]
    lines += [f"- Whom to see: {rule.whom}", f"- Tests: {rule.tests}"]
    if rule.path.remark:
        lines.append(f"- Remark: {rule.path.remark}")
    for note in rule.notes:
        cited = f" ({', '.join(note.sources)})" if note.sources else ""
        lines.append(f"- Note: {note.text}{cited}")
    if rule.passages:
        lines.append(f"- Source: the article, {listed([f'¶{n}' for n in rule.passages])}")
    else:
        lines.append(f"- Source: {', '.join(rule.sources)}")
    return "\n".join((*lines, ""))


def _condition(rule: Rule) -> str:
    return rule.condition_with(rule.limits({}))


def _number(threshold: Threshold) -> str:
    if threshold.whose == SOURCE:
        return f"{threshold.value}, {threshold.says}: the source's number"
    bounds = f"{threshold.lowest} to {threshold.highest}"
    return f"{threshold.value}, {threshold.says}: our default, `{threshold.key}` ({bounds})"


def _sources() -> Iterator[str]:
    for source in SOURCES.values():
        line = f"- `{source.key}`: {source.title}. {source.origin}. {source.address}. "
        yield f"{line}Read {source.read}: {source.seen}."


if __name__ == "__main__":
    sys.stdout.write(page())
