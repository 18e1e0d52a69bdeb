"""When to see a doctor: the article's rules and the guidelines' rules, never merged.

A rule is one decorated function: its metadata above, what it looks at below (`rule.py`), in
`article/` or `guideline/`, and one file of cases in `tests/flags/vignettes/`.
"""
