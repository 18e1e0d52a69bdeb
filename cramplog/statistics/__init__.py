"""Numbers with their intervals; knows nothing of diaries."""
