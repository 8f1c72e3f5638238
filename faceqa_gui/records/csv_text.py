"""`harmless`: text in a CSV file that no spreadsheet program takes for a formula."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Programs set to Chinese or Japanese take the wide forms for the plain ones.
_WIDE_STARTS = tuple("\uff1d\uff0b\uff0d\uff20")


def harmless(text: str) -> str:
    """`text`, behind an apostrophe where a spreadsheet program would compute it.

    A name such as `=cmd()` in a file that somebody opens would otherwise be run.
    """
    visible = text.lstrip(" ")
    computed = visible.startswith((*_FORMULA_STARTS, *_WIDE_STARTS))
    return f"'{text}" if computed else text
