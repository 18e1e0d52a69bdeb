"""The diary on disk: tables and statements defined once, run by the standard `sqlite3`."""
