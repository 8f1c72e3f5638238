"""Evaluations made from invented answers, for what shows or writes them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import Evaluation, accepted_as_good
from faceqa_gui.lab.metrics import count_confusion, reliability_bins, score_confusion
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.lab.run_facts import RunFacts
from faceqa_gui.quality.labels import QUALITY_LABELS

FACTS = RunFacts(
    model="MobileNet v1",
    data="pictures <of> & people",
    command="faceqa report pictures",
    date="2026-01-02",
    machine=("some processor, 2 cores", "python 3.11"),
    seconds=2.0,
)


def invented(
    paths: Sequence[Path], skipped: Sequence[Skipped] = (), *, seed: int = 0, good: bool = True
) -> Evaluation:
    """An evaluation of quality; without `good`, of a task that has no good class."""
    labels = QUALITY_LABELS if good else ("Male", "Female")
    generator = np.random.default_rng(seed)
    truth = np.arange(len(paths)) % len(labels)
    raw = generator.random((len(paths), len(labels))) + 0.4 * np.eye(len(labels))[truth]
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    confusion = count_confusion(truth, probabilities.argmax(axis=1), len(labels), len(labels))
    threshold = 0.4 if good else None
    accepted = None
    if good:
        passes = accepted_as_good(probabilities, 0.4)
        accepted = {
            label: (int(passes[truth == place].sum()), int((truth == place).sum()))
            for place, label in enumerate(labels)
        }
    return Evaluation(
        labels=labels,
        confusion=confusion,
        scores=score_confusion(confusion, resamples=20),
        threshold=threshold,
        accepted=accepted,
        reliability=reliability_bins(probabilities, truth),
        skipped=tuple(skipped),
        model_sha256="ab" * 32,
        split="val",
        data_sha256="cd" * 32,
        images=tuple(
            LabelledImage(path, labels[at], "val", {"source": f"=s{place % 2}"})
            for place, (path, at) in enumerate(zip(paths, truth.tolist(), strict=True))
        ),
        probabilities=probabilities,
        task="quality" if good else "gender",
    )
