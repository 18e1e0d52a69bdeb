"""The quick-entry words: `left calf 5m 7 @stress +stretch! woke 02:30`, in any order.

Every word is also an option; both come here, so that both mean the same.
"""

from __future__ import annotations

from cramplog import timeparse
from cramplog.domain import line
from cramplog.domain import sites as placing
from cramplog.domain.draft import CLEARABLE, STILL
from cramplog.domain.episode import FEATURES
from cramplog.domain.line import FILLERS, LABEL, SMALL
from cramplog.domain.muscles import muscle
from cramplog.domain.said import AXES, SIDES, SPELLED, Said
from cramplog.errors import BadMuscle, BadRemedy, BadTrigger, BadType, BadWord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.errors import InputError

JOINERS = ("and", "&", "+")
NOT_OVER = "still"  # it has not ended: said in place of a duration
YES_NO = ("yes", "no")
SLEPT = ["slept", "through"]
UNKNOWN = (BadWord, BadMuscle, BadTrigger, BadRemedy, BadType)


class Words(Said):
    """Reads words one after the other; each is a part of what was said."""

    def read(self, typed: Iterable[str]) -> Words:
        """Take words as the shell gave them; raises InputError for what is not understood."""
        words = line.parted(" ".join(typed))
        plain = [word.lower() for word in words]
        at = 0
        while at < len(words):
            at += (
                self._time_or_duration(plain, at)
                or self._phrase(plain, at)
                or self._filler(plain, at)
                or self._word(words[at], plain[at])
            )
        return self

    def _unknown(self, word: str, error: InputError) -> None:
        """A word that means nothing; here it is refused."""
        del word
        raise error

    def _time_or_duration(self, words: list[str], at: int) -> int:
        count = timeparse.take(words, at)
        alone = count > 2 and timeparse.take_duration(words[: at + 1], at)
        if alone and timeparse.take(words, at + 1) == count - 1:  # "1h 10m ago"
            from cramplog.domain import unknown

            raise unknown.two_lengths(words[at : at + count])
        if count:
            self.time(" ".join(words[at : at + count]))
            return count
        count = timeparse.take_duration(words, at)
        if count:
            self.duration(" ".join(words[at : at + count]))
        return count

    def _phrase(self, words: list[str], at: int) -> int:
        """`7 out of 10`, `slept through`, `not sore`, and what sounds like an end or a count."""
        word = words[at]
        if words[at : at + 2] == SLEPT:
            self.feature("woke", present=False)
            return 2
        if word.isascii() and word.isdigit():
            return self._number(words, at)
        if word in line.NOT:
            return self._denied(words, at)
        after = line.past(words, at + 1)
        if word in line.ENDS and after < len(words):
            ends = timeparse.take(words, after) or timeparse.take_duration(words, after)
            if ends:
                from cramplog.domain import unknown

                raise unknown.no_start(word, " ".join(words[after : after + ends]))
        return 0

    def _number(self, words: list[str], at: int) -> int:
        count, scale = line.out_of(words, at)
        if count:
            self.pain(f"{words[at]}/{scale}")
            return count
        after = line.past(words, at + 1)
        follows = words[after] if after < len(words) else ""
        if follows not in line.COUNTED and follows not in line.CLOCKS:
            return 0
        from cramplog.domain import unknown

        if follows in line.CLOCKS:
            raise unknown.perhaps_a_clock(words[at], " ".join(words[at : after + 1]))
        self._unknown(f"{words[at]} {follows}", unknown.a_count(words[at], follows))
        return after + 1 - at

    def _denied(self, words: list[str], at: int) -> int:
        """`not sore`; of a word that means something else one cannot tell what is so instead."""
        after = line.past(words, at + 1, SMALL)
        follows = words[after] if after < len(words) else ""
        if follows in FEATURES:
            self.feature(follows, present=False)
            return after + 1 - at
        from cramplog.domain import unknown

        if follows and follows not in (LABEL, *FILLERS) and self._knows(follows):
            raise unknown.denied(words[at], follows)
        said = " ".join(words[at : after + 1])
        self._unknown(said, unknown.explained(said, self._own))
        return after + 1 - at

    def _knows(self, word: str) -> bool:
        try:
            Words(self._own, editing=True).read([word])
        except UNKNOWN:
            return False
        return True

    def _filler(self, words: list[str], at: int) -> int:
        """A small word goes unread, but not before a bare number: `at 7` is hardly a pain of 7."""
        after = words[at + 1] if at + 1 < len(words) else ""
        if words[at] in SMALL or words[at] == LABEL:
            if words[at] == "of" and self._places and self._places[-1].kind == "muscle":
                self._places.append(placing.Token("of", "of"))
            return 1
        if words[at] not in FILLERS:
            return 0
        if not after or (after.isdecimal() and not timeparse.take_duration(words, at + 1)):
            from cramplog.domain import unknown

            raise unknown.unclear(words[at], after)
        return 1

    def _word(self, word: str, plain: str) -> int:
        try:
            self._one(word, plain)
        except UNKNOWN as error:
            if plain.lstrip("@+~-")[:1].isdigit() or plain.partition("=")[0] in CLEARABLE:
                raise
            self._unknown(word, error)
        return 1

    def _one(self, word: str, plain: str) -> None:
        name, equals, value = plain.partition("=")
        signs = {"@": self.trigger, "+": self.tried}
        if plain in JOINERS:
            self._places.append(placing.Token("and", plain))
        elif plain[0] in signs:
            signs[plain[0]](word[1:])
        elif equals and name in CLEARABLE:
            self._assign(name, value)
        elif plain == NOT_OVER:
            self._once("duration", STILL, plain, "durations")
        elif plain in SIDES:
            self._places.append(placing.Token("side", SIDES[plain]))
        elif plain.removeprefix("not-") in FEATURES:
            self.feature(plain.removeprefix("not-"), present=plain in FEATURES)
        elif SPELLED.get(plain, plain) in AXES:
            self.type(plain)
        elif plain[0].isdigit() or (plain[0] == "-" and plain[1:2].isdigit()):
            self.pain(plain)
        elif "+" in plain or muscle(plain):
            self.muscle(plain)
        else:
            from cramplog.domain import unknown

            raise unknown.explained(word, self._own)

    def _assign(self, name: str, value: str) -> None:
        if not value:
            if not self._editing:
                raise BadWord(f'"{name}=" has no value.', f"Leave it out, or say {name}=VALUE.")
            self._cleared.append(CLEARABLE[name])
        elif name in FEATURES:
            if value not in YES_NO:
                raise BadWord(f'"{name}={value}" is not yes or no.', f"Try {name}=yes.")
            self.feature(name, present=value == "yes")
        else:
            method = {"triggers": "trigger", "remedy": "tried", "spread": "type", "site": "muscle"}
            getattr(self, method.get(name, name))(value)
