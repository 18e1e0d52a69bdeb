"""The article's own reasons to see a doctor (`ART-*`), each with its paragraphs."""
