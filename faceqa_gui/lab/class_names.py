"""Names of classes for people, at the head of a line and inside a sentence."""

from faceqa_gui.wording import as_said, said

KNOWN = (
    said("Blur"),
    said("Eyeglasses"),
    said("Good"),
    said("Covered face"),
    said("Wrong object"),
    said("Open"),
    said("Closed"),
    said("Unknown"),
    said("Male"),
    said("Female"),
    said("White"),
    said("Black"),
    said("Latino hispanic"),
    said("East asian"),
    said("Southeast asian"),
    said("Indian"),
    said("Middle eastern"),
    said("Latino Hispanic"),
    said("East Asian"),
    said("Southeast Asian"),
    said("Middle Eastern"),
    said("More than 70"),
    said("more than 70"),
    said("blur"),
    said("eyeglasses"),
    said("good"),
    said("covered face"),
    said("wrong object"),
    said("open"),
    said("closed"),
    said("unknown"),
    said("male"),
    said("female"),
    said("white"),
    said("black"),
    said("latino hispanic"),
    said("east asian"),
    said("southeast asian"),
    said("indian"),
    said("middle eastern"),
)
"""The classes of FaceQA's own tasks, named here so that translations hold them."""


def readable(label: str) -> str:
    """A class name for people."""
    return as_said(label.replace("_", " ").capitalize())


def as_written(label: str) -> str:
    """A class name for people, with the capitals of the model."""
    return as_said(label.replace("_", " "))


def readable_inside(label: str) -> str:
    """A class name for people, inside a sentence."""
    return as_said(label.replace("_", " ").lower())
