"""Medicines: courses with their start, dose changes and stop."""

from __future__ import annotations

from cramplog.domain.facts import Dose, Medicine
from cramplog.domain.medicines import medicine as known_medicine
from cramplog.errors import BadFact
from cramplog.services.facts import set_profile
from cramplog.storage.repository import NO_OTHER_MEDICINES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.storage.act import Act
    from cramplog.storage.repository import Diary


def courses(diary: Diary) -> list[tuple[str, Medicine]]:
    """The courses on record with the uid of each."""
    return list(zip(diary.uids("medicine"), diary.facts().medicines, strict=True))


def named(words: str) -> tuple[str, bool]:
    """A medicine's id and True, or the user's own words and False."""
    found = known_medicine(words)
    return (found, True) if found else (" ".join(words.split()), False)


def start(
    diary: Diary, words: str, now: Moment, *, on: str | None, until: str | None, dose: str | None
) -> Medicine:
    """Record a new course; raises BadFact where it overlaps one on record or ends too soon."""
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
        for _, other in courses(diary):
            if other.name == name and _overlap(course, other):
                raise BadFact(
                    f"a course of {name} {_span(other)} is on record already.",
                    f'Another dose: cramplog medicine dose {name} "TEXT". Its end: cramplog '
                    f"medicine stop {name}.",
                )
        _put(act, act.uid(), course)
        act.said = f"medicine start {name}"
    return course


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
        if course.started and on < course.started[: len(on)]:
            raise BadFact(f"the dose ({on}) would change before the start ({course.started}).")
        doses = sorted((*course.doses, Dose(text=text, since=on)), key=lambda d: d.since or "")
        changed = course.replace(doses=tuple(doses))
        _put(act, uid, changed)
        act.said = f"medicine dose {course.name}"
    return changed


def none_other(diary: Diary, now: Moment) -> None:
    """Record that the person takes no medicine but those listed."""
    set_profile(diary, {NO_OTHER_MEDICINES: "yes"}, now)


def _running(diary: Diary, words: str) -> tuple[str, Medicine]:
    name, _ = named(words)
    for uid, course in courses(diary):
        if course.name == name and not course.stopped:
            return uid, course
    raise BadFact(
        f'no running course of "{name}" is on record.',
        f'Start one: cramplog medicine start "{name}".',
    )


def _in_order(course: Medicine) -> None:
    if course.started and course.stopped:
        shared = min(len(course.started), len(course.stopped))
        if course.stopped[:shared] < course.started[:shared]:
            raise BadFact(
                f"it would stop ({course.stopped}) before it starts ({course.started}).",
                "Check both dates.",
            )


def _overlap(one: Medicine, other: Medicine) -> bool:
    """Whether two courses share a day; where dates are coarse, they may touch."""
    return _before_end(one.started, other.stopped) and _before_end(other.started, one.stopped)


def _before_end(started: str | None, stopped: str | None) -> bool:
    if not started or not stopped:
        return True
    shared = min(len(started), len(stopped))
    return started[:shared] < stopped[:shared]


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
    act.put("medicine", {**owner, **fields}, {"dose": doses})
