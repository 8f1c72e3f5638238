"""Open, closed or unknown: the Haar cascades, the learned channel and the decision."""
