"""`faceqa bench faithfulness`: which way of explaining is most faithful?"""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option
from faceqa_gui.commands.json_file import (
    add_json_option,
    check_json_place,
    write_json,
    write_text,
)
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError
from faceqa_gui.settings import ExplanationSettings


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench faithfulness`."""
    defaults = ExplanationSettings()
    parser = subparsers.add_parser(
        "faithfulness",
        help="compare ways of explaining by deletion, insertion and evidence inside the face",
        description="Explain the model's answers for labelled pictures by every method and by "
        "superpixels in random order, and compare deletion, insertion and evidence inside the "
        "face, with bootstrap intervals over pictures. Minutes: about 20 seconds a picture.",
    )
    parser.add_argument("data", type=Path, metavar="DATA", help="folder of labelled pictures")
    parser.add_argument("--split", metavar="NAME", help="split of the manifest (default: all)")
    parser.add_argument(
        "--images",
        type=int,
        default=40,
        metavar="N",
        help="pictures over all classes (default: 40)",
    )
    parser.add_argument("--samples", type=int, default=defaults.sample_count, metavar="N")
    add_model_option(parser)
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="also write markdown tables")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the tables."""
    from faceqa_gui.lab.benchmark_faithfulness import (
        benchmark_faithfulness,
        benchmark_markdown,
        benchmark_text,
    )
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    if options.images < 1:
        raise FaceQAError("--images takes 1 or more.")
    try:
        settings = ExplanationSettings(sample_count=options.samples)
    except ValueError as error:
        raise FaceQAError("--samples takes 10 to 20000.") from error
    check_json_place(options.json)
    check_json_place(options.markdown)
    dataset = read_dataset(options.data, QUALITY_LABELS, options.split)
    result = benchmark_faithfulness(
        QualityModel.load(options.model),
        dataset,
        options.images,
        settings,
        ProgressLine("pictures"),
        split=options.split,
    )
    print(benchmark_text(result))
    write_json(options.json, result.as_json())
    write_text(options.markdown, benchmark_markdown(result))
    return 0
