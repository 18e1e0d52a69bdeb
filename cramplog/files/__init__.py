"""The diary as a file: opening, keys, copies, restoring and checks."""
