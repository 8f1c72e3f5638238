"""`faceqa train`: train a model of face quality, of an attribute, or of the eyes."""

import argparse
import shlex
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_video_step, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError

_EYES = "eyes"
_NOT_OF_EYES = ("weights", "arch", "mode", "preset", "distribute", "stop_after", "resume")


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa train`."""
    parser = subparsers.add_parser(
        "train",
        help="train a model on labelled pictures",
        description="Train on the splits train and val of DATA and write a model folder: the "
        "network, its manifest, readable curves and all that is needed to repeat the run. Without "
        "splits, 80 % of each class is trained on and the rest validated. Ctrl-C keeps the best "
        "epoch so far. The eye network is trained on the split dev, with the labels open and "
        "closed. An attribute's labels are those of FairFace that DATA has; a station never takes "
        "such a model.",
    )
    parser.add_argument(
        "data",
        type=Path,
        metavar="DATA",
        help="folder per class, folder with label files, or one CSV file (columns file, label or "
        "the attribute's, split); of pictures, of videos, or of both",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="model folder")
    parser.add_argument(
        "--task",
        choices=("quality", _EYES, "gender", "age", "race"),
        default="quality",
        help="what the model is to judge (default: quality)",
    )
    parser.add_argument(
        "--arch",
        choices=("mobilenet", "simple_cnn", "resnet50"),
        help="network (default: mobilenet, or the preset's)",
    )
    parser.add_argument(
        "--mode",
        choices=("full", "paper"),
        help="paper: backbone frozen, 30 epochs at 1e-4; full (default): fine-tuned under "
        "augmentation",
    )
    parser.add_argument(
        "--preset",
        choices=("gurjar2024", "hung-fairface"),
        help="a published recipe: gurjar2024 (MobileNet, backbone frozen, 30 epochs at 1e-4), "
        "hung-fairface (ResNet50, first 14 layers fixed, batch 128, Nadam 0.008)",
    )
    parser.add_argument(
        "--weights",
        metavar="FILE",
        help="ImageNet weights of the backbone, without top, as keras.applications has them; "
        "“imagenet” fetches them from the network",
    )
    parser.add_argument(
        "--good-faces",
        type=Path,
        metavar="DATA",
        help="for --task eyes: face-quality data set whose good training faces have open eyes",
    )
    parser.add_argument("--epochs", type=positive, metavar="N", help="instead of the recipe's own")
    parser.add_argument(
        "--stop-after",
        type=positive,
        metavar="N",
        help="stop after N epochs without a smaller validation loss",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of every choice")
    parser.add_argument(
        "--resume", action="store_true", help="go on with the unfinished run in --out"
    )
    parser.add_argument(
        "--distribute",
        choices=("mirrored", "multiworker"),
        help="learn on all GPUs of this machine, or on several machines: the same command on each, "
        "with TensorFlow's variable TF_CONFIG",
    )
    add_video_step(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Train and say what came out."""
    check_json_place(options.json)
    if options.task == _EYES:
        return _train_eyes(options)
    return _train_network(options)


def _train_eyes(options: argparse.Namespace) -> int:
    from faceqa_gui.lab.eye_training import EYE_EPOCHS, EyeRecipe, train_eyes

    for name in _NOT_OF_EYES:
        if getattr(options, name):
            raise FaceQAError(
                "The eye networks are trained from scratch by a recipe of their own: leave out "
                f"--{name.replace('_', '-')}."
            )
    words = ["faceqa", "train", "DATA", "--out", "DIR", "--task", "eyes"]
    words += ["--seed", str(options.seed)]
    words += ["--epochs", str(options.epochs)] if options.epochs else []
    words += ["--good-faces", "FACES"] if options.good_faces else []
    words += ["--video-step", f"{options.video_step:g}"] if options.video_step != 1.0 else []
    trained = train_eyes(
        options.data,
        options.out,
        EyeRecipe(seed=options.seed, epochs=options.epochs or EYE_EPOCHS),
        good_faces=options.good_faces,
        video_step=options.video_step,
        command=shlex.join(words),
        report=lambda line: print(line, flush=True),
    )
    write_json(options.json, trained.as_json())
    return 0


def _train_network(options: argparse.Namespace) -> int:
    from faceqa_gui.lab.training_order import TrainingOrder

    if options.good_faces:
        raise FaceQAError("--good-faces belongs to --task eyes: leave it out, or name that task.")
    order = TrainingOrder(
        data=options.data,
        out=options.out,
        task=options.task,
        network=options.arch,
        mode=options.mode,
        preset=options.preset,
        weights=options.weights,
        epochs=options.epochs,
        stop_after=options.stop_after,
        seed=options.seed,
        resume=options.resume,
        distribute=options.distribute,
        video_step=options.video_step,
    )
    trained = order.fulfil(lambda line: print(line, flush=True))
    good = trained.good_threshold
    print(
        f"{trained.folder}: validation accuracy {trained.val_accuracy:.4f} after "
        f"{trained.epochs} epochs, temperature {trained.temperature:.3f}"
        + ("" if good is None else f", good from {good:.2f}")
    )
    write_json(options.json, trained.as_json())
    return 0
