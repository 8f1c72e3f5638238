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
from faceqa_gui.quality.runtime import Runtime, probe_batch

_PROBE_SECONDS = 60.0
_LARGEST_DIFFERENCE = 0.02
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


_BY_NAME: dict[str, Callable[[bytes], Runtime]] = {
    "openvino": _openvino,
    "onnxruntime": _onnx_runtime,
}

RUNTIMES: tuple[str, ...] = tuple(_BY_NAME)
"""Packages that can run the ONNX form, fastest first."""


def open_named(name: str, onnx: bytes) -> Runtime:
    """Open one runtime by its package name, without a probe."""
    return _BY_NAME[name](onnx)


def probe_difference(runtime: Runtime, expected: Sequence[float]) -> float:
    """Largest difference of a runtime's logits for `probe_batch` from those of the manifest.

    Args:
        runtime: what is tried.
        expected: the manifest's `probe_logits`, row by row.

    Returns:
        At least 0; NaN where a logit is not a number.
    """
    found = runtime.run(probe_batch()).logits
    return float(np.abs(found - np.asarray(expected, np.float32).reshape(found.shape)).max())


def open_runtime(model: ModelFile, verdicts: Path, names: Sequence[str] = RUNTIMES) -> Runtime:
    """The fastest runtime that works here; Keras itself if no other does.

    Args:
        model: what to run.
        verdicts: file in which probe results are remembered; it need not exist.
        names: packages to try, in this order; none: Keras at once.
    """
    for name in names:
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
            known[key] = probe_difference(runtime, model.manifest.probe_logits) <= (
                _LARGEST_DIFFERENCE
            )
        else:
            known[key] = _child_agrees(name, model)
        _remember(verdicts, known)
    return known[key]


def _key(name: str, model: ModelFile) -> str:
    facts = (name, version(name), hashlib.sha256(model.onnx_bytes).hexdigest(), _processor())
    return hashlib.sha256("|".join(facts).encode()).hexdigest()


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines[:30] if line.startswith(("model name", "flags")))
    return platform.processor()


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
        return done.returncode == 0 and float(done.stdout) <= _LARGEST_DIFFERENCE
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
