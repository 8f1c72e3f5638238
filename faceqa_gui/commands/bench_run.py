"""`faceqa bench run`: judging a data set with one process, several, and a Dask cluster."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench run`."""
    parser = subparsers.add_parser(
        "run",
        help="judging a data set with one process, several, and a Dask cluster",
        description="Judge the same pictures with one process, several, and as many Dask workers "
        "on loopback; check that the answers are equal, and say where the time goes.",
    )
    parser.add_argument("data", type=Path, metavar="DATA", help="labelled pictures")
    parser.add_argument("--split", metavar="NAME", help="only this split")
    parser.add_argument("--pictures", type=positive, metavar="N", help="only N, evenly chosen")
    parser.add_argument("--processes", type=positive, default=2, metavar="N", help="default: 2")
    parser.add_argument(
        "--explain",
        choices=("grad-cam", "guided-grad-cam", "integrated-gradients"),
        help="also make this map of every picture",
    )
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    check_json_place(options.json)
    from dataclasses import replace

    from faceqa_gui.lab.benchmark_run import benchmark_run
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.lab_model import LabModel

    model = LabModel.load(options.model)
    dataset = read_dataset(
        options.data, model.labels, options.split, label_column=model.task.column
    )
    step = max(1, len(dataset.images) // (options.pictures or len(dataset.images)))
    chosen = dataset.images[::step][: options.pictures]
    result = benchmark_run(
        model,
        replace(dataset, images=chosen),
        options.processes,
        options.explain,
        lambda: ProgressLine("pictures"),
    )
    print(result.table().text())
    write_json(options.json, result.as_json())
    return 0
