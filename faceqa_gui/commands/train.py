"""`faceqa train`: train a model of face quality, of an attribute, or of the eyes."""

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError

if TYPE_CHECKING:
    from faceqa_gui.lab.training_recipes import Recipe
    from faceqa_gui.quality.network import Weights

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
        "the attribute's, split)",
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


def _train_network(options: argparse.Namespace) -> int:
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.task import TASKS
    from faceqa_gui.lab.training import train
    from faceqa_gui.lab.training_distribution import Distribution

    if options.good_faces:
        raise FaceQAError("--good-faces belongs to --task eyes: leave it out, or name that task.")
    weights = _weights(options)
    recipe = _recipe(options)
    task = TASKS[options.task]
    dataset = read_dataset(options.data, task.labels, label_column=task.column)
    trained = train(
        dataset,
        options.out,
        recipe,
        weights=weights,
        command=_command(options, recipe),
        report=lambda line: print(line, flush=True),
        resume=options.resume,
        distribution=Distribution.open(options.distribute),
    )
    good = trained.good_threshold
    print(
        f"{trained.folder}: validation accuracy {trained.val_accuracy:.4f} after "
        f"{trained.epochs} epochs, temperature {trained.temperature:.3f}"
        + ("" if good is None else f", good from {good:.2f}")
    )
    write_json(options.json, trained.as_json())
    return 0


def _weights(options: argparse.Namespace) -> "Weights | None":
    from faceqa_gui.quality.network import IMAGENET

    if options.arch == "simple_cnn" and options.weights:
        raise FaceQAError("The simple CNN is trained from scratch: leave out --weights.")
    if options.weights is None:
        return None
    return IMAGENET if options.weights == IMAGENET else Path(options.weights)


def _recipe(options: argparse.Namespace) -> "Recipe":
    from dataclasses import replace

    from faceqa_gui.lab.training_recipes import preset_recipe, recipe_for

    if options.preset:
        for name in ("arch", "mode"):
            if getattr(options, name):
                raise FaceQAError(
                    f"The preset {options.preset} decides over --{name}: leave one of them out."
                )
        recipe = preset_recipe(
            options.preset, task=options.task, epochs=options.epochs, seed=options.seed
        )
    else:
        recipe = recipe_for(
            options.arch or "mobilenet",
            options.mode or "full",
            task=options.task,
            pretrained=options.weights is not None,
            epochs=options.epochs,
            seed=options.seed,
        )
    return replace(recipe, stop_after=options.stop_after or recipe.stop_after)


def _command(options: argparse.Namespace, recipe: "Recipe") -> str:
    """The command to repeat the run, without the paths of this machine."""
    words = ["faceqa", "train", "DATA", "--out", "DIR"]
    words += [] if options.task == "quality" else ["--task", options.task]
    if options.preset:
        words += ["--preset", options.preset]
    else:
        words += ["--arch", recipe.architecture, "--mode", recipe.mode]
    words += ["--seed", str(options.seed)]
    words += ["--epochs", str(options.epochs)] if options.epochs else []
    words += ["--stop-after", str(options.stop_after)] if options.stop_after else []
    words += ["--weights", Path(options.weights).name] if options.weights else []
    words += ["--distribute", options.distribute] if options.distribute else []
    return shlex.join(words)
