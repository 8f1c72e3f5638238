"""Data sets, training, evaluation and benchmarks."""
