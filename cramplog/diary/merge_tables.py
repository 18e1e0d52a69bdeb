"""The tables of merging: what came from other diaries, and where two diaries differ."""

from cramplog.diary.columns import number, number_key, of_person, table, text_key, words

merged = table(
    "merged",  # what another diary's acts made of an entity, kept for later merges
    number_key("person_id"),
    text_key("entity"),
    text_key("gid"),  # an episode's uid; other entities' key
    text_key("uid"),  # of the act
    number("at"),
    words("command"),
    words("parents"),  # JSON list of the acts that it built on
    words("state", null=True),  # JSON of what it left; NULL: nothing
    number("since_act"),  # the act that took it in; minus that of the undo that put it away
    of_person(),
)

difference = table(
    "difference",  # what two diaries said differently; a change of the entity settles it
    number_key("person_id"),
    text_key("entity"),
    text_key("key"),
    text_key("field"),
    words("others"),  # JSON list of the values that are not the entity's
    of_person(),
    rowid=False,
)
