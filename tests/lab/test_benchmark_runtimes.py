"""Every candidate runtime answers the same pictures, and is timed."""

import json
from pathlib import Path

import pytest

from faceqa_gui.cli import main


@pytest.mark.slow
def test_every_runtime_is_timed_and_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "runtimes.json"
    assert main(["bench", "runtimes", "--runs", "1", "--json", str(report)]) == 0
    text = capsys.readouterr().out
    speeds = {one["name"]: one for one in json.loads(report.read_text("utf-8"))["speeds"]}
    assert next(iter(speeds)) == "Keras predict"
    assert {"LiteRT f32", "ONNX Runtime f32", "OpenVINO f32", "Keras tf.function"} < set(speeds)
    assert "TensorSpec" not in text, "a converter talks into the table"
    for name, one in speeds.items():
        assert name in text
        assert one["single_ms"] > 0
        assert one["images_per_second"] > 0
        assert one["largest_difference"] < (0.5 if "int8" in name else 1e-2)
    assert speeds["OpenVINO, late layers int8"]["largest_difference"] > 1e-4
