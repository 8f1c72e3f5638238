"""Checks of one frame, the gate over many, and the UV permission."""
