"""The physician's page as words, tables and charts, before it takes the form of a file.

PDF, HTML and Markdown are laid out from this one value. All texts in it are plain: what a user
wrote is escaped where it could steer a terminal or turn a line around, and each format still has
to keep it from being read as markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cramplog.flags.words import NO_ALL_CLEAR
from cramplog.render import sheet_signs
from cramplog.render.charts import Bar, Chart, bars
from cramplog.render.charts_nights import calendar, stretches
from cramplog.render.facts import condition
from cramplog.render.medicine import medicine, with_cramps
from cramplog.render.questions_for_doctor import questions
from cramplog.render.report import cramp_nights_told, cramps_told, recorded_told
from cramplog.render.report_details import daytime_told, missing_told, readings_told
from cramplog.render.report_words import JOINED, counted
from cramplog.render.sheet_flags import FullFlag, full
from cramplog.render.sheet_tables import (
    Table,
    episodes,
    evidence,
    features,
    remedies,
    sites,
    triggers,
)
from cramplog.render.sheet_tiles import Tile, tiles
from cramplog.render.text import clock, day, day_of, visible
from cramplog.report.build import Report
from cramplog.report.summary import BINS, PAIN_SCALE, Summary
from cramplog.value import Value

STATEMENT = "Self-reported, not a diagnosis"
ARTICLES_RULES = "The article's rules (an undated web article, no guideline)"


class Sheet(Value):
    """All that the page says. Lists are complete; a format with one page shortens them."""

    title: str
    person: str | None
    who: tuple[str, ...]
    period: str
    made: str
    visit: str | None
    tiles: tuple[Tile, ...]
    nights: tuple[str, ...]
    compared: tuple[str, ...]
    details: tuple[str, ...]
    calendar: Chart | None
    stretches: Chart | None
    durations: Chart | None
    pains: Chart | None
    sites: Table
    features: Table
    flags: tuple[tuple[str, tuple[FullFlag, ...]], ...]  # the article's and the guidelines' lists
    flags_told: str  # what else is to be said of flags
    flags_about: str  # which nights flags count
    signs: tuple[str, ...]
    triggers: Table
    remedies: Table
    medicines: tuple[str, ...]
    conditions: tuple[str, ...]
    questions: tuple[str, ...]
    missing: tuple[str, ...]
    episodes: Table
    evidence: Table
    notes: int
    contains: str


def sheet(report: Report, *, encrypted: bool = False) -> Sheet:
    """The sheet of a report; a person's name and notes are in it as far as the report has them."""
    flags = [full(flag) for flag in report.flags or ()]
    told = (*report.episodes, *report.evidence)
    notes = sum(episode.note is not None for episode in told)
    cramps = report.cramps
    return Sheet(
        title="Night leg cramps",
        person=visible(report.person) if report.person else None,
        who=_who(report),
        period=f"Nights of {report.period.label}",
        made=_made(report),
        visit=_visit(report),
        tiles=tiles(report),
        nights=_plain(*recorded_told(report), *cramp_nights_told(report)[1:]),
        compared=_plain(*(s.replace("usual for you", "usual") for s in cramps_told(report)[1:])),
        details=_plain(
            f"By day: {daytime_told(report.daytime)}" if report.daytime.episodes else "",
            _types(cramps),
        ),
        calendar=calendar(report),
        stretches=stretches(report),
        durations=_durations(cramps),
        pains=_pains(cramps),
        sites=sites(cramps),
        features=features(cramps),
        flags=_lists(flags),
        flags_told=_flags_told(report),
        flags_about=_flags_about(report),
        signs=sheet_signs.told(report.signs) if report.facts else (),
        triggers=triggers(cramps, report.own_triggers),
        remedies=remedies(cramps),
        medicines=_medicines(report),
        conditions=_conditions(report),
        questions=questions([flag.id for flag in flags], report.facts),
        missing=_plain(*missing_told(cramps)),
        episodes=episodes(report),
        evidence=evidence(report),
        notes=notes,
        contains=_contains(report, notes, encrypted=encrypted),
    )


def _lists(flags: Sequence[FullFlag]) -> tuple[tuple[str, tuple[FullFlag, ...]], ...]:
    """The two lists, never merged; the article's comes last, and says what the article is."""
    article = tuple(flag for flag in flags if flag.origin == "article")
    guideline = tuple(flag for flag in flags if flag.origin != "article")
    return (("Guidelines' rules", guideline), (ARTICLES_RULES, article))


def _plain(*sentences: str) -> tuple[str, ...]:
    return tuple(s[:1].upper() + s[1:].replace(JOINED, " ") for s in sentences if s)


def _types(cramps: Summary) -> str:
    if not any(count.said for count in (*cramps.types, *cramps.spreads)):
        return ""  # what is derived follows from lengths and places, which stand on the page
    course = readings_told("time course", cramps.types, cramps.types_unknown)
    spread = readings_told("spread", cramps.spreads, cramps.spreads_unknown)
    return f"Types in the article's terms: {course}; {spread}"


def _durations(cramps: Summary) -> Chart | None:
    if not cramps.duration.known:
        return None
    labels = [label.removesuffix(" min") for label in BINS]
    return _counts("Length in minutes", labels, cramps.duration.bins, pitch=42)


def _pains(cramps: Summary) -> Chart | None:
    if not cramps.pain.known:
        return None
    return _counts("Pain, 0 to 10", [*map(str, PAIN_SCALE)], cramps.pain.counts, pitch=19)


def _counts(title: str, labels: list[str], counts: tuple[int, ...], pitch: int) -> Chart:
    values = [Bar(label=each, value=count) for each, count in zip(labels, counts, strict=True)]
    return bars(title, values, pitch=pitch)


def _who(report: Report) -> tuple[str, ...]:
    profile = report.facts.profile if report.facts else {}
    sex = {"f": "female", "m": "male", "x": "sex: other"}
    told = {
        "born": f"born {profile.get('born')}",
        "sex": sex.get(profile.get("sex", ""), ""),
        "weight": f"{profile.get('weight')} kg",
        "pregnant": f"pregnant: {profile.get('pregnant', '').replace('w@', ' weeks on ')}",
        "due": f"due {profile.get('due')}",
        "delivered": f"gave birth {profile.get('delivered')}",
        "cramps_since": f"cramps since {profile.get('cramps_since')}",
    }
    return tuple(visible(words) for key, words in told.items() if profile.get(key))


def _made(report: Report) -> str:
    at = report.made_at
    today = day(day_of(at.instant, at.utc_offset), year=True)
    return f"Made {today}, {clock(at.instant, at.utc_offset)}"


def _visit(report: Report) -> str | None:
    if report.visit is None:
        return None
    who = f", {visible(report.visit.who)}" if report.visit.who else ""
    return f"For the visit of {day(report.visit.day, year=True)}{who}"


def _flags_told(report: Report) -> str:
    if report.flags is None:
        return "Rules were not looked at."
    told = "" if report.flags else f"No flag is on. {NO_ALL_CLEAR} "
    if report.not_evaluable:
        rules = counted(report.not_evaluable, "rule")
        told += f"{rules} could not be checked: something is not recorded. "
    snoozed = "; ".join(_snoozed(flag) for flag in report.snoozed)
    if snoozed:
        told += f"Met, and quieted by the person: {snoozed}. "
    return f"{told}Rules are judged as of {day(report.made_on, year=True)}, when this was made."


def _flags_about(report: Report) -> str:
    if not report.flags:
        return ""
    until = day(report.made_on, year=True)
    return (
        f"Flags count the nights that each of them names, up to {until}; all other figures are of "
        f"the nights of {report.period.label}."
    )


def _snoozed(flag: Mapping[str, object]) -> str:
    said = f"{flag['urgency']} {flag['title']} ({flag['id']})"
    return visible(f"{said} until {flag['until']}, because: {flag['because']}")


def _medicines(report: Report) -> tuple[str, ...]:
    facts = report.facts
    if facts is None or not (facts.medicines or facts.no_other_medicines):
        return ("Not recorded: unknown, not none.",)
    if not facts.medicines:
        return ("None taken, as the person says.",)
    marked = sorted(facts.medicines, key=lambda course: with_cramps(course) is None)
    told = [": ".join(filter(None, (medicine(c), with_cramps(c)))) for c in marked]
    more = "No others, as the person says." if facts.no_other_medicines else "Others: not known."
    return (*told, more)


def _conditions(report: Report) -> tuple[str, ...]:
    facts = report.facts
    if facts is None or not facts.conditions:
        return ("Not recorded: unknown, not none.",)
    return tuple(condition(fact) for fact in facts.conditions)


def _contains(report: Report, notes: int, *, encrypted: bool) -> str:
    count = len(report.episodes) + len(report.evidence)
    parts = [
        "a name" if report.person else "no name",
        counted(count, "episode"),
        counted(notes, "note") if notes else "no notes",
    ]
    open_ = "" if encrypted else " This file is not encrypted."
    return f"Health data: {', '.join(parts)}.{open_}"
