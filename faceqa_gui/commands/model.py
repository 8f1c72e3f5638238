"""`faceqa model`: show a model and verify it."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa model`."""
    parser = subparsers.add_parser(
        "model",
        help="show or verify a model",
        description="Show what a model says of itself, or verify its files and its runtime.",
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
