"""Everything that can go wrong for a user, each with its exit code (contract section 9).

CramplogError
+- InputError (2)       NotText, BadTime, BadDuration, BadPain, BadWord, BadMuscle, BadSide,
|                       BadType, BadTrigger, BadRemedy, BadNote, BadNumber, BadFactor, BadFact,
|                       BadOption, BadSetting, BadSettingsFile, BadFile, Repeated
+- Conflict (3)         TimerRunning, NoTimer, NightHasCramps, FileExists, NothingToUndo,
|                       AlreadyStored
+- NotFound (4)         NoSuchEpisode, NoSuchPerson, NoSuchRule
+- DiaryError (5)       unreadable, locked, full, newer than the program; NoKey, WrongKey,
                        BadPassphrase, NoCipher, NoDiary; Stopped (130)
"""

from __future__ import annotations


class CramplogError(Exception):
    """Base: `message` says what was wrong, `hint` what to do instead; both are one line."""

    code = "error"
    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(CramplogError):
    """Input that was not understood; nothing was stored."""

    code = "bad_input"
    entry = ""  # of a file: what the entry says that was not understood


class NotText(InputError):
    """Bytes that are no text in UTF-8, as a shell of another encoding hands them over."""

    code = "not_text"

    def __init__(self) -> None:
        super().__init__(
            "a word holds bytes that are no text in UTF-8. Nothing was stored.",
            "Type it again in a terminal that is set to UTF-8.",
        )


class BadTime(InputError):
    code = "bad_time"


class BadDuration(InputError):
    code = "bad_duration"


class BadPain(InputError):
    code = "bad_pain"


class BadWord(InputError):
    code = "bad_word"


class BadNumber(InputError):
    """A number with two readings: `1.500` is 1.5 to some and 1500 to others."""

    code = "bad_number"


class BareNumber(BadWord):
    """`cramplog 2`, and nothing else."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"{number} alone could be a pain or an episode. Nothing was stored.",
            f"A cramp of pain {number} now: cramplog log {number}. Episode {number}: cramplog "
            f"show {number}.",
        )


class BadMuscle(InputError):
    code = "bad_muscle"


class BadSide(InputError):
    code = "bad_side"


class BadType(InputError):
    code = "bad_type"


class BadTrigger(InputError):
    code = "bad_trigger"


class BadRemedy(InputError):
    code = "bad_remedy"


class BadNote(InputError):
    code = "bad_note"


class BadFactor(InputError):
    code = "bad_factor"


class BadFact(InputError):
    """A fact about the person that cannot be: a birth year of 1800, a weight of 700 kg."""

    code = "bad_fact"


class BadOption(InputError):
    code = "bad_option"


class BadSetting(InputError):
    code = "bad_setting"


class BadSettingsFile(BadSetting):
    """The settings file cannot be read; the words of an entry are kept all the same."""

    code = "bad_settings_file"


class BadFile(InputError):
    """A file to read that is not there, or is not what it should be."""

    code = "bad_file"


class Repeated(InputError):
    """Two words for one thing: two times, two durations, tonic and clonic."""

    code = "repeated"


class Conflict(CramplogError):
    """Understood, but refused as things stand."""

    code = "conflict"
    exit_code = 3


class TimerRunning(Conflict):
    code = "timer_running"


class NoTimer(Conflict):
    code = "no_timer"


class NightHasCramps(Conflict):
    code = "night_has_cramps"


class FileExists(Conflict):
    code = "file_exists"


class NothingToUndo(Conflict):
    code = "nothing_to_undo"


class AlreadyStored(Conflict):
    """Words that wait to be stored, and were stored before that was noted."""

    code = "already_stored"


class NotFound(CramplogError):
    code = "not_found"
    exit_code = 4


class NoSuchEpisode(NotFound):
    code = "no_such_episode"


class NoSuchPerson(NotFound):
    code = "no_such_person"


class NoSuchRule(NotFound):
    code = "no_such_rule"


class DiaryError(CramplogError):
    """The diary cannot be read or written; nothing was lost."""

    code = "diary_unusable"
    exit_code = 5


class DiaryDamaged(DiaryError):
    """Broken pages, or values that cannot be."""

    def __init__(self, path: str, hint: str) -> None:
        super().__init__(f"{path} is damaged; it was left as it is.", hint)
        self.path = path


class UnusableSetting(DiaryError):
    """A setting that stands in the diary and cannot be one."""

    def __init__(self, key: str, value: str, way: str = "") -> None:
        super().__init__(
            f'the diary\'s setting {key} cannot be "{value[:40]}"; nothing was changed.',
            way or f"cramplog config reset {key}",
        )


class DiaryForeign(DiaryError):
    """A schema that is not as cramplog makes it."""


class Stopped(DiaryError):
    """Ctrl-C before the diary could be used."""

    code = "stopped"
    exit_code = 130


class OutputLost(CramplogError):
    """What was asked for was done, but the answer could not be written."""

    code = "output_lost"
    exit_code = 5


class NoDiary(DiaryError):
    """A look at a place where no diary is; nothing was made."""

    code = "no_diary"
    keeps_words = False  # a look has none to keep

    def __init__(self, place: str) -> None:
        super().__init__(
            f"there is no diary at {place}.",
            "A stick that is not mounted, or a slip? `cramplog log` begins a diary there.",
        )


class DiaryNewer(DiaryError):
    code = "diary_newer"


class DiaryLocked(DiaryError):
    code = "diary_locked"


class NoKey(DiaryError):
    """The diary is encrypted, and its key is not to be had."""

    code = "no_key"


class WrongKey(DiaryError):
    code = "wrong_key"


class BadPassphrase(DiaryError):
    code = "bad_passphrase"


class NoCipher(DiaryError):
    """The library for encrypted diaries is not installed."""

    code = "no_cipher"
