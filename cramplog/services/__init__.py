"""Use cases: what a person does with the diary."""
