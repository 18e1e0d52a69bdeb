"""What no text of the program may recommend: section B of the clinical reference, as patterns."""

from __future__ import annotations

FORBIDDEN = {
    r"seizure|convuls|\bfits\b": "Convulsions in the leg.",
    r"diazepam|phenytoin|valproate|benzonal|benzobarbital": "Women get diazepam.",
    r"(?<!never put a )\bpins?\b(?! and needles)|prick|\buse a needle": "Use a pin.",
    r"lactic|adenosine|\batp\b": "Lactic acid builds up.",
    r"alternative medicine|folk remed": "Alternative medicine helps.",
    r"\bpull (the )?\w+ (hard|with (force|effort))": "Pull the toes hard.",
    r"large amounts of (water|fluid)": "Drink large amounts of water.",
    r"vitamin k": "Take vitamin K2.",
    r"(?<!before )\btak(e|ing) (\w+ )?(potassium|magnesium|calcium|vitamin)": "Take potassium.",
    r"(?<!before )(?<!while )(?<!you )\btak(e|ing) (\w+ )?quinine": "Take quinine.",
    r"paracetamol|painkiller": "Take paracetamol.",
    r"lie flat|complete rest|no load": "Lie flat.",
    r"drink (more|plenty|lots|\d)": "Drink plenty.",
    r"osteochondrosis|degenerat": "It ends in osteochondrosis.",
    r"harmless|nothing to worry|no need to|by itself|by themselves|reassur": "It passes by itself.",
    r"(?<!not )(?<!never )(?<!says: )(?<!say: )\bstop (taking|your|the|it|this)": (
        "Stop taking your tablets."
    ),
    r"(?<!do )you have (a|an|been diagnosed)": "You have a clot.",
}
"""Patterns, each with a text that it must find."""

ANOTHER_ILLNESS = next(iter(FORBIDDEN))
"""Words of another illness, which stand nowhere, not even in a warning."""

CLAIMS = (r"lactic", r"paracetamol", r"lie flat", r"osteochondrosis")
"""Beginnings of the patterns that may stand as the article's claim, if a caution follows.

The rest may stand in a warning only.
"""
