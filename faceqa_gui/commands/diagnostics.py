"""`faceqa diagnostics`: what whoever helps needs to know, without any person's data."""

import argparse

from faceqa_gui.commands import Parsers


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa diagnostics`."""
    parser = subparsers.add_parser(
        "diagnostics",
        help="print versions, checksums, settings and the end of the log, for whoever helps",
        description="Print versions, checksums of the models, settings, free disk and the end of "
        "the log. Texts that somebody typed are left out: it holds nothing about any person. Help "
        "→ About in the station copies the same.",
    )
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Print it."""
    from faceqa_gui.diagnostics import diagnostics
    from faceqa_gui.settings import home

    print(diagnostics(home()))
    return 0
