"""What happened in a period, as one immutable value that every rendering shares."""
