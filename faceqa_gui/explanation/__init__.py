"""Grad-CAM, LIME and their combination, and how far to trust them."""
