"""核对: an issue and its PDF → the proof that every character is printed once and in order, or the gaps."""
