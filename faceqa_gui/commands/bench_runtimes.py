"""`faceqa bench runtimes`: every runtime that could serve the station."""

import argparse

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench runtimes`."""
    parser = subparsers.add_parser(
        "runtimes",
        help="every runtime that could serve the station",
        description="Time Keras, LiteRT, ONNX Runtime and OpenVINO on the same pictures, and the "
        "late layers in float and in 8 bits, one picture and in batches.",
    )
    parser.add_argument("--runs", type=positive, default=20, metavar="N", help="default: 20")
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    check_json_place(options.json)
    from faceqa_gui.lab.benchmark_runtimes import benchmark_runtimes
    from faceqa_gui.quality.model_file import default_model_folder, read_model

    file = read_model(options.model or default_model_folder())
    result = benchmark_runtimes(file, options.runs, ProgressLine("runtimes"))
    print(result.text())
    write_json(options.json, result.as_json())
    return 0
