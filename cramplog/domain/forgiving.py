"""Words of an entry that must not be lost for one of them: what means nothing becomes its note."""

from __future__ import annotations

from cramplog.domain.words import Words
from cramplog.errors import BadWord, InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cramplog.domain.draft import Draft

NO_CRAMP = frozenset(("quiet", "none"))


class Forgiving(Words):
    """Reads words as `Words` does, and keeps the line where it does not know one of them."""

    def __init__(
        self,
        own_triggers: Iterable[str] = (),
        *,
        editing: bool = False,
        command: Callable[[str], str | None] | None = None,
    ) -> None:
        """`command` tells which command a first word was probably meant to be."""
        super().__init__(own_triggers, editing=editing)
        self._command = command
        self._line = self._first = ""
        self._lost: list[str] = []

    def read(self, typed: Iterable[str]) -> Forgiving:
        """Take words as the shell gave them; raises InputError for what could be stored wrongly."""
        words = list(typed)
        self._line = " ".join(words)
        self._first = words[0] if words else ""
        super().read(words)
        return self

    def _unknown(self, word: str, error: InputError) -> None:
        meant = self._command(word) if self._command and word == self._first else None
        if meant:
            told = f'"{word}" is no command, and not a word of log. Nothing was stored.'
            raise BadWord(told, f'Did you mean "{meant}"?')
        if word not in self._lost:
            self._lost.append(word)
        del error

    def draft(self) -> Draft:
        """All that was said; where a word is unknown, the line is its note."""
        if not self._lost:
            return super().draft()
        if self._places and self._places[-1].kind == "and":
            self._places.pop()
        self._note_line()
        editing, self._editing = self._editing, True
        said = super().draft()
        self._editing = editing
        side = None if editing or said.sites else said.side
        if said.replace(note=None).nothing_said() and NO_CRAMP.issuperset(self._lost):
            raise BadWord('"quiet" is said of a night.', "A night without: cramplog night quiet.")
        from cramplog.domain.unknown import meanings

        meant = meanings(self._lost, self._own, side or "")
        alone = [side] if side and not any(side in each for each in meant) else []
        return said.replace(
            side=said.side if editing else None,
            not_understood=(*alone, *self._lost),
            meant=meant,
        )

    def _note_line(self) -> None:
        given = self._said.pop("note", None)
        self.note("\n".join(filter(None, (self._line, given))))


def sentences(typed: Sequence[str], own_triggers: Iterable[str]) -> list[str]:
    """The quoted sentences beside other words: those that are not words of log throughout."""
    own = tuple(own_triggers)
    found = [each for each in typed if len(each.split()) > 1 and not _is_words(each, own)]
    return found if len(found) < len(typed) else []


def _is_words(text: str, own: tuple[str, ...]) -> bool:
    try:
        Words(own, editing=True).read([text])
    except InputError:
        return False
    return True
