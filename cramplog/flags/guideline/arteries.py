"""Signs of too little blood in a leg."""

from __future__ import annotations

from cramplog.flags.guideline.common import GP, NOW, TODAY, window
from cramplog.flags.known import on_leg, sign
from cramplog.flags.outcome import EMERGENCY, SOON, URGENT, conclude, either, every
from cramplog.flags.rule import Note, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

SIDES = ("left", "right")


@rule(
    "GL-PVD",
    title="Signs of narrowed leg arteries",
    statement="Leg pain on walking that rest relieves, a pale or cold leg, or a wound of the foot "
    "that heals slowly can come from narrowed arteries.",
    condition="pain on walking that rest relieves, a cold or pale leg, or a wound that heals "
    "slowly, in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-pvd", says="days looked at"),),
    sources=("cks", "bmj-pad"),
    path=GP,
)
def narrowed(record: Record, limits: Limits) -> Outcome:
    """Missing pulses, which the sources name too, are for the clinician to feel."""
    names = ("walking_pain", "cold_pale", "wound")
    return conclude(either(*(sign(record, name, limits["window"]) for name in names)), SOON)


@rule(
    "GL-LIMB-ISCH",
    title="A painful, cold leg that is numb or weak",
    statement="Sudden pain that stays, in a cold, pale or mottled leg that is numb or weak, can "
    "mean that its blood supply is cut off; an ambulance is needed.",
    condition="on one leg, in the last {window} days: pain that stays, cold, pale or mottled "
    "skin, and numbness or weakness",
    urgencies=(EMERGENCY,),
    thresholds=(window("gl-limb-isch", says="days looked at"),),
    sources=("bmj-pad",),
    path=NOW,
)
def cut_off(record: Record, limits: Limits) -> Outcome:
    """All three on the same leg; a sign without a side may be on either."""
    days = limits["window"]
    each = [
        every(
            on_leg(record, side, days, "persistent_pain", "rest_pain"),
            on_leg(record, side, days, "cold_pale", "colour_change"),
            on_leg(record, side, days, "numbness", "weakness"),
        )
        for side in SIDES
    ]
    return conclude(either(*each), EMERGENCY)


@rule(
    "GL-RESTPAIN",
    title="Foot pain at rest, or a wound that does not heal",
    statement="Foot pain at rest that is worse lying down, or a wound or ulcer of the foot that "
    "does not heal, needs to be seen the same day.",
    condition="foot pain at rest, or a wound that heals slowly, in the last {window} days",
    urgencies=(URGENT,),
    thresholds=(window("gl-restpain", says="days looked at"),),
    sources=("bmj-pad", "bnssg"),
    path=TODAY,
    notes=(
        Note(
            text="Cramping of calf and foot at night is common and by this guidance no sign of a "
            "leg in danger; pain that hanging the leg down relieves is another thing.",
            sources=("bnssg",),
        ),
    ),
)
def at_rest(record: Record, limits: Limits) -> Outcome:
    """Beside GL-PVD, for what cannot wait."""
    names = ("rest_pain", "wound")
    return conclude(either(*(sign(record, name, limits["window"]) for name in names)), URGENT)
