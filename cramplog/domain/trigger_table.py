"""The article's triggers as data: one row each, read by `domain.triggers`.

Columns: id, label, kinds, the article's paragraphs, what the trigger applies to, aliases.
Kinds: N differs from night to night, P belongs to the person, E to the surroundings.
Labels are our own words. The article's chemistry of lacking energy (¶4-6) has no row: nobody
can observe it in themselves.
"""

from __future__ import annotations

Row = tuple[str, str, str, tuple[int, ...], str, str]

# fmt: off
ROWS: tuple[Row, ...] = (
    ("activity_pattern_change", "an unusual kind of activity", "N", (9,), "general",
     "activity_change"),
    ("physical_overload", "hard physical work or sport", "N", (21,), "general",
     "exercise workout sport sports training exertion overexertion"),
    ("uneven_load_rest", "effort and rest badly spread", "N", (21,), "general",
     "uneven_load"),
    ("no_pause_between_contractions", "muscles worked without a pause", "N", (21,), "general",
     "no_pause no_break no_breaks"),
    ("activity_after_long_sitting", "brisk movement after long sitting", "N", (14,), "sedentary",
     "sitting long_sitting after_sitting"),
    ("forced_inactivity_athlete", "a forced break from training", "PN", (14,), "athletes",
     "forced_break training_break"),
    ("low_motor_activity", "hardly any movement", "N", (33,), "pregnancy calf",
     "low_activity inactive inactivity"),
    ("stress", "stress", "N", (15, 24, 27), "general toes",
     "stressed nervous_strain"),
    ("psychoemotional_overload", "emotional overload", "N", (11,), "general",
     "emotional emotions emotional_overload"),
    ("anxiety_worry", "worry or unrest", "N", (15,), "general",
     "anxiety anxious worry worried unrest"),
    ("cold", "getting chilled", "N", (12, 17, 23, 27), "general toes",
     "hypothermia chill chilled chilling"),
    ("heat", "great heat", "N", (23,), "general",
     "thermal_shock hot heat_shock overheating"),
    ("temperature_swing", "a change of more than 10 °C", "NE", (23,), "general",
     "temp temperature temperature_change"),
    ("dehydration", "too little to drink", "N", (22,), "general",
     "dehydrated thirst thirsty fluid fluids"),
    ("fluid_loss_not_replaced", "much fluid lost and not replaced", "N", (22,), "general",
     "fluid_loss sweat sweating"),
    ("poor_nutrition", "poor food", "NP", (20, 27), "general toes",
     "nutrition malnutrition poor_diet"),
    ("excessive_dieting", "strict dieting", "N", (26,), "calf",
     "diet diets dieting"),
    ("protein_diet", "a diet of mostly protein", "N", (28,), "toes foot",
     "protein high_protein"),
    ("footwear", "uncomfortable or badly fitting shoes", "N", (26, 27), "calf toes",
     "shoes shoe uncomfortable_shoes poorly_fitting_shoes tight_shoes heels high_heels"),
    ("food_poisoning", "food poisoning", "N", (25,), "general",
     "bad_food"),
    ("poison_contact", "contact with a poison", "N", (25,), "general",
     "toxic_poisoning toxic toxin toxins poison"),
    ("injury", "an injury", "PN", (25,), "general",
     "injured injuries trauma"),
    ("chronic_disease_flare", "a long illness getting worse", "PN", (10, 16), "general",
     "flare flare_up"),
    ("diuretic_use", "a water tablet (diuretic)", "PN", (33,), "pregnancy",
     "diuretic diuretics water_pill water_tablet"),
    ("pregnancy_sickness", "pregnancy sickness", "N", (33,), "pregnancy",
     "toxicosis morning_sickness"),
    ("viral_disease", "a viral illness", "PN", (35,), "children",
     "virus viral flu"),
    ("no_apparent_reason", "no trigger known", "N", (8,), "general",
     "no_reason no_cause unexplained"),
    ("adverse_climate", "a long stay in a bad climate", "E", (13,), "general",
     "climate"),
    ("sedentary_lifestyle", "a sedentary life", "P", (14,), "sedentary",
     "sedentary"),
    ("nervous_excitability", "easily excited nerves", "P", (7, 15), "general",
     "excitability"),
    ("varicose_veins", "varicose veins", "P", (16, 25, 55), "general",
     "varicose"),
    ("thrombophlebitis", "an inflamed vein with a clot", "P", (16, 26), "general calf",
     "phlebitis"),
    ("endocrine_disorder", "a hormone disorder", "P", (16, 56), "general",
     "endocrine hormones"),
    ("metabolic_disorder", "a disorder of metabolism", "P", (25,), "general",
     "metabolic metabolism"),
    ("leg_disease", "a disease of the legs", "P", (25,), "general",
     "lower_limb_pathology"),
    ("potassium_deficiency", "a lack of potassium", "P", (20, 30, 59), "general pregnancy",
     "potassium low_potassium"),
    ("magnesium_deficiency", "a lack of magnesium", "P", (20, 30, 59), "general pregnancy",
     "magnesium low_magnesium"),
    ("calcium_deficiency", "a lack of calcium", "P", (20, 28, 30), "general pregnancy",
     "calcium low_calcium"),
    ("vitamin_b6_deficiency", "a lack of vitamin B6", "P", (20,), "general",
     "b6 vitamin_b6 low_b6"),
    ("flat_feet", "flat feet", "P", (26,), "calf",
     "flatfeet flat_foot"),
    ("arthrosis", "worn joints (arthrosis)", "P", (27,), "toes",
     "osteoarthritis"),
    ("arthritis", "inflamed joints (arthritis)", "P", (27,), "toes", ""),
    ("overweight", "being overweight", "P", (27,), "toes",
     "obesity obese"),
    ("pregnancy", "pregnancy", "P", (27, 29, 33), "toes pregnancy",
     "pregnant fetal_growth"),
    ("low_glucose", "low blood sugar", "P", (30,), "pregnancy",
     "glucose low_sugar hypoglycaemia hypoglycemia"),
    ("vein_compression_by_uterus", "the womb pressing on veins", "P", (31,), "pregnancy",
     "vein_compression uterus"),
    ("iron_deficiency_anaemia", "anaemia from a lack of iron", "P", (32,), "pregnancy",
     "anaemia anemia iron low_iron iron_deficiency iron_deficiency_anemia"),
    ("maturing_nerves", "a child's nervous system still maturing", "P", (34,), "children",
     "cns_immaturity"),
    ("maternal_drugs_in_pregnancy", "the mother's medicines in pregnancy", "P", (35,), "children",
     "maternal_drugs"),
    ("maternal_disease_in_pregnancy", "the mother's illness in pregnancy", "P", (35,), "children",
     "maternal_disease"),
    ("birth_defect", "a birth defect", "P", (35,), "children",
     "birth_defects"),
)
# fmt: on

_MINERALS = (
    "Evidence weak: a lack of minerals is probably not what causes night cramps (AAFP 2012). "
    "Ask before taking potassium."
)
_FLUIDS = (
    "Evidence weak: too little fluid is probably not what causes night cramps (AAFP 2012), "
    "and drinking very large amounts is dangerous (Miller 2015)."
)
EVIDENCE = {
    "potassium_deficiency": _MINERALS,
    "magnesium_deficiency": _MINERALS,
    "calcium_deficiency": _MINERALS,
    "vitamin_b6_deficiency": "Evidence weak: the article's own claim.",
    "low_glucose": "Evidence weak: not thought to be related (fpnotebook, after AAFP 2012).",
    "dehydration": _FLUIDS,
    "fluid_loss_not_replaced": _FLUIDS,
    "footwear": "Evidence weak: shoes did not stand out when 80 people with cramps were "
    "compared with 80 without (Hawke 2013).",
    "protein_diet": "No good evidence was found.",
    "flat_feet": "The article also calls flat feet a result of cramps (¶17); nothing supports that "
    "(NICE CKS 2012).",
    "maturing_nerves": "Evidence weak: of 2527 children none under 8 had night cramps "
    "(Leung 1999).",
}
"""Notes on weak evidence, by trigger id."""

MERGES = {"psychoemotional_overload": "stress"}
"""Triggers that statistics count together with another one."""
