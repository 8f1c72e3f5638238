"""Choosing a runtime: the fastest one that survives a probe in a child process.

A runtime may kill the whole process on a processor it misjudges (a bad instruction cannot be
caught) or round more than it says, so each is tried once in a child, against logits of Keras that
the manifest holds, and the verdict is remembered for this model, library version and processor.
"""

import hashlib
import json
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from faceqa_gui.quality.model_file import ModelFile
from faceqa_gui.quality.runtime import Runtime, layers_of, probe_batch

_PROBE_SECONDS = 60.0
_LARGEST_DIFFERENCE = 0.02
# Rounding of reduced precision is larger, but of this order; a broken kernel is far beyond it.
_LARGEST_REDUCED_DIFFERENCE = 0.2
_PROBE = """
import sys
import numpy as np
from faceqa_gui.quality.runtimes import open_named, probe_difference
logits = [float(value) for value in sys.argv[2].split(",")]
print(probe_difference(open_named(sys.argv[1], sys.stdin.buffer.read()), logits))
"""


def _openvino(onnx: bytes) -> Runtime:
    from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime

    return OpenVinoRuntime(onnx)


def _onnx_runtime(onnx: bytes) -> Runtime:
    from faceqa_gui.quality.onnx_runtime import OnnxRuntime

    return OnnxRuntime(onnx)


def _openvino_bf16(onnx: bytes) -> Runtime:
    from faceqa_gui.quality.openvino_runtime import OpenVinoRuntime

    return OpenVinoRuntime(onnx, late_precision="bf16")


_BY_NAME: dict[str, Callable[[bytes], Runtime]] = {
    "openvino-bf16": _openvino_bf16,
    "openvino": _openvino,
    "onnxruntime": _onnx_runtime,
}

RUNTIMES: tuple[str, ...] = ("openvino", "onnxruntime")
"""Exact runtimes of the ONNX form, fastest first."""

REDUCED: tuple[str, ...] = ("openvino-bf16",)
"""Faster ones that round; used for a model only if its manifest lists them as verified."""


def open_named(name: str, onnx: bytes) -> Runtime:
    """Open one of `RUNTIMES` or `REDUCED`, without a probe."""
    return _BY_NAME[name](onnx)


def probe_difference(runtime: Runtime, expected: Sequence[float]) -> float:
    """Largest difference of a runtime's logits for `probe_batch` from those of the manifest.

    Both halves of the network are tried as well, where the runtime has them.

    Args:
        runtime: what is tried.
        expected: the manifest's `probe_logits`, row by row.

    Returns:
        At least 0; NaN where a logit is not a number.
    """
    found = [runtime.run(probe_batch()).logits]
    if (layers := layers_of(runtime)) is not None:
        found.append(layers.late(layers.early(probe_batch())).logits)
    wanted = np.asarray(expected, np.float32).reshape(found[0].shape)
    return float(np.abs(np.stack(found) - wanted).max())


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
    """
    for name in usable_runtimes(model) if names is None else names:
        if _survives(name, model, verdicts):
            return open_named(name, model.onnx_bytes)
    from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network

    return KerasRuntime(load_network(model.keras_bytes))


def _survives(name: str, model: ModelFile, verdicts: Path) -> bool:
    key = _key(name, model)
    known = _remembered(verdicts)
    if key not in known:
        if getattr(sys, "frozen", False):
            # A frozen program has no interpreter for a child: it tries the runtime itself, and
            # a crash leaves this verdict for the next start.
            _remember(verdicts, known | {key: False})
            runtime = open_named(name, model.onnx_bytes)
            difference = probe_difference(runtime, model.manifest.probe_logits)
            known[key] = difference <= _allowed_difference(name)
        else:
            known[key] = _child_agrees(name, model)
        _remember(verdicts, known)
    return known[key]


def _key(name: str, model: ModelFile) -> str:
    package = name.partition("-")[0]
    facts = (name, version(package), hashlib.sha256(model.onnx_bytes).hexdigest(), _processor())
    return hashlib.sha256("|".join(facts).encode()).hexdigest()


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines[:30] if line.startswith(("model name", "flags")))
    return platform.processor()


def _allowed_difference(name: str) -> float:
    return _LARGEST_REDUCED_DIFFERENCE if name in REDUCED else _LARGEST_DIFFERENCE


def _child_agrees(name: str, model: ModelFile) -> bool:
    expected = ",".join(map(repr, model.manifest.probe_logits))
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and our own code)
            [sys.executable, "-c", _PROBE, name, expected],
            input=model.onnx_bytes,
            capture_output=True,
            timeout=_PROBE_SECONDS,
            check=False,
        )
        return done.returncode == 0 and float(done.stdout) <= _allowed_difference(name)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return False


def _remembered(verdicts: Path) -> dict[str, bool]:
    try:
        known = json.loads(verdicts.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): v is True for k, v in known.items()} if isinstance(known, dict) else {}


def _remember(verdicts: Path, known: dict[str, bool]) -> None:
    try:
        verdicts.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        verdicts.write_text(json.dumps(known), encoding="utf-8")
    except OSError:
        return  # it is only remembered to start faster; the next start probes again
