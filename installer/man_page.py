"""`man_page`: the manual page of `faceqa`, from the parser that prints its help."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

_ENVIRONMENT = (
    ("FACEQA_HOME", "Folder of settings, captures, models and the log, in place of the usual one."),
    ("FACEQA_MODELS", "Folder of the shipped models, in place of the one beside the program."),
    ("FACEQA_PIN", "PIN of the supervisor that a command names, for scripts."),
    ("FACEQA_NEW_PIN", "PIN that a command gives to an operator, for scripts."),
)
_HOME = "~/.local/share/faceqa"


def man_page(parser: argparse.ArgumentParser, version: str, made_at: int) -> str:
    """The page in roff, the same text for the same arguments.

    Args:
        parser: of the whole command, with its sub-commands.
        version: of the program.
        made_at: day of the page, in seconds since 1970, UTC.
    """
    day = datetime.fromtimestamp(made_at, UTC).date().isoformat()
    return "\n".join(
        [
            f'.TH FACEQA 1 "{day}" "FaceQA {_plain(version)}" "User Commands"',
            ".SH NAME",
            "faceqa \\- face image quality station",
            ".SH SYNOPSIS",
            ".B faceqa",
            "[\\fIOPTION\\fR] \\fICOMMAND\\fR ...",
            ".SH DESCRIPTION",
            _plain(parser.description or ""),
            ".SH OPTIONS",
            *_arguments(parser),
            ".SH COMMANDS",
            *_commands(parser),
            ".SH EXIT STATUS",
            _plain(parser.epilog or ""),
            ".SH ENVIRONMENT",
            *[line for name, text in _ENVIRONMENT for line in _entry(f"\\fB{name}\\fR", text)],
            ".SH FILES",
            *_entry(
                f"\\fI{_plain(_HOME)}\\fR",
                "Settings, captures with their records, imported models and the log. Nothing "
                "of it is removed with the program.",
            ),
            "",
        ]
    )


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """A section for each sub-command that is listed in the help, sub-commands of it behind it."""
    for action in _actions(parser):
        if not isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  (it has no public name)
            continue
        # Without help a command is for FaceQA itself.
        for listed in action._get_subactions():  # noqa: SLF001  (nor has the list)
            command: argparse.ArgumentParser = action.choices[listed.dest]
            yield f'.SS "{_plain(command.prog)}"'
            yield _plain(command.description or listed.help or "")
            yield from _arguments(command)
            yield from _commands(command)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in _actions(parser):
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  (it has no public name)
            continue
        if action.help == argparse.SUPPRESS or isinstance(action, argparse._HelpAction):  # noqa: SLF001
            continue
        text = (action.help or "") % {**vars(action), "prog": parser.prog}
        yield from _entry(_spelling(action), text)


def _spelling(action: argparse.Action) -> str:
    words = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if action.choices is not None and action.metavar is None:
        words = "{" + ",".join(str(choice) for choice in action.choices) + "}"
    value = f"\\fI{_plain(words)}\\fR"
    if not action.option_strings:
        return value
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001  (argparse gives no other way to its arguments)


def _entry(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield term
    yield _plain(text)


def _plain(text: str) -> str:
    """Text that roff prints as it is: in one line, without an instruction at its start."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line
