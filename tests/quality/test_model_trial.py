"""The child process that tries a model: whatever becomes of it, the parent has a sentence."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from support.model_files import manifest_bytes

from faceqa_gui.quality.model_checks.limits import Limits
from faceqa_gui.quality.model_checks.refusal import Reason, UnsoundError
from faceqa_gui.quality.model_checks.trial import (
    ANSWER_FILE,
    TrialCancelledError,
    try_in_child,
)
from faceqa_gui.quality.model_checks.trial_child import verdict_on
from faceqa_gui.quality.model_file import (
    KERAS_FILE,
    MANIFEST_FILE,
    ONNX_FILE,
    default_model_folder,
    read_manifest,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def running(code: str) -> Callable[[Path, Limits], Sequence[str]]:
    """The command line of a child that runs `code` in place of a trial."""

    def words(folder: Path, limits: Limits) -> list[str]:
        return [sys.executable, "-c", code, str(folder), str(limits.memory_bytes)]

    return words


LIMITED = (
    "import sys\n"
    "from faceqa_gui.quality.model_checks.limits import Limits, limit_this_process\n"
    "limit_this_process(Limits(memory_bytes=int(sys.argv[2]), cpu_seconds=1))\n"
)
CHILDREN: dict[str, tuple[str, Reason, str]] = {
    "crash": (
        "import os; os.kill(os.getpid(), 11)",
        Reason.CRASHED,
        r"broke off \(signal 11\), as when a file is damaged or asks for more than 1 GB",
    ),
    "failure": ("raise SystemExit(7)", Reason.CRASHED, r"broke off \(status 7\)"),
    "memory": (LIMITED + "bytes(2 * 1024**3)", Reason.CRASHED, r"broke off \(status 1\)"),
    "computing": (LIMITED + "while True: pass", Reason.TOO_SLOW, "1 s of computing time"),
    "killed": ("import os; os.kill(os.getpid(), 9)", Reason.CRASHED, r"broke off \(signal 9\)"),
    "hang": ("import time; time.sleep(60)", Reason.TOO_SLOW, "no answer came within 1 s"),
    "silence": ("", Reason.CRASHED, "gave no answer"),
    "nonsense": (
        f"open({ANSWER_FILE!r}, 'w').write('[1, 2]')",
        Reason.CRASHED,
        "gave no answer",
    ),
    "another reason": (
        f'open({ANSWER_FILE!r}, \'w\').write(\'{{"reason": "x", "text": "y"}}\')',
        Reason.CRASHED,
        "gave no answer",
    ),
    "endless": (f"open({ANSWER_FILE!r}, 'w').write('[' * 10**6)", Reason.CRASHED, "no answer"),
    "a fault": (
        f'open({ANSWER_FILE!r}, \'w\').write(\'{{"reason": "answers", "text": "lie"}}\')',
        Reason.ANSWERS,
        "lie",
    ),
}


@pytest.mark.parametrize("child", CHILDREN)
def test_whatever_becomes_of_the_child_is_a_refusal(child: str) -> None:
    code, reason, words = CHILDREN[child]
    seconds = 1.0 if child == "hang" else 60.0
    limits = Limits(memory_bytes=1024**3, cpu_seconds=1, wall_seconds=seconds)
    with pytest.raises(UnsoundError, match=words) as refused:
        try_in_child({MANIFEST_FILE: b"{}"}, limits=limits, words=running(code))
    assert refused.value.reason is reason


def test_a_sound_verdict_lets_the_model_pass() -> None:
    code = (
        "import json, pathlib, sys\n"
        "found = sorted(path.name for path in pathlib.Path(sys.argv[1]).iterdir())\n"
        "assert found == ['manifest.json', 'model.onnx']\n"
        f"json.dump({{'reason': '', 'text': ''}}, open({ANSWER_FILE!r}, 'w'))\n"
    )
    try_in_child({MANIFEST_FILE: b"{}", ONNX_FILE: b"x"}, words=running(code))


def test_the_child_has_no_pin_and_no_home_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_PIN", "123456")
    seen = tmp_path / "seen"
    code = (
        "import os\n"
        f"open({str(seen)!r}, 'w').write(repr((os.environ, os.getcwd())))\n"
        f'open({ANSWER_FILE!r}, \'w\').write(\'{{"reason": "", "text": ""}}\')\n'
    )
    try_in_child({MANIFEST_FILE: b"{}"}, words=running(code))
    said = seen.read_text()
    assert "FACEQA" not in said
    assert "123456" not in said
    assert str(Path.home()) + "'" not in said
    folder = said.rpartition("'")[0].rpartition("'")[2]
    assert "faceqa-trial-" in folder
    assert not Path(folder).exists()


def test_a_cancelled_trial_ends_at_once_with_all_that_it_started(tmp_path: Path) -> None:
    started = tmp_path / "started"
    code = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(started)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    with pytest.raises(TrialCancelledError):
        try_in_child(
            {MANIFEST_FILE: b"{}"},
            words=running(code),
            cancelled=lambda: started.exists() and started.read_text() != "",
        )
    grandchild = int(started.read_text())
    deadline = time.monotonic() + 10.0
    while time.monotonic() < deadline and is_alive(grandchild):
        time.sleep(0.02)
    assert not is_alive(grandchild)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def files_with(network: onnx.ModelProto, **changes: object) -> dict[str, bytes]:
    """The shipped Keras file beside another ONNX file, under a manifest of both."""
    folder = default_model_folder()
    files = {
        KERAS_FILE: (folder / KERAS_FILE).read_bytes(),
        ONNX_FILE: network.SerializeToString(),
    }
    said = read_manifest(folder)
    known = {"probe_logits": said.probe_logits, "temperature": said.temperature}
    return {MANIFEST_FILE: manifest_bytes(files, **(known | changes)), **files}


def shipped_network() -> onnx.ModelProto:
    return onnx.load_model(default_model_folder() / ONNX_FILE)


def with_head(change: Callable[[np.ndarray], np.ndarray]) -> onnx.ModelProto:
    """The shipped network with another last layer."""
    network = shipped_network()
    (last,) = (node for node in network.graph.node if node.op_type == "MatMul")
    (weights,) = (one for one in network.graph.initializer if one.name in last.input)
    changed = change(numpy_helper.to_array(weights)).astype(np.float32)
    weights.CopyFrom(numpy_helper.from_array(changed, weights.name))
    return network


def one_column(values: np.ndarray) -> np.ndarray:
    changed = values.copy()
    changed[:, 3] = 0.0
    return changed


def greedy() -> onnx.ModelProto:
    """A network of a few bytes that asks for 64 GB."""
    given = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 224, 224, 3])
    made = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in "ab"]
    size = numpy_helper.from_array(np.array([1 << 34], np.int64), "size")
    nodes = [
        helper.make_node("ConstantOfShape", ["size"], ["a"]),
        helper.make_node("Identity", ["image"], ["b"]),
    ]
    graph = helper.make_graph(nodes, "greedy", [given], made, [size])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)


def run_child(contents: Mapping[str, bytes]) -> UnsoundError:
    with pytest.raises(UnsoundError) as refused:
        try_in_child(contents)
    return refused.value


def test_a_real_child_refuses_a_network_that_asks_for_too_much_memory() -> None:
    fault = run_child(files_with(greedy()))
    assert fault.reason in {Reason.ONNX, Reason.CRASHED, Reason.OUT_OF_MEMORY}


def test_a_real_child_refuses_a_network_of_nans() -> None:
    fault = run_child(files_with(with_head(lambda values: values * np.nan)))
    assert (fault.reason, fault.text) == (Reason.ANSWERS, "are not finite numbers")


def verdict(tmp_path: Path, contents: Mapping[str, bytes]) -> tuple[str, str]:
    """What a child would say, said by this process: only ONNX files are opened for it."""
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return verdict_on(tmp_path)


def test_a_constant_network_is_refused(tmp_path: Path) -> None:
    found = verdict(tmp_path, files_with(with_head(lambda values: values * 0)))
    assert found == (Reason.ANSWERS, "are the same for every picture")


def test_a_class_that_never_changes_is_refused(tmp_path: Path) -> None:
    logits = np.reshape(read_manifest(default_model_folder()).probe_logits, (2, 5)).copy()
    network = with_head(one_column)
    (product,) = (node for node in network.graph.node if node.op_type == "MatMul")
    (total,) = (node for node in network.graph.node if product.output[0] in node.input)
    bias = next(one for one in network.graph.initializer if one.name in total.input)
    logits[:, 3] = numpy_helper.to_array(bias).ravel()[3]
    contents = files_with(network, probe_logits=logits.ravel().tolist())
    found = verdict(tmp_path, contents)
    assert found == (Reason.ANSWERS, "for one class are the same for every picture")


def test_a_network_with_other_answers_than_its_manifest_is_refused(tmp_path: Path) -> None:
    found = verdict(tmp_path, files_with(shipped_network(), probe_logits=[0.5] * 10))
    assert found == (Reason.ANSWERS, "are not those that its manifest holds")


def test_a_temperature_that_leaves_no_probabilities_is_refused(tmp_path: Path) -> None:
    found = verdict(tmp_path, files_with(shipped_network(), temperature=5e-324))
    assert found == (Reason.ANSWERS, "do not become probabilities that sum to 1")


def test_a_damaged_onnx_file_is_refused(tmp_path: Path) -> None:
    network = shipped_network()
    network.graph.node[3].input[0] = "nothing"
    found = verdict(tmp_path, files_with(network))
    assert found == (Reason.ONNX, "model.onnx cannot be run as an ONNX network")


def test_files_that_change_on_the_way_to_the_child_are_refused(tmp_path: Path) -> None:
    contents = files_with(shipped_network())
    found = verdict(tmp_path, contents | {ONNX_FILE: b"another"})
    assert found == (Reason.CHECKSUM, "its files changed while they were looked at")


def test_a_trial_that_runs_out_of_memory_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from faceqa_gui.quality.model_checks import answers

    def exhaust(_model: object) -> None:
        raise MemoryError

    monkeypatch.setattr(answers, "try_model", exhaust)
    found = verdict(tmp_path, files_with(shipped_network()))
    assert found == (Reason.OUT_OF_MEMORY, "it asks for more memory than a trial may take")
