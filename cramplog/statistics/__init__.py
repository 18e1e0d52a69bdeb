"""Numbers with their intervals; knows nothing of diaries.

Every function runs on the standard library alone. Its docstring gives the formula, the units, the
source and an example that the tests run.

- One share: `proportions.wilson`, `binomial.clopper_pearson`; two shares: `proportions.newcombe`,
  `risk_ratio.risk_ratio`, `fisher.fisher_mid_p`.
- One rate: `rates.garwood`, `rates.rate_mid_p`; two rates: `rate_ratio.rate_ratio`,
  `rate_ratio.rate_ratio_mid_p`, `rate_ratio.rates_p`.
- Nights in a row: `spells.within_month`, `spells.inflation`; several tests:
  `discoveries.benjamini_hochberg`.
- Time to relief: `relief.kaplan_meier`; pairs: `pairs.sign_flip`, `pairs.hodges_lehmann`.
- While a trial runs: `looks.e_value`; what a diary can show: `power.power`, `power.nights_needed`;
  nights of which nothing is known: `unknown.extremes`.
- A sample: `quantiles.quantile`, `quantiles.median`, `quantiles.middle_half`.
"""
