"""`faceqa train`: train a quality network or the eye network."""

import argparse
import shlex
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa train`."""
    parser = subparsers.add_parser(
        "train",
        help="train a model on labelled pictures",
        description="Train on the splits train and val of DATA and write a model folder: the "
        "network, its manifest and readable curves. Without splits, 80 % of each class is "
        "trained on and the rest validated. Ctrl-C keeps the best epoch so far. The eye network is "
        "trained on the split dev, with the labels open and closed.",
    )
    parser.add_argument(
        "data",
        type=Path,
        metavar="DATA",
        help="folder per class, or folder with manifest.csv (columns file, label, split)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="model folder")
    parser.add_argument(
        "--task", choices=("quality", "eyes"), default="quality", help="what the model is to judge"
    )
    parser.add_argument("--arch", choices=("mobilenet", "simple_cnn"), default="mobilenet")
    parser.add_argument(
        "--mode",
        choices=("full", "paper"),
        default="full",
        help="paper: backbone frozen, 30 epochs at 1e-4; full: fine-tuned under augmentation",
    )
    parser.add_argument(
        "--weights", type=Path, metavar="FILE", help="ImageNet weights of MobileNet, without top"
    )
    parser.add_argument(
        "--good-faces",
        type=Path,
        metavar="DATA",
        help="for --task eyes: face-quality data set whose good training faces have open eyes",
    )
    parser.add_argument("--epochs", type=positive, metavar="N", help="instead of the recipe's own")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of every choice")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Train and say what came out."""
    check_json_place(options.json)
    if options.task == "eyes":
        return _train_eyes(options)
    return _train_quality(options)


def _train_eyes(options: argparse.Namespace) -> int:
    from faceqa_gui.lab.eye_training import EYE_EPOCHS, EyeRecipe, train_eyes

    if options.weights:
        raise FaceQAError("The eye networks are trained from scratch: leave out --weights.")
    words = ["faceqa", "train", "DATA", "--out", "DIR", "--task", "eyes"]
    words += ["--seed", str(options.seed)]
    words += ["--epochs", str(options.epochs)] if options.epochs else []
    words += ["--good-faces", "FACES"] if options.good_faces else []
    trained = train_eyes(
        options.data,
        options.out,
        EyeRecipe(seed=options.seed, epochs=options.epochs or EYE_EPOCHS),
        good_faces=options.good_faces,
        command=shlex.join(words),
        report=lambda line: print(line, flush=True),
    )
    write_json(options.json, trained.as_json())
    return 0


def _train_quality(options: argparse.Namespace) -> int:
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.training import recipe_for, train
    from faceqa_gui.quality.labels import QUALITY_LABELS

    if options.good_faces:
        raise FaceQAError("--good-faces belongs to --task eyes: leave it out, or name that task.")
    if options.arch == "simple_cnn" and options.weights:
        raise FaceQAError("The simple CNN is trained from scratch: leave out --weights.")
    dataset = read_dataset(options.data, QUALITY_LABELS)
    recipe = recipe_for(options.arch, options.mode, epochs=options.epochs, seed=options.seed)
    trained = train(
        dataset,
        options.out,
        recipe,
        weights=options.weights,
        command=_command(options),
        report=lambda line: print(line, flush=True),
    )
    print(
        f"{trained.folder}: validation accuracy {trained.val_accuracy:.4f} after "
        f"{trained.epochs} epochs, temperature {trained.temperature:.3f}, "
        f"good from {trained.good_threshold:.2f}"
    )
    write_json(options.json, trained.as_json())
    return 0


def _command(options: argparse.Namespace) -> str:
    """The command to repeat the run, without the paths of this machine."""
    words = ["faceqa", "train", "DATA", "--out", "DIR", "--arch", options.arch]
    words += ["--mode", options.mode, "--seed", str(options.seed)]
    words += ["--epochs", str(options.epochs)] if options.epochs else []
    words += ["--weights", options.weights.name] if options.weights else []
    return shlex.join(words)
