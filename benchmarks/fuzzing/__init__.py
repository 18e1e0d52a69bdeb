"""Fuzzing: what may be thrown at cramplog, and what it has promised whatever comes.

A target is a strategy of hypothesis for its cases and a function that tries one. The suite and
`benchmarks/fuzz.py` drive the same targets, there also guided by coverage.
"""
