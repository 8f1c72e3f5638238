"""How files of pictures are named; known without the library that reads them."""

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
"""Lower-case file endings of the pictures that are looked for in a folder."""
