"""The five classes of face quality, in the paper's order (Gurjar et al. 2024, section 3.1)."""

from enum import StrEnum


class Quality(StrEnum):
    """What a frame shows; the order of the members is the order of the network's outputs."""

    BLUR = "blur"
    EYEGLASSES = "eyeglasses"
    GOOD = "good"
    COVERED_FACE = "covered_face"
    WRONG_OBJECT = "wrong_object"


QUALITY_LABELS: tuple[str, ...] = tuple(quality.value for quality in Quality)
