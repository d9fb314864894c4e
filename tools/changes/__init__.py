"""What changes for callers, and for the wrapper, from one generation to another."""
