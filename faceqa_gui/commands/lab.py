"""`faceqa lab`: what the lab can do beside training and evaluation."""

from faceqa_gui.commands import Parsers, lab_average_maps, lab_biased_split


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa lab` with its actions."""
    parser = subparsers.add_parser(
        "lab",
        help="skewed training sets, average maps",
        description="Make training sets whose groups are skewed on purpose, and average what "
        "models look at over aligned faces.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    lab_biased_split.add_parser(actions)
    lab_average_maps.add_parser(actions)
