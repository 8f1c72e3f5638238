"""Choosing a runtime: the fastest one that survives a probe in a child process.

A runtime may kill the whole process on a processor it misjudges (a bad instruction cannot be
caught), so each is tried once in a child before it is trusted, and the verdict is remembered for
this model, this version of the library and this processor.
"""

import hashlib
import json
import platform
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.model_file import ModelFile
from faceqa_gui.quality.runtime import Runtime

_PROBE_SECONDS = 60.0
_PROBE = """
import sys
import numpy as np
from faceqa_gui.quality.runtimes import open_named
runtime = open_named(sys.argv[1], sys.stdin.buffer.read())
picture = np.linspace(0, 255, 2 * 224 * 224 * 3, dtype=np.float32).reshape(2, 224, 224, 3)
sys.exit(0 if np.isfinite(runtime.run(picture).logits).all() else 1)
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


def open_named(name: str, onnx: bytes) -> Runtime:
    """Open one runtime by its package name, without a probe."""
    return _BY_NAME[name](onnx)


def open_runtime(model: ModelFile, verdicts: Path) -> Runtime:
    """The fastest runtime that works here; Keras itself if no other does.

    Args:
        model: what to run.
        verdicts: file in which probe results are remembered; it need not exist.
    """
    for name in _BY_NAME:
        if _survives(name, model, verdicts):
            return open_named(name, model.onnx_bytes)
    from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network

    return KerasRuntime(load_network(model.keras_bytes))


def _survives(name: str, model: ModelFile, verdicts: Path) -> bool:
    key = _key(name, model)
    known = _remembered(verdicts)
    if key not in known:
        known[key] = _probe(name, model.onnx_bytes)
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


def _probe(name: str, onnx: bytes) -> bool:
    if getattr(sys, "frozen", False):
        return True
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and our own code)
            [sys.executable, "-c", _PROBE, name],
            input=onnx,
            capture_output=True,
            timeout=_PROBE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
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
        verdicts.write_text(json.dumps(known), encoding="utf-8")
    except OSError:
        return  # it is only remembered to start faster; the next start probes again


__all__ = ["ModelError", "open_named", "open_runtime"]
