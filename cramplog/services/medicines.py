"""Medicines: courses with their start, dose changes and stop."""

from __future__ import annotations

from shlex import quote

from cramplog.diary.repository import NO_OTHER_MEDICINES
from cramplog.domain.facts import Dose, Medicine
from cramplog.domain.medicines import MEDICINES, near
from cramplog.domain.medicines import medicine as known_medicine
from cramplog.errors import BadFact
from cramplog.letters import tidy
from cramplog.services.facts import before, same, set_profile

OTHER = "other"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary


def courses(diary: Diary) -> list[tuple[str, Medicine]]:
    """Return the courses on record with their uids."""
    return list(zip(diary.uids("medicine"), diary.facts().medicines, strict=True))


def named(words: str) -> tuple[str, bool]:
    """Return a medicine's id and True, or the user's own words and False."""
    found = known_medicine(words)
    return (found, True) if found else (tidy(words), False)


def start(
    diary: Diary, words: str, now: Moment, *, on: str | None, until: str | None, dose: str | None
) -> Medicine:
    """Record a course, or the start of a course whose start was unknown.

    Raises BadFact if it overlaps one on record, or ends before it starts.
    """
    name, known = named(words)
    course = Medicine(
        name=name,
        known=known,
        started=on,
        stopped=until,
        doses=(Dose(text=dose, since=on),) if dose else (),
        recorded_at=now.instant,
    )
    _in_order(course)
    with diary.act("medicine start", now.instant) as act:
        uid = act.uid()
        for old_uid, other in courses(diary):
            if not same(other.name, name) or not _overlap(course, other):
                continue
            if other.started or not on or other.stopped:
                raise _overlapping(other)
            uid = old_uid
            course = course.replace(name=other.name, doses=_begun(other.doses, course.doses, on))
            _in_order(course)
        _put(act, uid, course)
        act.said = f"medicine start {name}"
    return course


def _overlapping(other: Medicine) -> BadFact:
    name = quote(other.name)
    if other.stopped:
        hint = f"Say when the new one began: cramplog medicine start {name} --on DATE."
    else:
        hint = (
            f'Another dose: cramplog medicine dose {name} "TEXT". Its end: cramplog medicine stop '
            f"{name}."
        )
    return BadFact(f"a course of {other.name} {_span(other)} is on record already.", hint)


def _begun(old: tuple[Dose, ...], new: tuple[Dose, ...], on: str) -> tuple[Dose, ...]:
    """Return the doses of a course whose start became known; the first one counts from there."""
    first = new or tuple(dose.replace(since=on) for dose in old if not dose.since)
    return (*first, *(dose for dose in old if dose.since))


def stop(diary: Diary, words: str, now: Moment, *, on: str) -> Medicine:
    """Record the end of the running course; raises BadFact."""
    with diary.act("medicine stop", now.instant) as act:
        uid, course = _running(diary, words)
        ended = course.replace(stopped=on)
        _in_order(ended)
        _put(act, uid, ended)
        act.said = f"medicine stop {course.name}"
    return ended


def change_dose(diary: Diary, words: str, text: str, now: Moment, *, on: str) -> Medicine:
    """Record another dose of the running course from a day on; raises BadFact."""
    with diary.act("medicine dose", now.instant) as act:
        uid, course = _running(diary, words)
        kept = [dose for dose in course.doses if dose.since != on]  # a day has one dose
        doses = sorted((*kept, Dose(text=text, since=on)), key=lambda dose: dose.since or "")
        changed = course.replace(doses=tuple(doses))
        _in_order(changed)
        _put(act, uid, changed)
        act.said = f"medicine dose {course.name}"
    return changed


def name(diary: Diary, words: str, meant: str, now: Moment) -> Medicine:
    """Name a running course that was recorded in own words; `other` means of no known group.

    Raises BadFact for another unknown name, or if a course of that name is running.
    """
    with diary.act("medicine name", now.instant) as act:
        uid, course = _running(diary, words)
        known = known_medicine(meant)
        if known is None and meant.lower() != OTHER:
            near_name = near(meant)
            raise BadFact(
                f'"{meant}" is no medicine that rules know either.',
                f'Did you mean "{MEDICINES[near_name].label}"?'
                if near_name
                else f"If it is none of those they ask for: cramplog medicine name "
                f"{quote(course.name)} other",
            )
        for other_uid, other in courses(diary):
            if other_uid != uid and known == other.name and _overlap(course, other):
                raise _overlapping(other)
        named_course = course.replace(name=known or course.name, known=True)
        _put(act, uid, named_course)
        act.said = f"medicine name {words}"
    return named_course


def none_other(diary: Diary, now: Moment) -> None:
    """Record that the person takes no medicine except those listed."""
    set_profile(diary, {NO_OTHER_MEDICINES: "yes"}, now, said="medicine none")


def _running(diary: Diary, words: str) -> tuple[str, Medicine]:
    name, _ = named(words)
    for uid, course in courses(diary):
        if same(course.name, name) and not course.stopped:
            return uid, course
    raise BadFact(
        f'no running course of "{name}" is on record.',
        f"Start one: cramplog medicine start {quote(name)}.",
    )


def is_running(diary: Diary, words: str) -> bool:
    """Return whether words name a medicine of a running course."""
    name, _ = named(words)
    return any(same(c.name, name) and not c.stopped for _, c in courses(diary))


def _in_order(course: Medicine) -> None:
    """Raise BadFact unless start, doses and stop are in order, as far as known."""
    started, stopped = course.started, course.stopped
    if started and stopped and before(stopped, started):
        raise BadFact(
            f"it would stop ({stopped}) before it starts ({started}).", "Check both dates."
        )
    for since in (dose.since for dose in course.doses if dose.since):
        if started and before(since, started):
            raise BadFact(f"the dose of {since} would come before the start ({started}).")
        if stopped and before(stopped, since):
            raise BadFact(f"it would stop ({stopped}) before the dose of {since}.")


def _overlap(one: Medicine, other: Medicine) -> bool:
    """Return whether two courses share a day; coarse dates may touch."""
    return _before_end(one.started, other.stopped) and _before_end(other.started, one.stopped)


def _before_end(started: str | None, stopped: str | None) -> bool:
    return not started or not stopped or before(started, stopped)


def _span(course: Medicine) -> str:
    return f"from {course.started or 'an unknown day'} to {course.stopped or 'today'}"


def _put(act: Act, uid: str, course: Medicine) -> None:
    owner = {"person_id": act.person_id, "uid": uid}
    doses = [
        {**owner, "position": position, "text": dose.text, "since": dose.since}
        for position, dose in enumerate(course.doses)
    ]
    fields = course.fields()
    del fields["doses"]
    act.restate("medicine", {**owner, **fields}, {"dose": doses})
