"""`harmless`: text in a CSV file that no spreadsheet program takes for a formula."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """`text`, behind an apostrophe where a spreadsheet program would compute it.

    A name such as `=cmd()` in a file that somebody opens would otherwise be run.
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
