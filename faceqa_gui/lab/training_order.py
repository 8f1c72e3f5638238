"""`TrainingOrder`: a training run as somebody asks for it, from the command line or a window."""

import shlex
from dataclasses import dataclass, replace
from pathlib import Path

from faceqa_gui.errors import ModelError
from faceqa_gui.lab.child_work import Talk
from faceqa_gui.lab.dataset import VIDEO_STEP, read_dataset
from faceqa_gui.lab.task import TASKS
from faceqa_gui.lab.training import Progress, Trained, train
from faceqa_gui.lab.training_distribution import Distribution, Way
from faceqa_gui.lab.training_examples import Report
from faceqa_gui.lab.training_recipes import (
    Mode,
    Recipe,
    preset_recipe,
    recipe_for,
)
from faceqa_gui.quality.model_file import QUALITY_TASK
from faceqa_gui.quality.network import IMAGENET, Architecture, Weights
from faceqa_gui.wording import said


@dataclass(frozen=True, slots=True)
class TrainingOrder:
    """What is wanted of a run.

    Attributes:
        data: folder per class, folder with label files, or one label file.
        out: the model folder, which is the run folder too.
        task: name of one of `TASKS`.
        network: None: MobileNet, or the preset's.
        mode: None: `full`, or the preset's.
        preset: name of one of `PRESETS`; it decides over network and mode.
        weights: file with ImageNet weights of the backbone; `IMAGENET` fetches them.
        epochs: None: the recipe's own.
        stop_after: epochs without a smaller validation loss until it ends; None: the recipe's own.
        seed: of every random choice.
        resume: go on with the unfinished run in `out`.
        distribute: how several devices learn; None: one does.
        video_step: seconds between two pictures taken from a video.
    """

    data: Path
    out: Path
    task: str = QUALITY_TASK
    network: Architecture | None = None
    mode: Mode | None = None
    preset: str | None = None
    weights: str | None = None
    epochs: int | None = None
    stop_after: int | None = None
    seed: int = 0
    resume: bool = False
    distribute: Way | None = None
    video_step: float = VIDEO_STEP

    def recipe(self) -> Recipe:
        """The recipe that is meant.

        Raises:
            ModelError: parts of the order contradict each other.
        """
        if self.network == "simple_cnn" and self.weights:
            raise ModelError(said("The simple CNN is trained from scratch: leave out --weights."))
        if self.preset is None:
            recipe = recipe_for(
                self.network or "mobilenet",
                self.mode or "full",
                task=self.task,
                pretrained=self.weights is not None,
                epochs=self.epochs,
                seed=self.seed,
            )
        else:
            for option, given in (("--arch", self.network), ("--mode", self.mode)):
                if given:
                    raise ModelError(
                        said(
                            "The preset {preset} decides over {option}: leave one of them out.",
                            preset=self.preset,
                            option=option,
                        )
                    )
            recipe = preset_recipe(self.preset, task=self.task, epochs=self.epochs, seed=self.seed)
        return replace(recipe, stop_after=self.stop_after or recipe.stop_after)

    def command(self) -> str:
        """The command that repeats the run, without the paths of this machine."""
        recipe = self.recipe()
        options = {
            "--task": None if self.task == QUALITY_TASK else self.task,
            "--preset": self.preset,
            "--arch": None if self.preset else recipe.architecture,
            "--mode": None if self.preset else recipe.mode,
            "--seed": self.seed,
            "--epochs": self.epochs,
            "--stop-after": self.stop_after,
            "--weights": Path(self.weights).name if self.weights else None,
            "--distribute": self.distribute,
            "--video-step": None if self.video_step == VIDEO_STEP else f"{self.video_step:g}",
        }
        words = ["faceqa", "train", "DATA", "--out", "DIR"]
        for name, value in options.items():
            words += [] if value is None else [name, str(value)]
        return shlex.join(words)

    def fulfil(
        self,
        report: Report,
        progress: Progress = lambda _done, _total: None,
    ) -> Trained:
        """Read the data and train; see `train`.

        Raises:
            FaceQAError: it cannot be done.
        """
        recipe, task = self.recipe(), TASKS[self.task]
        weights: Weights | None = Path(self.weights) if self.weights else None
        return train(
            read_dataset(
                self.data, task.labels, label_column=task.column, video_step=self.video_step
            ),
            self.out,
            recipe,
            weights=IMAGENET if self.weights == IMAGENET else weights,
            command=self.command(),
            report=report,
            progress=progress,
            resume=self.resume,
            distribution=Distribution.open(self.distribute),
        )


def train_in_child(talk: Talk, order: TrainingOrder) -> Trained:
    """The work of a `ChildWork`: progress in steps; what goes on is read in the run folder.

    A cancelled run keeps its last checkpoint, and an order with `resume` goes on from there.
    """
    return order.fulfil(lambda _line: None, talk.step)
