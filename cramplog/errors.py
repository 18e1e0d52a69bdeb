"""All errors that a user can see, each with its exit code.

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
    """Base of all errors: `message` is what was wrong, `hint` what to do; both are one line."""

    code = "error"
    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(CramplogError):
    """The input was not understood; nothing was stored."""

    code = "bad_input"
    entry = ""  # the text in a file that was not understood


class NotText(InputError):
    """The input is not UTF-8 text; a shell with another encoding may pass such bytes."""

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
    """The number has two readings: `1.500` is 1.5 to some people and 1500 to others."""

    code = "bad_number"


class BareNumber(BadWord):
    """`cramplog 2`, with nothing after the number."""

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
    """The fact about a person is impossible: a birth year of 1800, a weight of 700 kg."""

    code = "bad_fact"


class BadOption(InputError):
    code = "bad_option"


class BadSetting(InputError):
    code = "bad_setting"


class BadSettingsFile(BadSetting):
    """The settings file cannot be read; the words of an entry are still kept."""

    code = "bad_settings_file"


class BadFile(InputError):
    """The file to read does not exist, or has the wrong content."""

    code = "bad_file"


class Repeated(InputError):
    """Two values were given for one thing: two times, two durations, tonic and clonic."""

    code = "repeated"


class Conflict(CramplogError):
    """The input was understood, but the diary's state does not allow it."""

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
    """The waiting words were stored already, but their file was not updated."""

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
    """The diary has broken pages, or impossible values."""

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
    """The schema is not cramplog's."""


class Stopped(DiaryError):
    """Ctrl-C came before the diary could be used."""

    code = "stopped"
    exit_code = 130


class OutputLost(CramplogError):
    """The command did its work, but its answer could not be written."""

    code = "output_lost"
    exit_code = 5


class NoDiary(DiaryError):
    """A reading command found no diary; none was created."""

    code = "no_diary"
    keeps_words = False  # a reading command has no words to keep

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
    """The diary is encrypted, and its key is not available."""

    code = "no_key"


class WrongKey(DiaryError):
    code = "wrong_key"


class BadPassphrase(DiaryError):
    code = "bad_passphrase"


class NoCipher(DiaryError):
    """The library for encrypted diaries is not installed."""

    code = "no_cipher"
