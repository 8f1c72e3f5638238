"""`faceqa model`: show, verify and calibrate a model."""

import argparse
from dataclasses import asdict
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa model`."""
    parser = subparsers.add_parser(
        "model",
        help="show, verify or calibrate a model",
        description="Show what a model says of itself, verify its files and its runtime, "
        "or calibrate it on other pictures.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="the manifest in words", description="Show a model.")
    show.set_defaults(run=run_show)
    verify = actions.add_parser(
        "verify",
        help="checksums, and the fast runtime against Keras",
        description="Check every checksum, and that the runtime of the station agrees with float "
        "Keras: same class in 99.5 %% of pictures, probabilities at most 0.01 apart on average.",
    )
    verify.add_argument(
        "--data", type=Path, metavar="DATA", help="labelled pictures (default: generated ones)"
    )
    verify.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    verify.set_defaults(run=run_verify)
    calibrate = actions.add_parser(
        "calibrate",
        help="fit temperature and threshold to pictures of a site",
        description="Fit the temperature, and the smallest threshold at which at most 1 %% of the "
        "faces with glasses or a covering are called good, on labelled pictures, and write both "
        "into the model's manifest. The network stays as it is.",
    )
    calibrate.add_argument("model", type=Path, metavar="MODEL", help="model folder")
    calibrate.add_argument("data", type=Path, metavar="DATA", help="labelled pictures")
    calibrate.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    calibrate.set_defaults(run=run_calibrate)
    add_json_option(calibrate)
    for action in (show, verify):
        action.add_argument("model", type=Path, nargs="?", metavar="MODEL", help="model folder")
        add_json_option(action)


def run_show(options: argparse.Namespace) -> int:
    """Print the manifest."""
    from faceqa_gui.quality.model_file import default_model_folder, read_model

    check_json_place(options.json)
    model = read_model(options.model or default_model_folder())
    manifest = model.manifest
    print(f"{manifest.name}, sha256 {model.sha256}, made {manifest.created}")
    print(f"Classes: {', '.join(manifest.labels)}")
    print(f"Input: RGB {manifest.input_side}×{manifest.input_side}, 0-255, scaled in the network")
    print(f"Temperature {manifest.temperature:.3f}; good from {manifest.good_threshold:.2f}")
    print(f"Trained by: {manifest.training_command}")
    print(f"Training data: sha256 {manifest.data_sha256}")
    write_json(options.json, manifest.model_dump(mode="json"))
    return 0


def run_calibrate(options: argparse.Namespace) -> int:
    """Calibrate, and say what changed."""
    from faceqa_gui.commands.progress import ProgressLine
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.recalibration import recalibrate
    from faceqa_gui.quality.labels import QUALITY_LABELS

    check_json_place(options.json)
    dataset = read_dataset(options.data, QUALITY_LABELS, options.split)
    before, now = recalibrate(options.model, dataset, ProgressLine("pictures"))
    print(
        f"On {now.pictures} pictures: temperature {before.temperature:.3f} → "
        f"{now.temperature:.3f}, good from {before.good_threshold:.2f} → {now.good_threshold:.2f}"
    )
    write_json(options.json, {"before": asdict(before), "now": asdict(now)})
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Verify, and say what was compared; exit status 1 when the runtimes do not agree."""
    from faceqa_gui.lab.agreement import compare_runtimes, generated_inputs, read_inputs
    from faceqa_gui.quality.model import QualityModel

    check_json_place(options.json)
    model = QualityModel.load(options.model)
    print(f"Checksums of {model.file.folder} are right.")
    inputs = (
        generated_inputs() if options.data is None else read_inputs(options.data, options.split)
    )
    found = compare_runtimes(model, inputs)
    print(found.text())
    write_json(options.json, found.as_json())
    return 0 if found.agrees else 1
