"""Choosing a runtime: the fastest one that survives a probe in a child process.

A runtime may kill the whole process on a processor it misjudges (a bad instruction cannot be
caught) or round more than it says, so each is tried once in a child, against logits of Keras that
the manifest holds, and the verdict is remembered for this model, library version and processor.
"""

import hashlib
import json
import platform
import subprocess
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from faceqa_gui.errors import ModelError
from faceqa_gui.own_process import own_words
from faceqa_gui.quality.convolutions import Convolution, forward, unpack
from faceqa_gui.quality.model_file import ModelFile, read_any_model
from faceqa_gui.quality.runtime import Logits, Runtime, layers_of, probe_batch, rounded_features
from faceqa_gui.records.durable import replace_file
from faceqa_gui.wording import said

_PROBE_SECONDS = 60.0
LARGEST_DIFFERENCE = 0.02
"""Between the logits of two exact runtimes."""
LARGEST_ROUNDING = 1.0
"""Rounding to 8 bits costs more, but about this; a broken kernel is far beyond it."""
# Two pictures that have nothing in common are worlds apart; equal answers say nothing of either.
_SMALLEST_CONTRAST = 1e-3
ANOTHER_MODEL = 3
"""Exit status of a probe whose folder no longer holds what its parent read: that says nothing of
a runtime. Wrong use has 2."""


def _openvino(model: ModelFile, threads: int | None) -> Runtime:
    from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime

    return OpenVinoRuntime(model.onnx_bytes, _early(model), threads=threads)


def _onnx_runtime(model: ModelFile, threads: int | None) -> Runtime:
    from faceqa_gui.quality.onnx_runtime import OnnxRuntime

    return OnnxRuntime(model.onnx_bytes, threads)


def _openvino_int8(model: ModelFile, threads: int | None) -> Runtime:
    from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime

    if model.rounded_bytes is None:
        raise ModelError(
            said(
                "The model in {folder} has no layers in 8 bits. Run “faceqa model quantise”.",
                folder=model.folder,
            )
        )
    return OpenVinoRuntime(model.onnx_bytes, _early(model), model.rounded_bytes, threads)


def _early(model: ModelFile) -> tuple[Convolution, ...] | None:
    return None if model.early_bytes is None else unpack(model.early_bytes)


_BY_NAME: dict[str, Callable[[ModelFile, int | None], Runtime]] = {
    "openvino-int8": _openvino_int8,
    "openvino": _openvino,
    "onnxruntime": _onnx_runtime,
}

RUNTIMES: tuple[str, ...] = ("openvino", "onnxruntime")
"""Exact runtimes of the ONNX form, fastest first."""

REDUCED: tuple[str, ...] = ("openvino-int8",)
"""Faster ones that round; used for a model only if its manifest lists them as verified."""


def open_named(name: str, model: ModelFile, threads: int | None = None) -> Runtime:
    """Open one of `RUNTIMES` or `REDUCED`, without a probe.

    Args:
        name: of the runtime.
        model: what to run.
        threads: the most that it may compute with; None: as many as there are cores.

    Raises:
        ModelError: the model lacks what it needs, or cannot be run.
    """
    return _BY_NAME[name](model, threads)


def agrees_on_probe(name: str, model: ModelFile) -> bool:
    """Whether a runtime's answers to `probe_batch` are those of Keras that the manifest holds.

    The halves of the network are tried as well, where the runtime has them.
    """
    runtime = open_named(name, model)
    found = runtime.run(probe_batch()).logits
    expected = np.asarray(model.manifest.probe_logits, np.float32).reshape(found.shape)
    # A comparison with a NaN is false.
    if not np.abs(found - expected).max() <= LARGEST_DIFFERENCE:
        return False
    layers = layers_of(runtime)
    if layers is None:
        return True
    features = forward(layers.early, probe_batch() / np.float32(127.5) - 1)
    if not np.abs(layers.late(features).logits - expected).max() <= LARGEST_DIFFERENCE:
        return False
    if not layers.rounds:
        return True
    rounded = layers.late_rounded(rounded_features(features))
    return bool(np.abs(rounded - expected).max() <= LARGEST_ROUNDING)


def probe_in_this_process(name: str, folder: Path, manifest_sha256: str) -> int:
    """What the child does that `open_runtime` starts; the runtime may end the process.

    Args:
        name: of the runtime.
        folder: the model's.
        manifest_sha256: of the manifest that the parent read.

    Returns:
        The exit status: 0 if it agrees, 1 if not, `ANOTHER_MODEL`.
    """
    try:
        model = read_any_model(folder)
    except ModelError:
        return ANOTHER_MODEL
    if model.manifest_sha256 != manifest_sha256:
        return ANOTHER_MODEL
    return 0 if agrees_on_probe(name, model) else 1


def refuse_unsound(runtime: Runtime, model: ModelFile) -> None:
    """Try an opened runtime on `probe_batch`, whatever it was remembered to be worth.

    Raises:
        ModelError: its answers are not finite, the same for every picture, probabilities in place
            of logits, or not those that the manifest holds.
    """
    logits = runtime.run(probe_batch()).logits
    fault = fault_of(logits, model.manifest.probe_logits)
    if fault:
        raise ModelError(
            said(
                "The model in {folder} is not valid: its answers {fault}. Copy the model "
                "folder again, or choose another model.",
                folder=model.folder,
                fault=fault,
            )
        )


def fault_of(logits: Logits, expected: Sequence[float]) -> str:
    """What is wrong with the logits of `probe_batch` (2×C); "" if nothing is."""
    if not np.isfinite(logits).all():
        return said("are not finite numbers")
    if np.ptp(logits, axis=0).max() < _SMALLEST_CONTRAST:
        return said("are the same for every picture")
    sums = logits.sum(axis=1)
    if (logits >= 0.0).all() and np.abs(sums - 1.0).max() < _SMALLEST_CONTRAST:
        return said("are probabilities where logits belong")
    if logits.size != len(expected):
        return said("have another form than those in its manifest")
    different = np.abs(logits - np.asarray(expected, np.float32).reshape(logits.shape)).max()
    if different <= LARGEST_DIFFERENCE:
        return ""
    return said("are not those that its manifest holds")


def usable_runtimes(model: ModelFile) -> tuple[str, ...]:
    """What may run a model, fastest first: verified reduced runtimes, then the exact ones."""
    verified = {verification.runtime for verification in model.manifest.verified}
    return (*(name for name in REDUCED if name in verified), *RUNTIMES)


def open_runtime(model: ModelFile, verdicts: Path, names: Sequence[str] | None = None) -> Runtime:
    """The fastest runtime that works here; Keras itself if no other does.

    Args:
        model: what to run.
        verdicts: file in which probe results are remembered; it need not exist.
        names: runtimes to try, in this order; None: `usable_runtimes`; empty: Keras at once.

    Raises:
        ModelError: the files were changed since they were read.
    """
    for name in usable_runtimes(model) if names is None else names:
        if _survives(name, model, verdicts):
            return open_named(name, model)
    from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network

    return KerasRuntime(load_network(model.keras_bytes, len(model.manifest.labels)))


def _survives(name: str, model: ModelFile, verdicts: Path) -> bool:
    key = _key(name, model)
    known = _remembered(verdicts)
    if key in known:
        return known[key]
    agrees = _child_agrees(name, model)
    if agrees is None:
        # A busy moment must not make every later start slow.
        return False
    known[key] = agrees
    _remember(verdicts, known)
    return agrees


def _key(name: str, model: ModelFile) -> str:
    package = name.partition("-")[0]
    files = (model.onnx_bytes, model.early_bytes or b"", model.rounded_bytes or b"")
    digests = [hashlib.sha256(content).hexdigest() for content in files]
    facts = (name, version(package), *digests, _processor())
    return hashlib.sha256("|".join(facts).encode()).hexdigest()


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines[:30] if line.startswith(("model name", "flags")))
    return platform.processor()


def _child_agrees(name: str, model: ModelFile) -> bool | None:
    """Whether a child's answers are right; None where it was not started or not done in time."""
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and our own code)
            own_words("model", "probe", name, str(model.folder), model.manifest_sha256),
            capture_output=True,
            timeout=_PROBE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode == ANOTHER_MODEL:
        raise ModelError(
            said(
                "The model in {folder} was changed while it was opened. Copy the model "
                "folder again, then start again.",
                folder=model.folder,
            )
        )
    return done.returncode == 0


def _remembered(verdicts: Path) -> dict[str, bool]:
    try:
        known = json.loads(verdicts.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): v is True for k, v in known.items()} if isinstance(known, dict) else {}


def _remember(verdicts: Path, known: dict[str, bool]) -> None:
    try:
        verdicts.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(verdicts, json.dumps(known).encode())
    except OSError:
        return  # it is only remembered to start faster; the next start probes again
