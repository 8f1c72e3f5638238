"""Whether the runtime of the station agrees with float Keras, the reference."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Pixels, Region
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.pictures import read_batches
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import softmax

LEAST_TOP_AGREEMENT = 0.995
LARGEST_MEAN_DIFFERENCE = 0.01
_EVERY = 10
_NOISE_PICTURES = 16


@dataclass(frozen=True, slots=True)
class Agreement:
    """The runtime against the reference on the same pictures.

    Attributes:
        runtime: name of the compared runtime.
        pictures: how many were compared.
        top_agreement: share in 0-1 with the same most probable class.
        mean_difference: mean absolute difference of the probabilities.
        largest_map_difference: of the class maps.
    """

    runtime: str
    pictures: int
    top_agreement: float
    mean_difference: float
    largest_map_difference: float

    @property
    def agrees(self) -> bool:
        """Whether the runtime may be used."""
        return (
            self.top_agreement >= LEAST_TOP_AGREEMENT
            and self.mean_difference <= LARGEST_MEAN_DIFFERENCE
        )

    def text(self) -> str:
        """The comparison in one sentence."""
        return (
            f"{self.runtime} against Keras on {self.pictures} pictures: same class in "
            f"{self.top_agreement:.2%}, probabilities {self.mean_difference:.2e} apart on average, "
            f"class maps at most {self.largest_map_difference:.2e}: "
            f"{'agrees' if self.agrees else 'does not agree'}."
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "runtime": self.runtime,
            "pictures": self.pictures,
            "top_agreement": self.top_agreement,
            "mean_difference": self.mean_difference,
            "largest_map_difference": self.largest_map_difference,
            "agrees": self.agrees,
        }


def generated_inputs() -> Iterator[Pixels]:
    """Frames of every scene of the demo subject, and noise: uint8 batches N×224×224×3."""
    demo = DemoSubject(paced=False, loop=False)
    demo.open()
    pictures = []
    while (frame := demo.read()) is not None:
        if frame.sequence % _EVERY == 0:
            pictures.append(network_input(Region.centred(frame).cut(frame)))
    demo.close()
    generator = np.random.default_rng(0)
    pictures += list(generator.integers(0, 256, (_NOISE_PICTURES, 224, 224, 3), np.uint8))
    for start in range(0, len(pictures), 32):
        yield np.stack(pictures[start : start + 32])


def read_inputs(data: Path, split: str | None) -> Iterator[Pixels]:
    """The readable pictures of a labelled data set, batch by batch."""
    dataset = read_dataset(data, QUALITY_LABELS, split)
    for batch in read_batches(dataset, lambda _done, _total: None):
        if batch.images:
            yield batch.inputs


def compare_runtimes(model: QualityModel, inputs: Iterator[Pixels]) -> Agreement:
    """Run both on every batch of `inputs`."""
    reference = KerasRuntime(load_network(model.file.keras_bytes))
    same, differences, largest = [], [], 0.0
    for pictures in inputs:
        batch = pictures.astype(np.float32)
        expected, found = reference.run(batch), model.runtime.run(batch)
        first = softmax(expected.logits, model.manifest.temperature)
        second = softmax(found.logits, model.manifest.temperature)
        same.append(first.argmax(-1) == second.argmax(-1))
        differences.append(np.abs(first - second).mean(axis=-1))
        largest = max(largest, float(np.abs(expected.class_maps - found.class_maps).max()))
    agreed = np.concatenate(same)
    return Agreement(
        model.runtime.name,
        len(agreed),
        float(agreed.mean()),
        float(np.concatenate(differences).mean()),
        largest,
    )
