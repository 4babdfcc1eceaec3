"""From two layers of data to one checked edition: overlay, words, references, rules."""
