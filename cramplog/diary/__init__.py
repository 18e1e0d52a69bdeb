"""The diary: its repository, changes, rows, statements and schema."""
