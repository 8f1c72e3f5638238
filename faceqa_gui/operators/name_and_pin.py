"""Which names and PINs are taken, and why others are not."""

import unicodedata
from itertools import pairwise

from faceqa_gui.errors import OperatorError
from faceqa_gui.wording import said

LONGEST_NAME = 80
SHORTEST_PIN, LONGEST_PIN = 4, 12
PIN_ADVICE = said(
    "4 to 12 digits; six or more are better: at one try in 15 minutes, four digits are tried out "
    "in 104 days, six in 28 years."
)
_LINES_OF_A_KEYPAD = {"2580", "0852"}


def name_key(name: str) -> str:
    """What makes names the same: no difference of case, spaces or how an accent is written."""
    plain = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    return unicodedata.normalize("NFC", plain)


def checked_name(name: str) -> str:
    """The name as it is kept: composed letters, single spaces.

    Raises:
        OperatorError: it is empty, too long, or has letters that cannot be seen.
    """
    kept = " ".join(unicodedata.normalize("NFC", name).split())
    if not 1 <= len(kept) <= LONGEST_NAME or not kept.isprintable():
        raise OperatorError(
            said(
                "An operator's name has 1 to {most} letters that can be seen. Choose another.",
                most=LONGEST_NAME,
            )
        )
    return kept


def check_pin(pin: str) -> None:
    """Refuse a PIN that others would guess.

    Raises:
        OperatorError: it is not 4 to 12 digits, or it is among the first that anybody tries.
    """
    digits = pin.isascii() and pin.isdigit()
    if not (digits and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise OperatorError(said("A PIN has {advice}", advice=PIN_ADVICE))
    if _is_a_series(pin) or _repeats(pin) or pin in _LINES_OF_A_KEYPAD:
        raise OperatorError(
            said(
                "That PIN is among the first that anybody tries (such as 0000, 1234 or 1212). "
                "Choose another, best of six digits or more."
            )
        )


def _is_a_series(pin: str) -> bool:
    """Whether each digit follows from the one before by the same step, as in 0000 and 1234."""
    numbers = [int(digit) for digit in pin]
    steps = {(after - before) % 10 for before, after in pairwise(numbers)}
    return len(steps) == 1


def _repeats(pin: str) -> bool:
    """Whether a shorter piece makes up the whole, as in 1212."""
    return pin in (pin + pin)[1:-1]
