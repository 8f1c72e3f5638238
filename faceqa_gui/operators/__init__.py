"""Who works at the station, how they sign in, and what they may do; no Qt."""
