"""The sub-commands of `faceqa`: each module adds its parser and runs it."""

import argparse
from typing import Protocol


class Parsers(Protocol):
    """What `ArgumentParser.add_subparsers` returns, as far as commands use it."""

    def add_parser(
        self,
        name: str,
        *,
        help: str = ...,  # noqa: A002  (argparse's own name)
        description: str,
    ) -> argparse.ArgumentParser:
        """Add the parser of one sub-command; without `help` it is not listed."""


class Command(Protocol):
    """A module with one sub-command.

    `add_parser` sets `run` (a function from the parsed options to the exit status) as a default.
    Modules import heavy libraries inside `run`, so that `--help` stays fast.
    """

    def add_parser(self, subparsers: Parsers) -> None:
        """Add this command's parser."""
