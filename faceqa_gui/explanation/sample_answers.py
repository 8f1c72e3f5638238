"""What the network answers to perturbed samples of one picture, without computing things twice.

Where the runtime can cut its network in two, the early layers are computed once for every
different sight (see `shared_features`). Where it also has late layers in 8 bits, these answer all
samples, and the exact ones answer as many again as the explanation needs (see `settling`).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.explanation.answers import finite
from faceqa_gui.explanation.samples import Samples
from faceqa_gui.explanation.settling import Settling
from faceqa_gui.explanation.shared_features import SharedFeatures
from faceqa_gui.explanation.sights import MOST_SUPERPIXELS
from faceqa_gui.explanation.superpixels import mean_colours
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.resample import compose
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.runtime import (
    Features,
    Layers,
    Logits,
    Prediction,
    RoundedFeatures,
    layers_of,
    rounded_features,
    softmax,
)

# In 8 bits so many times more samples take about as long as the exact network's, and share costs.
_ROUNDED_BATCHES = 2
_ROWS = 1024


class SampleAnswers:
    """Answers for the samples of one picture. One job's; not thread-safe."""

    def __init__(
        self,
        model: QualityModel,
        picture: Pixels,
        segments: NDArray[np.int64],
        samples: Samples,
        *,
        column: int,
        batch_size: int,
    ) -> None:
        """Plan the work; nothing is computed yet.

        Args:
            model: what is asked.
            picture: uint8, S×S×3, RGB.
            segments: int64, S×S, superpixels numbered from 0.
            samples: who gets the answers.
            column: of the class whose probability is the answer.
            batch_size: so many samples the exact network answers at a time.
        """
        self._model = model
        self._picture = picture
        self._segments = segments
        self._samples = samples
        self._column = column
        self._batch_size = batch_size
        self._fill = mean_colours(picture, segments)
        self._shared: _Shared | None = None
        layers = layers_of(model.runtime)
        if layers is not None and samples.masks.shape[1] <= MOST_SUPERPIXELS:
            features = SharedFeatures(layers.early, picture, self._fill, segments, samples.masks)
            self._shared = _Shared(layers, features)
        self._rough: list[Logits] = []

    @property
    def shares(self) -> bool:
        """Whether the samples share the work of the early layers."""
        return self._shared is not None

    def prepare(self) -> Iterator[None]:
        """Compute what the samples share, and pause now and then."""
        if self._shared is not None:
            yield from self._shared.features.compute()
            self._shared.round()

    def answer_batch(self) -> bool:
        """Answer the next samples; `prepare` must have come to its end.

        Returns:
            Whether enough are new for another look at the surrogate.

        Raises:
            ExplanationError: an answer is not a finite number.
        """
        start = self._samples.answered
        rounds = self._shared is not None and self._shared.rounds
        size = self._batch_size * (_ROUNDED_BATCHES if rounds else 1)
        stop = start + min(size, self._samples.left)
        return self._samples.answer(self._outputs(start, stop))

    def settle(self) -> Iterator[None]:
        """Put rounded answers right until the top superpixels are settled; pause after batches.

        Raises:
            ExplanationError: an answer is not a finite number.
        """
        if self._shared is None or not self._rough:
            return
        settling = Settling(
            self._samples.masks[: self._samples.answered],
            self._samples.importance[: self._samples.answered],
            self._calibrated_logits(np.concatenate(self._rough)),
            self._column,
        )
        while len(chosen := settling.next_samples()):
            exact = []
            for start in range(0, len(chosen), self._batch_size):
                batch = chosen[start : start + self._batch_size]
                exact.append(self._shared.late(batch).logits)
                yield
            logits = self._calibrated_logits(np.concatenate(exact))
            finite(softmax(logits))
            settling.answer(logits)
            if settling.settled(self._samples.top_count):
                break
        self._samples.settle(settling.outputs(), settling.exact)

    def answer_all(self) -> None:
        """The whole work without a pause.

        Raises:
            ExplanationError: an answer is not a finite number.
        """
        for _ in self.prepare():
            pass
        while self._samples.left:
            self.answer_batch()
        for _ in self.settle():
            pass

    def _outputs(self, start: int, stop: int) -> NDArray[np.float64]:
        if self._shared is None:
            shown = (self._samples.masks[start:stop] * 255).astype(np.uint8)
            composed = compose(self._picture, self._fill, [row[self._segments] for row in shown])
            probabilities = self._model.predict(composed)[1]
        elif self._shared.rounds:
            logits = self._shared.late_rounded(np.arange(start, stop))
            self._rough.append(logits)
            probabilities = softmax(self._calibrated_logits(logits))
        else:
            probabilities = self._model.calibrated(self._shared.late(np.arange(start, stop)))
        return finite(probabilities)[:, self._column]

    def _calibrated_logits(self, logits: Logits) -> Logits:
        return logits / np.float32(self._model.manifest.temperature)


class _Shared:
    """A network cut in two, and what its early layers say of the samples."""

    def __init__(self, layers: Layers, features: SharedFeatures) -> None:
        self.features = features
        self.rounds = layers.rounds
        self._layers = layers
        self._rounded: RoundedFeatures = np.empty((0, 0), np.uint8)

    def round(self) -> None:
        """Round the features once for all samples, where they are needed so."""
        if self.rounds:
            rows = self.features.rows
            self._rounded = np.empty(rows.shape, np.uint8)
            for start in range(0, len(rows), _ROWS):  # as much as stays in the cache
                chunk = slice(start, start + _ROWS)
                self._rounded[chunk] = rounded_features(rows[chunk])

    def late(self, samples: NDArray[np.intp]) -> Prediction:
        features: Features = self.features.rows[self.features.numbers(samples)]
        return self._layers.late(features)

    def late_rounded(self, samples: NDArray[np.intp]) -> Logits:
        features: RoundedFeatures = self._rounded[self.features.numbers(samples)]
        return self._layers.late_rounded(features)
