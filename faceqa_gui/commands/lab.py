"""`faceqa lab`: what the lab can do beside training and evaluation."""

from faceqa_gui.commands import Parsers, lab_biased_split


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa lab` with its actions."""
    parser = subparsers.add_parser(
        "lab",
        help="skewed training sets for comparing models",
        description="Make training sets whose groups are skewed on purpose, to train models that "
        "are compared.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    lab_biased_split.add_parser(actions)
