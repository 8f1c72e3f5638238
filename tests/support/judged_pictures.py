"""Evaluations of pictures that nobody judged: chosen labels, answers and columns, no files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.metrics import count_confusion, score_confusion
from faceqa_gui.lab.pictures import Skipped


def evaluation(
    labels: Sequence[str],
    truth: Sequence[int],
    given: Sequence[int],
    columns: Mapping[str, Sequence[str]] | None = None,
    *,
    threshold: float | None = None,
    surest: float = 0.9,
    numbers: Sequence[int] | None = None,
    skipped: Sequence[str] = (),
) -> Evaluation:
    """What a model says that gives picture n the class `given[n]` with probability `surest`.

    Args:
        labels: the classes.
        truth: index of each picture's true class.
        given: index of the class that the model gives it.
        columns: other columns of the manifest, one text for each picture.
        threshold: from which a face passes as good.
        surest: probability of the given class; the others share the rest.
        numbers: which picture each row is; None numbers them.
        skipped: names of pictures that could not be read.
    """
    classes = len(labels)
    probabilities = np.full((len(truth), classes), (1.0 - surest) / max(classes - 1, 1))
    probabilities[np.arange(len(truth)), list(given)] = surest
    places = range(len(truth)) if numbers is None else numbers
    images = tuple(
        LabelledImage(
            Path(f"{place:04d}.png"),
            labels[true],
            "test",
            {name: values[row] for name, values in (columns or {}).items()},
        )
        for row, (place, true) in enumerate(zip(places, truth, strict=True))
    )
    confusion = count_confusion(np.array(truth), np.array(given), classes, classes)
    return Evaluation(
        labels=tuple(labels),
        confusion=confusion,
        scores=score_confusion(confusion, resamples=200),
        threshold=threshold,
        accepted=None,
        reliability=(),
        skipped=tuple(Skipped(Path(name), f"{name} is damaged.") for name in skipped),
        model_sha256="ab" * 32,
        split=None,
        data_sha256="cd" * 32,
        images=images,
        probabilities=probabilities,
    )
