"""Whether the runtime of the station agrees with float Keras, the reference."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.sample_answers import SampleAnswers
from faceqa_gui.explanation.samples import Samples
from faceqa_gui.explanation.superpixels import cut_superpixels
from faceqa_gui.explanation.surrogate import top_superpixels
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Pixels, Region
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.pictures import read_batches
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import (
    ModelFile,
    Verification,
    default_model_folder,
    read_model,
    write_manifest,
)
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import softmax
from faceqa_gui.quality.runtimes import REDUCED, RUNTIMES, open_named
from faceqa_gui.settings import ExplanationSettings

LEAST_TOP_AGREEMENT = 0.995
LARGEST_MEAN_DIFFERENCE = 0.01
LEAST_RANK_CORRELATION = 0.98
LEAST_SAME_TOP = 0.95
_EVERY = 10
_NOISE_PICTURES = 16


@dataclass(frozen=True, slots=True)
class ExplanationAgreement:
    """Explanations with the runtime against those with the reference, on the same samples.

    Attributes:
        pictures: how many were explained.
        mean_rank_correlation: Spearman's, of the superpixel weights; mean over the pictures.
        least_rank_correlation: of the worst picture.
        same_top: share of pictures, 0-1, with the same set of top superpixels.
        same_superpixels: share that the runtime's own heat map cuts into the same superpixels.
    """

    pictures: int
    mean_rank_correlation: float
    least_rank_correlation: float
    same_top: float
    same_superpixels: float

    @property
    def agrees(self) -> bool:
        """Whether the runtime may explain."""
        return (
            self.mean_rank_correlation >= LEAST_RANK_CORRELATION and self.same_top >= LEAST_SAME_TOP
        )

    def text(self) -> str:
        """The comparison in one sentence."""
        return (
            f"Explanations of {self.pictures} pictures: rank correlation "
            f"{self.mean_rank_correlation:.4f} on average, {self.least_rank_correlation:.4f} at "
            f"worst; same top superpixels in {self.same_top:.1%}; same cut in "
            f"{self.same_superpixels:.1%}: {'agree' if self.agrees else 'do not agree'}."
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """The runtime against the reference on the same pictures.

    Attributes:
        runtime: name of the compared runtime.
        pictures: how many were compared.
        top_agreement: share in 0-1 with the same most probable class.
        mean_difference: mean absolute difference of the probabilities.
        largest_map_difference: of the class maps.
        explanations: the same for explanations; None where none were compared.
    """

    runtime: str
    pictures: int
    top_agreement: float
    mean_difference: float
    largest_map_difference: float
    explanations: ExplanationAgreement | None = None

    @property
    def agrees(self) -> bool:
        """Whether the runtime may be used."""
        return (
            self.top_agreement >= LEAST_TOP_AGREEMENT
            and self.mean_difference <= LARGEST_MEAN_DIFFERENCE
            and (self.explanations is None or self.explanations.agrees)
        )

    def text(self) -> str:
        """The comparison, a sentence for verdicts and one for explanations."""
        verdicts = (
            f"{self.runtime} against Keras on {self.pictures} pictures: same class in "
            f"{self.top_agreement:.2%}, probabilities {self.mean_difference:.2e} apart on average, "
            f"class maps at most {self.largest_map_difference:.2e}."
        )
        parts = [verdicts, *([self.explanations.text()] if self.explanations else [])]
        conclusion = "agrees" if self.agrees else "does not agree"
        return "\n".join([*parts, f"{self.runtime} {conclusion} with the reference."])

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {**asdict(self), "agrees": self.agrees}


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


def model_with_runtime(folder: Path | None, runtime: str | None) -> QualityModel:
    """A verified model with the runtime in use, or with a named one.

    Raises:
        ModelError: the model cannot be used, or there is no such runtime.
    """
    if runtime is None:
        return QualityModel.load(folder)
    if runtime not in (*REDUCED, *RUNTIMES):
        raise ModelError(
            f"There is no runtime “{runtime}”. Name one of: {', '.join((*REDUCED, *RUNTIMES))}."
        )
    file = read_model(folder or default_model_folder())
    return QualityModel(file, open_named(runtime, file))


def check_keepable(runtime: str | None, data: Path | None) -> None:
    """Refuse to keep what needs no keeping, or a verdict without pictures.

    Raises:
        ModelError: with what to change.
    """
    if runtime not in REDUCED:
        raise ModelError(
            f"--keep is for reduced runtimes only: name one of {', '.join(REDUCED)} by --runtime."
        )
    if data is None:
        raise ModelError("--keep needs labelled pictures to compare on: name DATA.")


def keep_verification(file: ModelFile, runtime: str, found: Agreement) -> None:
    """List a reduced runtime that agreed in the model's manifest; from then on it is used.

    Raises:
        ModelError: its explanations were not compared, or the folder cannot be written.
    """
    explained = found.explanations
    if explained is None:
        raise ModelError("--keep needs explanations to compare: leave out --explanations 0.")
    verification = Verification(
        runtime=runtime,
        pictures=found.pictures,
        top_agreement=found.top_agreement,
        mean_difference=found.mean_difference,
        explained=explained.pictures,
        mean_rank_correlation=explained.mean_rank_correlation,
        same_top=explained.same_top,
    )
    others = [other for other in file.manifest.verified if other.runtime != runtime]
    manifest = file.manifest.model_copy(update={"verified": (*others, verification)})
    write_manifest(file.folder, manifest)


def explained_inputs(data: Path, split: str | None, count: int) -> list[Pixels]:
    """So many pictures of a labelled data set, spread evenly over it: uint8, 224×224×3 each.

    Raises:
        DatasetError: no picture can be read.
    """
    pictures = [picture for batch in read_inputs(data, split) for picture in batch]
    if not pictures:
        raise DatasetError(f"No picture in {data} can be read. Check the folder.")
    places = np.linspace(0, len(pictures) - 1, min(count, len(pictures)))
    return [pictures[int(place)] for place in places]


def compare_explanations(
    model: QualityModel,
    pictures: Sequence[Pixels],
    report: Callable[[int], None],
    settings: ExplanationSettings | None = None,
) -> ExplanationAgreement:
    """Explain with the runtime of `model` and with float Keras.

    Both answer the same samples: those of the reference's own heat map and superpixels.

    Args:
        model: what is compared; its Keras file is the reference.
        pictures: network inputs, at least one.
        report: called with the number of pictures done.
        settings: parameters; None: the paper's.
    """
    settings = settings or ExplanationSettings()
    reference = QualityModel(model.file, KerasRuntime(load_network(model.file.keras_bytes)))
    correlations, same_top, same_cut = [], [], []
    for number, picture in enumerate(pictures):
        probabilities = reference.predict(picture[None].astype(np.float32))[1]
        column = int(probabilities[0].argmax())
        heated, segments = _cut(reference, picture, column, settings)
        same_cut.append(np.array_equal(segments, _cut(model, picture, column, settings)[1]))
        expected, found = (
            _weights(which, heated, segments, column, settings) for which in (reference, model)
        )
        flat = np.ptp(expected) == 0.0 or np.ptp(found) == 0.0
        correlations.append(
            float(np.array_equal(expected, found)) if flat else spearmanr(expected, found).statistic
        )
        tops = [
            set(top_superpixels(weights, settings.top_superpixels)) for weights in (expected, found)
        ]
        same_top.append(tops[0] == tops[1])
        report(number + 1)
    return ExplanationAgreement(
        len(pictures),
        float(np.mean(correlations)),
        float(np.min(correlations)),
        float(np.mean(same_top)),
        float(np.mean(same_cut)),
    )


def _cut(
    model: QualityModel, picture: Pixels, column: int, settings: ExplanationSettings
) -> tuple[Pixels, NDArray[np.int64]]:
    class_maps = model.predict(picture[None].astype(np.float32))[0].class_maps
    heat = grad_cam(class_maps[0, :, :, column], picture.shape[0])
    heated = overlay_heat(picture, heat, settings.overlay)
    return heated, cut_superpixels(
        heated,
        kernel_size=settings.quickshift_kernel_size,
        max_distance=settings.quickshift_max_distance,
        seed=settings.seed,
    )


def _weights(
    model: QualityModel,
    heated: Pixels,
    segments: NDArray[np.int64],
    column: int,
    settings: ExplanationSettings,
) -> NDArray[np.float64]:
    samples = Samples(int(segments.max()) + 1, settings)
    answers = SampleAnswers(
        model, heated, segments, samples, column=column, batch_size=settings.batch_size
    )
    answers.answer_all()
    return samples.fit()[0].weights


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
