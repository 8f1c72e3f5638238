"""`printable`: text that somebody typed, fit for a terminal."""


def printable(text: str) -> str:
    """`text` without characters that steer a terminal, such as escapes and reversed writing."""
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in text
    )
