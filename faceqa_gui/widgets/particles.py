"""Korean particles after what was put into a sentence: “카메라 0은(는)” becomes “카메라 0은”."""

import re

_CLOSING = r"[”’\"')\]}…]*"
_PAIRS = {"은(는)": "은는", "이(가)": "이가", "을(를)": "을를", "과(와)": "과와"}
_BOTH = re.compile(rf"(\S)({_CLOSING})({'|'.join(map(re.escape, (*_PAIRS, '(으)로')))})")
_FIRST, _LAST, _ENDINGS = 0xAC00, 0xD7A3, 28
_L = 8
"""Place of the final ㄹ among the endings of a syllable, after which it is “로”, not “으로”."""

_DIGITS = dict(zip("0123456789", (21, _L, 0, 16, 0, 0, 1, _L, _L, 0), strict=True))
"""Ending of each digit as it is read: 영 일 이 삼 사 오 육 칠 팔 구."""


def with_particles(text: str) -> str:
    """`text` with one particle wherever its last letter tells which; else both stay."""
    return _BOTH.sub(_chosen, text)


def _chosen(found: re.Match[str]) -> str:
    letter, closing, both = found.groups()
    ending = _ending(letter)
    if ending is None:
        return found.group()
    if both in _PAIRS:
        particle = _PAIRS[both][0 if ending else 1]
    else:
        particle = "로" if ending in (0, _L) else "으로"
    return f"{letter}{closing}{particle}"


def _ending(letter: str) -> int | None:
    """The final consonant of a syllable, 0 for none; None where nobody can tell how it is read."""
    if _FIRST <= ord(letter) <= _LAST:
        return (ord(letter) - _FIRST) % _ENDINGS
    return _DIGITS.get(letter)
