"""Speed of every runtime that could serve the station, on the same pictures in one run."""

import io
import os
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.lab.benchmark_explain import demo_pictures
from faceqa_gui.lab.machine import Machine, this_machine
from faceqa_gui.quality.convolutions import forward
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.model_file import ModelFile
from faceqa_gui.quality.runtime import Batch, Layers, Logits, layers_of, rounded_features
from faceqa_gui.quality.runtimes import RUNTIMES, open_named

if TYPE_CHECKING:
    import keras

_LIBRARIES = ("tensorflow", "keras", "openvino", "onnxruntime", "numpy")
_WARM_UP = 2
_BATCH = 20

Answer = Callable[[int], Logits]


@dataclass(frozen=True, slots=True)
class RuntimeSpeed:
    """One candidate.

    Attributes:
        name: of the candidate.
        single_ms: median time of one picture, in milliseconds.
        images_per_second: median rate in batches.
        largest_difference: of its logits from those of Keras `predict`, on the batch.
    """

    name: str
    single_ms: float
    images_per_second: float
    largest_difference: float


@dataclass(frozen=True, slots=True)
class RuntimeBenchmark:
    """All candidates, slowest first as listed.

    Attributes:
        machine: what it ran on.
        batch: pictures in a batch.
        runs: how often each was timed.
        speeds: one for each candidate; the first is Keras `predict`, the comparison.
    """

    machine: Machine
    batch: int
    runs: int
    speeds: tuple[RuntimeSpeed, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self)

    def text(self) -> str:
        """A table."""
        base = self.speeds[0].images_per_second
        return "\n".join(
            [
                self.machine.text(),
                "",
                (
                    f"{'Runtime':<30}{'one, ms':>9}{f'{self.batch}, images/s':>15}{'times':>7}"
                    f"{'logits apart':>14}"
                ),
                *(
                    f"{one.name:<30}{one.single_ms:>9.1f}{one.images_per_second:>15.0f}"
                    f"{one.images_per_second / base:>7.1f}{one.largest_difference:>14.2g}"
                    for one in self.speeds
                ),
            ]
        )


def benchmark_runtimes(
    file: ModelFile, runs: int, report: Callable[[int, int], None]
) -> RuntimeBenchmark:
    """Time every candidate on pictures of the demo subject.

    Args:
        file: the model.
        runs: at least 1; medians are taken over them.
        report: called with the number of candidates done and in all.
    """
    pictures = np.stack(list(demo_pictures(_BATCH).values())).astype(np.float32)
    network = load_network(file.keras_bytes)
    candidates: dict[str, Answer] = {
        "Keras predict": lambda count: network.predict(pictures[:count], verbose=0),
        "Keras tf.function": _runs(KerasRuntime(network).run, pictures),
        "LiteRT f32": _lite(network, pictures),
    }
    for name in reversed(RUNTIMES):
        runtime = open_named(name, file)
        candidates[f"{runtime.name} f32"] = _runs(runtime.run, pictures)
    if file.rounded_bytes is not None:
        layers = layers_of(open_named("openvino-int8", file))
        if layers is not None:
            candidates |= _late_halves(layers, pictures)
    expected = candidates["Keras predict"](_BATCH)
    speeds = []
    for name, answer in candidates.items():
        difference = float(np.abs(answer(_BATCH) - expected).max())
        single, batch = _median_seconds(answer, 1, runs), _median_seconds(answer, _BATCH, runs)
        speeds.append(RuntimeSpeed(name, 1000 * single, _BATCH / batch, difference))
        report(len(speeds), len(candidates))
    return RuntimeBenchmark(this_machine(_LIBRARIES), _BATCH, runs, tuple(speeds))


def _runs(run: Callable[[Batch], Any], pictures: Batch) -> Answer:
    return lambda count: run(pictures[:count]).logits


def _late_halves(layers: Layers, pictures: Batch) -> dict[str, Answer]:
    """The late layers alone: what each sample of an explanation costs."""
    features = forward(layers.early, pictures / np.float32(127.5) - 1)
    rounded = rounded_features(features)
    return {
        "OpenVINO, late layers f32": lambda count: layers.late(features[:count]).logits,
        "OpenVINO, late layers int8": lambda count: layers.late_rounded(rounded[:count]),
    }


def _lite(network: "keras.Model", pictures: Batch) -> Answer:
    import tensorflow as tf

    # The converter describes the network on standard output.
    with redirect_stdout(io.StringIO()):
        content = tf.lite.TFLiteConverter.from_keras_model(network).convert()
    interpreter = tf.lite.Interpreter(model_content=content, num_threads=os.cpu_count() or 1)
    (given,) = interpreter.get_input_details()
    (result,) = interpreter.get_output_details()
    sizes: list[int] = []

    def answer(count: int) -> NDArray[np.float32]:
        if sizes[-1:] != [count]:
            interpreter.resize_tensor_input(given["index"], (count, *pictures.shape[1:]))
            interpreter.allocate_tensors()
            sizes.append(count)
        interpreter.set_tensor(given["index"], pictures[:count])
        interpreter.invoke()
        logits: NDArray[np.float32] = interpreter.get_tensor(result["index"])
        return logits

    return answer


def _median_seconds(answer: Answer, count: int, runs: int) -> float:
    seconds = []
    for _ in range(_WARM_UP + runs):
        started = time.perf_counter()
        answer(count)
        seconds.append(time.perf_counter() - started)
    return float(np.median(seconds[_WARM_UP:]))
