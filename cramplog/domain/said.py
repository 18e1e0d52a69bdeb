"""What the words and options of one entry say, collected: each thing once, lists excepted."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.domain import sites as placing
from cramplog.domain.draft import MAX_NOTE, Draft
from cramplog.domain.episode import FEATURES, Tried
from cramplog.domain.muscles import muscle
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.errors import BadNote, BadPain, BadSide, BadType, Repeated
from cramplog.letters import match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

SIDES = {"left": "left", "l": "left", "right": "right", "r": "right", "both": "both"}
AXES = {
    **dict.fromkeys(TYPES, "type"),
    **dict.fromkeys(SPREADS, "spread"),
}
SPELLED = {"localised": "localized", "generalised": "generalized"}


class Said:
    """Collects what was said, by a method for each thing that a word or an option can say."""

    def __init__(self, own_triggers: Iterable[str] = (), *, editing: bool = False) -> None:
        self._own = tuple(own_triggers)
        self._editing = editing
        self._said: dict[str, Any] = {}
        self._places: list[placing.Token] = []
        self._triggers: list[str] = []
        self._tried: dict[str, Tried] = {}
        self._features: dict[str, bool] = {}
        self._cleared: list[str] = []

    def _once(self, field: str, value: object, typed: str, what: str) -> None:
        if field in self._said:
            before = self._said[f"{field} typed"]
            hint = f"Say one of them{f'; a duration is {before}m' * (field == 'pain')}."
            raise Repeated(f'two {what}: "{before}" and "{typed}".', hint)
        self._said[field] = value
        self._said[f"{field} typed"] = typed

    def time(self, phrase: str) -> None:
        """A time phrase; it is read once the clock is known."""
        self._once("time", phrase, phrase, "times")

    def duration(self, text: str) -> None:
        self._once("duration", timeparse.parse_duration(text), text, "durations")

    def pain(self, text: str) -> None:
        """`7`, `7/10` or `7,0`, from 0 to 10."""
        score, slash, scale = text.strip().partition("/")
        if "," in score or "." in score:
            from cramplog.domain import unknown

            score = unknown.without_decimals(score)
        if slash and scale != "10":
            from cramplog.domain import unknown

            raise unknown.no_pain(text)
        if not (score.isascii() and score.removeprefix("-").isdigit()):
            from cramplog.domain import unknown

            raise unknown.no_pain(text) if slash else unknown.explained(text, self._own)
        if len(score) > 2 or not 0 <= int(score) <= 10:
            clock = (
                f"A time is {score[:-2]}:{score[-2:]}."
                if score.isdigit() and len(score) in (3, 4)
                else ""
            )
            raise BadPain(f"pain is 0 to 10; you typed {score[:20]}.", clock)
        self._once("pain", int(score), text, "pain scores")

    def side(self, text: str) -> None:
        if text.lower() not in SIDES:
            raise BadSide(f'"{text}" is not a side.', "Try left, right or both.")
        self._places.insert(0, placing.Token("side", SIDES[text.lower()]))

    def muscle(self, text: str) -> None:
        """`calf`, `calf+toes`, or `left:calf` as the option takes it."""
        side, colon, rest = text.lower().partition(":")
        if colon:
            self._sided(side, rest)
            return
        for position, part in enumerate(text.lower().split("+")):
            if position:
                self._places.append(placing.Token("and", "+"))
            if part in SIDES:
                self._places.append(placing.Token("side", SIDES[part]))
            elif muscle(part):
                self._places.append(placing.Token("muscle", muscle(part) or ""))
            else:
                from cramplog.domain import unknown

                raise unknown.no_muscle(part)

    def option_muscle(self, text: str, *, first: bool) -> None:
        """A value of `--muscle`: with those before it, one list for `--side`."""
        if not first and ":" not in text:
            self._places.append(placing.Token("and", "+"))
        self.muscle(text)

    def _sided(self, side: str, rest: str) -> None:
        if side not in SIDES:
            raise BadSide(f'"{side}" is not a side.', "Try left:calf, right:calf or both:calf.")
        self._places.append(placing.Token("side", SIDES[side]))
        self.muscle(rest)

    def type(self, text: str) -> None:
        plain = SPELLED.get(text.lower(), text.lower())
        if plain not in AXES:
            from cramplog.domain.spelling import did_you_mean, quoted

            names = "tonic, clonic, localized or generalized"
            raise BadType(
                f"{quoted(text)} is not a type.", did_you_mean(text, AXES, f"Try {names}.")
            )
        self._once(AXES[plain], plain, text, "types")

    def trigger(self, text: str) -> None:
        """One or more suspected triggers, separated by commas, with or without `@`."""
        from cramplog.domain.triggers import trigger

        for part in text.split(","):
            name = part.strip().removeprefix("@")
            found = trigger(name) or match(name, self._own)
            if found is None:
                from cramplog.domain import unknown

                raise unknown.no_trigger(name, self._own)
            if found not in self._triggers:
                self._triggers.append(found)

    def tried(self, text: str) -> None:
        """Remedies tried, each with its effect where that is said: `stretch:2m`, `salt:no`."""
        self._remedies("tried", text)

    def helped(self, text: str) -> None:
        """Remedies that helped, as the option takes them."""
        self._remedies("helped", text)

    def not_helped(self, text: str) -> None:
        """Remedies that did not help, as the option takes them."""
        self._remedies("not_helped", text)

    def _remedies(self, how: str, text: str) -> None:
        from cramplog.domain import effects

        for one in getattr(effects, how)(text):
            self._tried[one.remedy] = effects.together(self._tried.get(one.remedy), one)

    def feature(self, name: str, *, present: bool) -> None:
        if self._features.get(name, present) != present:
            raise Repeated(f'both "{name}" and "not {name}".', "Say one of them.")
        self._features[name] = present

    def note(self, text: str) -> None:
        """Free text, kept exactly."""
        if not text.strip():
            raise BadNote("the note is empty.", "Write something, or leave --note out.")
        if len(text) > MAX_NOTE:
            raise BadNote(f"a note has up to {MAX_NOTE:,} characters; this one has {len(text):,}.")
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise BadNote("the note holds bytes that are not text.", "Type it again without them.")
        self._once("note", text, text[:20], "notes")

    def draft(self) -> Draft:
        """All that was said; raises BadSide where a side has no muscle or too many."""
        if self._places and self._places[-1].kind == "and":
            from cramplog.domain import unknown

            lone = self._places[-1].name == "+"
            raise unknown.no_remedy("") if lone else unknown.no_muscle("")
        sites, side = placing.pair(self._places)
        if side is not None and not self._editing:
            raise BadSide("a side needs a muscle.", f'Try "{side} calf" or "{side} leg".')
        said = {name: value for name, value in self._said.items() if not name.endswith(" typed")}
        return Draft(
            **said,
            sites=sites or None,
            side=side,
            triggers=tuple(self._triggers) or None,
            tried=tuple(self._tried.values()) or None,
            features=tuple((n, self._features[n]) for n in FEATURES if n in self._features),
            cleared=tuple(self._cleared),
        )
