"""`faceqa model`: show, verify, calibrate, pack and import a model."""

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from faceqa_gui.commands import Parsers, model_station
from faceqa_gui.commands.arguments import positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa model`."""
    parser = subparsers.add_parser(
        "model",
        help="show, verify, quantise, calibrate, pack or import a model",
        description="Show what a model says of itself, verify its files and its runtime, "
        "make its explanations faster, calibrate it on other pictures, pack it into one file, or "
        "put one on the list of models that this computer's station may load.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="the manifest in words", description="Show a model.")
    show.set_defaults(run=run_show)
    verify = actions.add_parser(
        "verify",
        help="checksums, and the fast runtime against Keras",
        description="Check every checksum, and that the runtime of the station agrees with float "
        "Keras: same class in 99.5 % of pictures, probabilities at most 0.01 apart on average; "
        "for explanations a rank correlation of the superpixel weights of at least 0.98 on "
        "average, and the same top superpixels in 95 % of pictures. Exit status 1 if not.",
    )
    verify.add_argument("model", type=Path, nargs="?", metavar="MODEL", help="model folder")
    verify.add_argument(
        "data", type=Path, nargs="?", metavar="DATA", help="labelled pictures (default: generated)"
    )
    verify.add_argument("--split", metavar="NAME", help="only this split, such as val")
    verify.add_argument(
        "--explanations",
        type=_count,
        metavar="N",
        help="pictures to explain with both, spread over DATA (default: 20, without DATA 0)",
    )
    verify.add_argument(
        "--runtime",
        metavar="NAME",
        help="compare this runtime instead of the one in use, such as openvino-int8",
    )
    verify.add_argument(
        "--keep",
        action="store_true",
        help="write a reduced runtime that agrees into the manifest, so that it is used",
    )
    verify.set_defaults(run=run_verify)
    quantise = actions.add_parser(
        "quantise",
        help="late layers in 8 bits, for faster explanations",
        description="Write the late layers of a MobileNet in 8 bits, calibrated on samples such "
        "as explanations ask of training pictures. They are used once “faceqa model verify "
        "MODEL DATA --split val --runtime openvino-int8 --keep” has found that they agree.",
    )
    quantise.add_argument("model", type=Path, metavar="MODEL", help="model folder")
    quantise.add_argument("data", type=Path, metavar="DATA", help="labelled pictures")
    quantise.add_argument("--split", metavar="NAME", help="only this split, such as train")
    quantise.add_argument(
        "--pictures", type=positive, default=420, metavar="N", help="pictures to use (default: 420)"
    )
    quantise.set_defaults(run=run_quantise)
    calibrate = actions.add_parser(
        "calibrate",
        help="fit temperature and threshold to pictures of a site",
        description="Fit the temperature, and the smallest threshold at which at most 1 % of the "
        "faces with glasses or a covering are called good, on labelled pictures, and write both "
        "into the model's manifest. The network stays as it is.",
    )
    calibrate.add_argument("model", type=Path, metavar="MODEL", help="model folder")
    calibrate.add_argument("data", type=Path, metavar="DATA", help="labelled pictures")
    calibrate.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    calibrate.set_defaults(run=run_calibrate)
    add_json_option(calibrate)
    show.add_argument("model", type=Path, nargs="?", metavar="MODEL", help="model folder")
    add_json_option(show)
    add_json_option(verify)
    model_station.add_parsers(actions)


def run_show(options: argparse.Namespace) -> int:
    """Print the manifest."""
    from faceqa_gui.quality.model_file import default_model_folder, read_any_model

    check_json_place(options.json)
    model = read_any_model(options.model or default_model_folder())
    manifest = model.manifest
    print(f"{manifest.name}, sha256 {model.sha256}, made {manifest.created}")
    print(f"Manifest: sha256 {model.manifest_sha256}")
    print(f"Classes: {', '.join(manifest.labels)}")
    print(f"Input: RGB {manifest.input_side}×{manifest.input_side}, 0-255, scaled in the network")
    print(f"Judges: {manifest.task}")
    good = manifest.good_threshold
    threshold = "" if good is None else f"; good from {good:.2f}"
    print(f"Temperature {manifest.temperature:.3f}{threshold}")
    print(f"Trained by: {manifest.training_command}")
    print(f"Training data: sha256 {manifest.data_sha256}")
    write_json(options.json, manifest.model_dump(mode="json"))
    return 0


def run_quantise(options: argparse.Namespace) -> int:
    """Quantise, and say what to do next."""
    from faceqa_gui.commands.progress import ProgressLine
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.model_quantisation import quantise_model
    from faceqa_gui.quality.labels import QUALITY_LABELS

    dataset = read_dataset(options.data, QUALITY_LABELS, options.split)
    quantise_model(options.model, dataset, options.pictures, ProgressLine("steps"))
    print(
        f"{options.model} has late layers in 8 bits. They are used once “faceqa model verify "
        f"{options.model} {options.data} --split val --runtime openvino-int8 --keep” agrees."
    )
    print(_to_be_imported(options.model))
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
    print(_to_be_imported(options.model))
    write_json(options.json, {"before": asdict(before), "now": asdict(now)})
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Verify, and say what was compared; exit status 1 when the runtimes do not agree."""
    from faceqa_gui.commands.progress import ProgressLine
    from faceqa_gui.lab.agreement import (
        check_keepable,
        compare_explanations,
        compare_runtimes,
        explained_inputs,
        generated_inputs,
        keep_verification,
        model_with_runtime,
        read_inputs,
    )

    check_json_place(options.json)
    if options.keep:
        check_keepable(options.runtime, options.data)
    model = model_with_runtime(options.model, options.runtime)
    print(f"Checksums of {model.file.folder} are right.")
    explained, progress = None, ProgressLine("explanations")
    if options.data is None:
        inputs, pictures = generated_inputs(), []
    else:
        count = 20 if options.explanations is None else options.explanations
        inputs = read_inputs(options.data, options.split)
        pictures = explained_inputs(options.data, options.split, count) if count else []
    if pictures:
        explained = compare_explanations(
            model, pictures, lambda done: progress(done, len(pictures))
        )
    found = replace(compare_runtimes(model, inputs), explanations=explained)
    print(found.text())
    if options.keep and found.agrees:
        keep_verification(model.file, options.runtime, found)
        print(f"{options.runtime} is now listed in the manifest and will be used.")
        print(_to_be_imported(model.file.folder))
    write_json(options.json, found.as_json())
    return 0 if found.agrees else 1


def _to_be_imported(folder: Path) -> str:
    return (
        "Its manifest has changed: a station loads this model again once you have run “faceqa "
        f"model import {folder}”."
    )


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is negative")
    return value
