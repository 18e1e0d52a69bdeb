"""The tables of merges: versions from other diaries, and differences between two diaries."""

from cramplog.diary.columns import number, number_key, of_person, table, text_key, words

merged = table(
    "merged",  # an entity's versions from other diaries, kept for later merges
    number_key("person_id"),
    text_key("entity"),
    text_key("gid"),  # an episode's uid; other entities' key
    text_key("uid"),  # of the change
    number("at"),
    words("command"),
    words("parents"),  # JSON list of the changes that it was built on
    words("state", null=True),  # JSON of the state after it; NULL: deleted
    number("since_act"),  # the merge that brought it; negative: the undo that hid it
    of_person(),
)

difference = table(
    "difference",  # where two diaries differ, until the entity is changed
    number_key("person_id"),
    text_key("entity"),
    text_key("key"),
    text_key("field"),
    words("others"),  # JSON list of the values that are not shown
    of_person(),
    rowid=False,
)
