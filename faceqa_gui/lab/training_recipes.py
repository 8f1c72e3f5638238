"""Recipes of training: this project's own, and the published ones by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from faceqa_gui.lab.augmentation import Augmentation
from faceqa_gui.quality.model_file import QUALITY_TASK
from faceqa_gui.quality.network import Architecture

Mode = Literal["paper", "full"]
Optimizer = Literal["adam", "adamw", "nadam"]

# Early layers of ResNet50 up to the end of its second stage see edges and colours only.
_RESNET50_EARLY = 39
# The pictures of attributes are cut to the face, and painting on them would say nothing.
_ATTRIBUTE_CHANGES = Augmentation(
    zoom=(0.85, 1.2), shift=0.05, glasses=0.0, covering=0.0, spoil=0.0
)
_PLAIN_CHANGES = Augmentation(glasses=0.0, covering=0.0, cut_out=0.0, spoil=0.0, zoom=(0.9, 1.1))


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides over a training run besides the data and the first weights.

    Attributes:
        architecture: of the network.
        mode: `paper`: validated on the pictures as they are. `full`: on one random variant of each
            as well, since pictures as they are come from the sources of the training pictures and
            hardly tell one epoch from another.
        epochs: at most.
        seed: of every random choice.
        rate: learning rate at the start.
        frozen_blocks: MobileNet blocks that are left alone.
        label_smoothing: share of each target spread over all classes.
        augmentation: how training pictures are changed; not used where the head alone learns.
        task: what is learned.
        preset: name of the published recipe; "" for this project's own.
        learns: `head`: the backbone is frozen, so its features are computed only once. `whole`: all
            that is not frozen.
        head_first: ten quick epochs of the head alone before the backbone is touched.
        optimizer: `adamw` falls along a cosine; the others keep their rate but for `halve_after`.
        batch: pictures in a step.
        frozen_layers: first layers of ResNet50, its input included, that are left alone.
        frozen_norms: whether every batch normalisation stays at its first statistics.
        averaged: whether the weights are averaged over about the last hundred steps, an epoch at
            most; it is these averages that are validated and kept.
        weighted: whether all classes count alike, however many pictures they have.
        halve_after: epochs without a smaller validation loss until the rate is halved.
        stop_after: epochs without a smaller validation loss until the training ends.
    """

    architecture: Architecture = "mobilenet"
    mode: Mode = "full"
    epochs: int = 8
    seed: int = 0
    rate: float = 6e-5
    frozen_blocks: int = 4
    label_smoothing: float = 0.05
    augmentation: Augmentation = field(default_factory=Augmentation)
    task: str = QUALITY_TASK
    preset: str = ""
    learns: Literal["head", "whole"] = "whole"
    head_first: bool = True
    optimizer: Optimizer = "adamw"
    batch: int = 32
    frozen_layers: int = 0
    frozen_norms: bool = True
    averaged: bool = True
    weighted: bool = True
    halve_after: int | None = None
    stop_after: int | None = None


def recipe_for(
    architecture: Architecture,
    mode: Mode,
    *,
    task: str = QUALITY_TASK,
    pretrained: bool = True,
    epochs: int | None = None,
    seed: int = 0,
) -> Recipe:
    """The recipe of an architecture and a mode.

    Args:
        architecture: of the network; the simple CNN is always trained whole.
        mode: `paper`: Gurjar et al. 2024; `full`: fine-tuned under augmentation.
        task: what is learned.
        pretrained: whether the backbone starts from trained weights; if not, all of it learns.
        epochs: instead of the recipe's own.
        seed: of every random choice.
    """
    changes = Augmentation() if task == QUALITY_TASK else _ATTRIBUTE_CHANGES
    if mode == "paper" and architecture != "simple_cnn":
        paper = gurjar2024()
        return replace(
            paper, architecture=architecture, task=task, epochs=epochs or paper.epochs, seed=seed
        )
    if architecture == "mobilenet" or (architecture == "resnet50" and pretrained):
        return Recipe(
            architecture,
            mode,
            epochs or 8,
            seed,
            augmentation=changes,
            task=task,
            frozen_layers=_RESNET50_EARLY if architecture == "resnet50" else 0,
        )
    return Recipe(
        architecture,
        mode,
        epochs or 15,
        seed,
        1e-3,
        0,
        0.0,
        _PLAIN_CHANGES if mode == "paper" else changes,
        task,
        head_first=False,
        frozen_norms=False,
        averaged=architecture == "simple_cnn",
    )


def preset_recipe(
    name: str, *, task: str = QUALITY_TASK, epochs: int | None = None, seed: int = 0
) -> Recipe:
    """A published recipe (see `PRESETS`) for a task, by default with its own number of epochs."""
    recipe = PRESETS[name]()
    return replace(recipe, preset=name, task=task, epochs=epochs or recipe.epochs, seed=seed)


def gurjar2024() -> Recipe:
    """MobileNet with ImageNet weights, all but the last layer frozen; 30 epochs at 1e-4.

    Gurjar et al., JIPS 20(4), 2024, sections 3.1 and 4.1. Optimizer and batch are not given there.
    """
    return Recipe(
        "mobilenet",
        "paper",
        30,
        rate=1e-4,
        frozen_blocks=13,
        label_smoothing=0.0,
        learns="head",
        head_first=False,
        optimizer="adam",
        averaged=False,
        weighted=False,
    )


def hung_fairface() -> Recipe:
    """ResNet50 with its first 14 layers fixed; batch 128, Nadam at 0.008, halved and stopped early.

    Hung, Lee, Sarvepalli, "Machine Learning for Facial Analysis", section 3.1: random turns and
    both flips; the rate is halved after 10 epochs without a smaller validation loss and the
    training stopped after 30. Angle, weights of the other layers and the number of epochs are not
    given there: 15 degrees, ImageNet, at most 200.
    """
    changes = Augmentation(
        zoom=(1.0, 1.0),
        turn=15.0,
        shift=0.0,
        spoil=0.0,
        glasses=0.0,
        covering=0.0,
        cut_out=0.0,
        upside_down=0.5,
        camera=False,
    )
    return Recipe(
        "resnet50",
        "paper",
        200,
        rate=0.008,
        frozen_blocks=0,
        label_smoothing=0.0,
        augmentation=changes,
        head_first=False,
        optimizer="nadam",
        batch=128,
        frozen_layers=14,
        frozen_norms=False,
        averaged=False,
        weighted=False,
        halve_after=10,
        stop_after=30,
    )


PRESETS: Mapping[str, Callable[[], Recipe]] = MappingProxyType(
    {"gurjar2024": gurjar2024, "hung-fairface": hung_fairface}
)


def rate_after(losses: list[float], recipe: Recipe) -> float:
    """Learning rate of the next epoch, where the optimizer keeps it.

    Args:
        losses: on the validation pictures, of every epoch so far.
        recipe: with the rate at the start and `halve_after`.
    """
    rate, smallest, flat = recipe.rate, float("inf"), 0
    for loss in losses:
        flat = 0 if loss < smallest else flat + 1
        smallest = min(smallest, loss)
        if recipe.halve_after and flat >= recipe.halve_after:
            rate, flat = rate / 2, 0
    return rate


def is_over(losses: list[float], recipe: Recipe) -> bool:
    """Whether `stop_after` epochs in a row brought no smaller validation loss."""
    if not recipe.stop_after or not losses:
        return False
    smallest, best = float("inf"), -1
    for epoch, loss in enumerate(losses):
        if loss < smallest:
            smallest, best = loss, epoch
    return len(losses) - 1 - best >= recipe.stop_after
