"""A diary on a PostgreSQL server: the second executor (`connection.Connection`).

What a file is to the user of a machine, a login is on a server: its own people under their own
names, and its own settings. Row-level security draws that line (`schema`), so that the statements
above it are the same as for files. Nothing here is imported while a diary is a file.
"""
