"""`faceqa bench explain`: the combined explanation against the lime package with Keras."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.settings import ExplanationSettings


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench explain`."""
    defaults = ExplanationSettings()
    parser = subparsers.add_parser(
        "explain",
        help="a whole explanation, against the lime package with Keras",
        description="Explain pictures with our engine and with lime's explain_instance and Keras "
        "predict: the same picture, model, segmentation, samples and cores. Prints where the time "
        "goes and the ratio of the medians.",
    )
    parser.add_argument(
        "images", nargs="*", type=Path, metavar="IMAGE", help="default: the demo subject"
    )
    parser.add_argument(
        "--images",
        dest="count",
        type=positive,
        default=3,
        metavar="N",
        help="frames of the demo subject when no IMAGE is given (default: 3)",
    )
    parser.add_argument(
        "--runs", type=positive, default=3, metavar="N", help="of each engine (default: 3)"
    )
    parser.add_argument(
        "--samples", type=_samples, default=defaults.sample_count, metavar="N", help="of each run"
    )
    parser.add_argument(
        "--batch-size",
        type=positive,
        default=defaults.batch_size,
        metavar="N",
        help=f"of our engine (default: {defaults.batch_size}, as in the station)",
    )
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the tables."""
    check_json_place(options.json)
    from faceqa_gui.frames.picture_file import read_picture
    from faceqa_gui.lab.benchmark_explain import benchmark_explain, benchmark_text, demo_pictures
    from faceqa_gui.quality.model import QualityModel
    from faceqa_gui.quality.preprocessing import network_input

    given = {path.name: network_input(read_picture(path)) for path in options.images}
    pictures = given or demo_pictures(options.count)
    settings = ExplanationSettings(sample_count=options.samples, batch_size=options.batch_size)
    progress = ProgressLine("explanations")
    result = benchmark_explain(
        QualityModel.load(options.model),
        pictures,
        options.runs,
        settings,
        lambda done: progress(done, 2 * len(pictures) * options.runs),
    )
    print(benchmark_text(result))
    write_json(options.json, result.as_json())
    return 0


def _samples(text: str) -> int:
    value = int(text)
    if not 10 <= value <= 20_000:
        raise argparse.ArgumentTypeError(f"{text} is not between 10 and 20000")
    return value
