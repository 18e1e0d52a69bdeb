"""Typer commands: options in, results out. The only layer that knows Typer."""
