"""Words and numbers of a result on a screen; computes nothing that it shows."""
