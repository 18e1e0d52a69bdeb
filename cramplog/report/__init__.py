"""The report of a period, as one immutable value that every rendering shares."""
