"""Speed of the combined explanation, against the lime package with Keras in the same run."""

import io
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.combined import explain
from faceqa_gui.explanation.explanation import Explanation, Stage
from faceqa_gui.explanation.superpixels import RATIO
from faceqa_gui.explanation.surrogate import top_superpixels
from faceqa_gui.frames.frame import Pixels, Region
from faceqa_gui.lab.benchmark_assess import clip_frames
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.quality.keras_runtime import load_network
from faceqa_gui.quality.labels import Quality
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.quality.runtime import EnclosedRuntime, softmax
from faceqa_gui.settings import ExplanationSettings

if TYPE_CHECKING:
    import keras

PARTS = ("grad_cam", "quickshift", "composing", "inference", "surrogate")
"""Where the time goes. lime is given the overlaid picture, so its Grad-CAM costs nothing.

Composing is pasting pictures in lime; in ours it is the early layers, each sight once.
"""

_LIBRARIES = ("tensorflow", "keras", "openvino", "onnxruntime", "lime", "scikit-image", "numpy")
_WARM_UP = 10

Seconds = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PictureTimes:
    """One picture, explained by both engines so many times.

    Attributes:
        name: of the picture.
        target: explained class: the most probable one.
        superpixels: how many it was cut into.
        stock, ours: seconds per part (see `PARTS`), one mapping per run.
        rank_correlation: Spearman's, of the superpixel weights of the two engines; None where one
            of them is flat.
        same_top: whether both name the same top superpixels.
        longest_step: longest time in seconds between two places where ours can be cancelled.
    """

    name: str
    target: str
    superpixels: int
    stock: tuple[Seconds, ...]
    ours: tuple[Seconds, ...]
    rank_correlation: float | None
    same_top: bool
    longest_step: float

    @property
    def ratio(self) -> float:
        """How many times faster ours is on this picture, from the medians."""
        return _median_total(self.stock) / _median_total(self.ours)


@dataclass(frozen=True, slots=True)
class ExplainBenchmark:
    """Figures of one run.

    Attributes:
        machine: what it ran on.
        runtime: name of the runtime that our engine used.
        samples: perturbed samples of each explanation.
        batch_size: of our engine.
        pictures: the figures of each picture.
    """

    machine: Machine
    runtime: str
    samples: int
    batch_size: int
    pictures: tuple[PictureTimes, ...]

    @property
    def stock_seconds(self) -> float:
        """Median time of lime over all pictures and runs."""
        return _median_total([run for picture in self.pictures for run in picture.stock])

    @property
    def our_seconds(self) -> float:
        """Median time of our engine over all pictures and runs."""
        return _median_total([run for picture in self.pictures for run in picture.ours])

    @property
    def ratio(self) -> float:
        """How many times faster our engine is, from the medians over everything."""
        return self.stock_seconds / self.our_seconds

    def parts(self, *, stock: bool) -> dict[str, float]:
        """Median seconds of each part over all pictures and runs of one engine."""
        runs = [
            run for picture in self.pictures for run in (picture.stock if stock else picture.ours)
        ]
        return {part: float(np.median([run[part] for run in runs])) for part in PARTS}

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values for a JSON file."""
        return {
            "machine": self.machine.as_json(),
            "runtime": self.runtime,
            "samples": self.samples,
            "batch_size": self.batch_size,
            "pictures": [{**asdict(picture), "ratio": picture.ratio} for picture in self.pictures],
            "stock_seconds": self.stock_seconds,
            "our_seconds": self.our_seconds,
            "stock_parts": self.parts(stock=True),
            "our_parts": self.parts(stock=False),
            "ratio": self.ratio,
        }


def benchmark_explain(
    model: QualityModel,
    pictures: Mapping[str, Pixels],
    runs: int,
    settings: ExplanationSettings,
    report: Callable[[int], None],
) -> ExplainBenchmark:
    """Explain every picture `runs` times with both engines, in turns.

    Args:
        model: what is explained; its Keras file serves lime.
        pictures: network inputs (uint8, 224×224×3) by name.
        runs: at least 1.
        settings: parameters; lime gets the same segmentation, seed and number of samples, and its
            own defaults for everything else.
        report: called with the number of explanations done, two per picture and run.
    """
    network = load_network(model.file.keras_bytes)
    clock = _Clock()
    ours = QualityModel(model.file, EnclosedRuntime(model.runtime, clock.running))
    # Both sides compile and allocate at their first batch.
    first = next(iter(pictures.values()))
    _run_ours(ours, clock, first, settings)
    network.predict(np.repeat(first[None], _WARM_UP, axis=0), verbose=0)
    found: list[PictureTimes] = []
    done = 0
    for name, picture in pictures.items():
        stock_runs, our_runs, steps = [], [], []
        for _ in range(runs):
            explanation, seconds, step = _run_ours(ours, clock, picture, settings)
            steps.append(step)
            our_runs.append(seconds)
            report(done := done + 1)
            weights, seconds = _run_stock(model, network, explanation, settings)
            stock_runs.append(seconds)
            report(done := done + 1)
        top = top_superpixels(weights, settings.top_superpixels)
        found.append(
            PictureTimes(
                name=name,
                target=explanation.target.value,
                superpixels=len(weights),
                stock=tuple(stock_runs),
                ours=tuple(our_runs),
                rank_correlation=_rank_correlation(weights, explanation.weights),
                same_top=set(top) == set(explanation.top),
                longest_step=max(steps),
            )
        )
    return ExplainBenchmark(
        machine=this_machine(_LIBRARIES),
        runtime=model.runtime.name,
        samples=settings.sample_count,
        batch_size=settings.batch_size,
        pictures=tuple(found),
    )


def demo_pictures(count: int) -> dict[str, Pixels]:
    """So many network inputs, spread evenly over the demo subject's clip."""
    # Every second of twice as many frames and one: none from the very beginning or end.
    frames = islice(clip_frames(2 * count + 1), 1, None, 2)
    return {
        f"demo {number + 1} of {count}": network_input(Region.centred(frame).cut(frame))
        for number, frame in enumerate(frames)
    }


def benchmark_text(result: ExplainBenchmark) -> str:
    """The figures as tables."""
    stock, ours = result.parts(stock=True), result.parts(stock=False)
    lines = [
        result.machine.text(),
        "",
        f"{result.samples} samples; runtime {result.runtime}, batches of {result.batch_size}",
        f"{'Part':<14}{'lime + Keras s':>16}{'ours s':>9}",
        *(f"{part:<14}{stock[part]:>16.2f}{ours[part]:>9.2f}" for part in PARTS),
        f"{'whole':<14}{result.stock_seconds:>16.2f}{result.our_seconds:>9.2f}",
        "",
        f"{'Picture':<24}{'class':<14}{'pieces':>8}{'times':>8}{'Spearman':>10}{'same top':>10}",
    ]
    for picture in result.pictures:
        correlation = "-" if picture.rank_correlation is None else f"{picture.rank_correlation:.4f}"
        lines.append(
            f"{picture.name:<24.23}{picture.target:<14}{picture.superpixels:>8}"
            f"{picture.ratio:>8.1f}{correlation:>10}{'yes' if picture.same_top else 'no':>10}"
        )
    longest = max(picture.longest_step for picture in result.pictures)
    lines += [
        "",
        f"Medians: {result.ratio:.1f} times faster than lime with Keras predict.",
        f"A cancel waited {1000 * longest:.0f} ms at most; lime cannot be cancelled.",
    ]
    return "\n".join(lines)


class _Clock:
    """Adds up the seconds spent inside it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - started


def _run_ours(
    model: QualityModel, clock: _Clock, picture: Pixels, settings: ExplanationSettings
) -> tuple[Explanation, Seconds, float]:
    target = list(Quality)[int(model.predict(picture[None].astype(np.float32))[1][0].argmax())]
    job = explain(
        picture,
        model=model,
        target=target,
        frame_sequence=0,
        captured_at=0.0,
        face=None,
        settings=settings,
    )
    # Seconds inside the network when each stage was last seen, so as to part them by stage.
    inside: dict[Stage, float] = {}
    longest = 0.0
    try:
        while True:
            started = time.perf_counter()
            stage = next(job).stage
            longest = max(longest, time.perf_counter() - started)
            inside.setdefault(stage, clock.seconds)
    except StopIteration as finished:
        explanation: Explanation = finished.value
    spent = explanation.stage_seconds
    inference = inside[Stage.SURROGATE] - inside[Stage.SAMPLES]
    return (
        explanation,
        {
            "grad_cam": spent[Stage.GRAD_CAM],
            "quickshift": spent[Stage.SUPERPIXELS],
            "composing": spent[Stage.SAMPLES] - inference,
            "inference": inference,
            "surrogate": spent[Stage.SURROGATE],
        },
        longest,
    )


def _run_stock(
    model: QualityModel,
    network: "keras.Model",
    explanation: Explanation,
    settings: ExplanationSettings,
) -> tuple[NDArray[np.float64], Seconds]:
    """`explain_instance` of lime with its defaults on the picture that our engine explained."""
    from lime.lime_image import LimeImageExplainer
    from skimage.segmentation import quickshift

    spent = dict.fromkeys(PARTS, 0.0)

    def clocked(part: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401  (lime has no types)
        started = time.perf_counter()
        result = work()
        spent[part] += time.perf_counter() - started
        return result

    def segment(picture: Pixels) -> NDArray[np.int64]:
        cut: NDArray[np.int64] = clocked(
            "quickshift",
            lambda: quickshift(
                picture,
                kernel_size=settings.quickshift_kernel_size,
                max_dist=settings.quickshift_max_distance,
                ratio=RATIO,
                rng=settings.seed,
            ),
        )
        return cut

    def classify(pictures: Pixels) -> NDArray[np.float64]:
        logits = clocked("inference", lambda: network.predict(pictures, verbose=0))
        return softmax(logits, model.manifest.temperature)

    explainer = LimeImageExplainer(kernel_width=settings.kernel_width, random_state=settings.seed)
    fit = explainer.base.explain_instance_with_data
    explainer.base.explain_instance_with_data = lambda *given, **named: clocked(
        "surrogate", lambda: fit(*given, **named)
    )
    heated = overlay_heat(explanation.picture, explanation.heat, settings.overlay)
    started = time.perf_counter()
    with redirect_stderr(io.StringIO()):  # its progress bar would break ours
        answer = explainer.explain_instance(
            heated, classify, num_samples=settings.sample_count, segmentation_fn=segment
        )
    whole = time.perf_counter() - started
    spent["composing"] = whole - sum(spent.values())
    column = list(Quality).index(explanation.target)
    weights = np.zeros(int(answer.segments.max()) + 1)
    for number, weight in answer.local_exp[column]:
        weights[number] = weight
    return weights, spent


def _rank_correlation(first: NDArray[np.float64], second: NDArray[np.float64]) -> float | None:
    if len(first) != len(second) or np.ptp(first) == 0.0 or np.ptp(second) == 0.0:
        return None
    return float(spearmanr(first, second).statistic)


def _median_total(runs: Sequence[Seconds]) -> float:
    return float(np.median([sum(run.values()) for run in runs]))
