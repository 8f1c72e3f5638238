"""The weight-randomisation check over labelled pictures: which maps follow the network?"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.guided_grad_cam import guided_backpropagation
from faceqa_gui.explanation.reference_network import reference_network
from faceqa_gui.explanation.sanity_check import (
    SHARES,
    Map,
    grad_cam_map,
    guided_grad_cam_map,
    randomisation_check,
)
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.benchmark_faithfulness import Mean, choose_images, mean_of
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input

MAPS: Mapping[str, Map] = {
    "Grad-CAM": grad_cam_map,
    "Guided backpropagation": guided_backpropagation,
    "Guided Grad-CAM": guided_grad_cam_map,
}


@dataclass(frozen=True, slots=True, eq=False)
class RandomisationStudy:
    """Similarity of every method's map to that of the trained network.

    Attributes:
        layers: number of layers that were randomised at each step, from the head.
        spearman: of each method, float64, images×steps.
        ssim: likewise.
        model_sha256, data_sha256, split, seed: what was studied and how.
    """

    layers: tuple[int, ...]
    spearman: Mapping[str, NDArray[np.float64]]
    ssim: Mapping[str, NDArray[np.float64]]
    model_sha256: str
    data_sha256: str
    split: str | None
    seed: int

    def means(self, values: NDArray[np.float64]) -> list[Mean]:
        """The mean of each step with its interval."""
        return [mean_of(column) for column in values.T]

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "split": self.split,
            "model_sha256": self.model_sha256,
            "data_sha256": self.data_sha256,
            "seed": self.seed,
            "randomised_layers": self.layers,
            "methods": {
                name: {
                    "spearman": [asdict(mean) for mean in self.means(self.spearman[name])],
                    "ssim": [asdict(mean) for mean in self.means(self.ssim[name])],
                }
                for name in MAPS
            },
        }

    def text(self) -> str:
        """The similarities as a table."""
        steps = "".join(f"{count:>24}" for count in self.layers)
        count = len(self.spearman[next(iter(MAPS))])
        what = (
            f"Model {self.model_sha256[:12]}, split {self.split or 'all'}, data "
            f"{self.data_sha256[:12]}, {count} pictures, seed {self.seed}."
        )
        how = (
            "Similarity to the map of the trained network, with 95 % bootstrap intervals. A map "
            "that stays similar does not show what the network learned."
        )
        lines = [what, how, "", f"{'randomised layers':<34}{steps}"]
        for figure, values in (("Spearman", self.spearman), ("SSIM", self.ssim)):
            for name in MAPS:
                cells = "".join(
                    f"{f'{mean.value:.2f} [{mean.ci95.low:.2f}, {mean.ci95.high:.2f}]':>24}"
                    for mean in self.means(values[name])
                )
                lines.append(f"{f'{name}, {figure}':<34}{cells}")
        return "\n".join(lines)


def study_randomisation(
    model: QualityModel,
    dataset: Dataset,
    images: int,
    seed: int,
    report: Callable[[int, int], None],
    *,
    split: str | None = None,
) -> RandomisationStudy:
    """Check the maps of the model's own answers; see `randomisation_check`.

    Args:
        model: the model; its Keras network is randomised, its files are not changed.
        dataset: pictures with the model's classes as labels.
        images: how many, shared out equally over the labels.
        seed: of the randomisation; each picture has its own, counted from here.
        report: called after each picture with the number done and in all.
        split: name of the split that `dataset` holds, for the record.

    Raises:
        SourceError: a picture cannot be read.
        ExplanationError: a network's answer is not finite.
    """
    network = reference_network(model)
    chosen = choose_images(dataset, images)
    spearman = {name: np.empty((len(chosen), len(SHARES))) for name in MAPS}
    ssim = {name: np.empty((len(chosen), len(SHARES))) for name in MAPS}
    layers: tuple[int, ...] = ()
    for place, image in enumerate(chosen):
        picture = network_input(read_picture(image.path))
        probabilities = model.probabilities(picture)
        target: Quality = max(probabilities, key=probabilities.__getitem__)
        for name, method in MAPS.items():
            found = randomisation_check(network, picture, target, method, seed=seed + place)
            layers = tuple(one.layers for one in found)
            spearman[name][place] = [one.spearman for one in found]
            ssim[name][place] = [one.ssim for one in found]
        report(place + 1, len(chosen))
    return RandomisationStudy(layers, spearman, ssim, model.sha256, dataset.digest(), split, seed)
