"""A diary on a PostgreSQL server: the second executor (`connection.Connection`).

A login on a server is like a file on a machine: it has its own people and its own settings.
Row-level security separates logins (`schema`), so that the statements above are the same as for
files. Nothing here is imported for a diary in a file.
"""
