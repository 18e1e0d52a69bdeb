"""Words and numbers of results on a screen; this room computes no figures."""
