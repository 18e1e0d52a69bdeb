"""What not to do, with the reason. Some of it the article advises."""

from __future__ import annotations

from cramplog.guide.content import do_not

FORCE = do_not(
    "Do not pull the toes hard or jerk them.",
    52,
    64,
    why="it can strain the calf; ease them slowly.",
    sources=("hse",),
)
PIN = do_not(
    "Do not prick the leg with a pin.",
    53,
    why="it can wound and infect, and nothing shows that it helps.",
    sources=("nhs-tetanus",),
)
DRUGS = do_not(
    "Do not take diazepam, phenytoin, valproate or Benzonal (benzobarbital) against leg cramps.",
    58,
    why="the reviews and guidance seen recommend none of them for cramps. Valproate harms unborn "
    "children; diazepam brings dependence, and drowsiness to which older people are especially "
    "prone. If one is prescribed to you for something else, do not stop it on your own: ask your "
    "prescriber, and promptly if you are or could become pregnant.",
    sources=("aan", "cks", "aafp", "mhra-valproate", "mhra-benzodiazepines"),
)
POTASSIUM = do_not(
    "Do not take potassium on your own.",
    59,
    why="too much is dangerous for muscles and heart, above all with kidney disease, some "
    "blood-pressure medicines, or in older people.",
    sources=("fss", "healthify"),
)
WATER = do_not(
    "Do not drink very large amounts of water to prevent cramps.",
    why="in 2014 two young athletes in the USA died of it.",
    sources=("miller",),
)
QUININE = do_not(
    "Do not take quinine, or tonic water as a medicine, on your own.",
    why="it can cause serious bleeding and heart trouble, and is not to be used routinely against "
    "leg cramps.",
    sources=("fda", "mhra"),
)
QUININE_IN_PREGNANCY = do_not(
    "Do not take quinine or tonic water in pregnancy without asking.",
    why="reviews leave it out because of its known harm. If it is prescribed, speak to the "
    "prescriber today.",
    sources=("cochrane",),
)
FOLK = do_not(
    "Do not count on alternative medicine, which the article calls highly effective.",
    57,
    why="a review of cramps in sport found no folk remedy that works reliably, and no support was "
    "found for night cramps.",
    sources=("maughan",),
)

ALL = (FORCE, PIN, DRUGS, POTASSIUM, WATER, QUININE, FOLK)
"""Those that concern everybody."""
