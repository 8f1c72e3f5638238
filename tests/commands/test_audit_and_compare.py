"""`faceqa audit` and `faceqa compare` on small generated data sets and the shipped model."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.labelled_pictures import write_manifest, write_picture

from faceqa_gui.cli import main
from faceqa_gui.frames.demo_scenes import glasses, open_eyes
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.quality.preprocessing import network_input


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pictures of each class at two sites, one of which is not stated, and a broken one."""
    root = tmp_path_factory.mktemp("data")
    rows = []
    for place, label in enumerate(QUALITY_LABELS):
        for number in range(2):
            name = f"{label}-{number}.png"
            write_picture(root / name, label, 10 * place + number)
            site = "=north" if number else ""
            rows.append({"file": name, "label": label, "split": "test", "site": site})
    (root / "broken.png").write_bytes(b"no picture")
    rows.append({"file": "broken.png", "label": "good", "split": "test", "site": "=north"})
    write_manifest(root, rows)
    return root


def test_an_audit_is_printed_and_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, table = tmp_path / "audit.json", tmp_path / "audit.csv"
    words = ["audit", str(data), "--group", "site", "split", "--min", "5"]
    assert main([*words, "--json", str(figures), "--csv", str(table)]) == 0
    text = capsys.readouterr().out
    assert "By site × split" in text
    assert "not stated" in text
    assert "never guesses" in text
    values = json.loads(figures.read_text("utf-8"))
    assert (values["images"], values["skipped"], values["least_images"]) == (10, 1, 5)
    assert [one["columns"] for one in values["groupings"]] == [
        ["site"],
        ["split"],
        ["site", "split"],
    ]
    counts = {group["names"][0]: group["images"] for group in values["groupings"][0]["groups"]}
    assert counts == {"=north": 5, "not stated": 5}
    assert "accuracy" in values["groupings"][0]["largest_gaps"]
    with table.open(encoding="utf-8", newline="") as stream:
        groups = {row["group"] for row in csv.DictReader(stream)}
    assert "'=north" in groups
    # The same pictures in two processes give the same figures.
    again = tmp_path / "again.json"
    assert main([*words, "--json", str(again), "--processes", "2"]) == 0
    assert again.read_bytes() == figures.read_bytes()


def test_eyes_are_audited_as_one_decision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = []
    for place, label in enumerate(("open", "closed")):
        name = f"{label}.png"
        write_picture(tmp_path / name, label, place)
        rows.append({"file": name, "label": label, "split": "dev", "site": "a"})
    write_manifest(tmp_path, rows)
    assert main(["audit", str(tmp_path), "--eyes", "--group", "site"]) == 0
    text = capsys.readouterr().out
    assert "Closed eyes recognised" in text
    assert "none; fewer than two groups have 30 pictures" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["audit", "-", "-", "DATA", "--group", "site"], "Too many folders"),
        (["audit", "DATA", "--group", "mood"], "no column “mood”"),
        (["audit", "DATA", "--group", "site", "--detector", "haar"], "Add --eyes"),
        (["compare", "-", "-", "DATA", "--group", "mood"], "no column “mood”"),
        (["compare", "-", "-", "DATA", "--steps", "3"], "--steps takes 20"),
        (["compare", "-", "-", "DATA", "--seed", "-1"], "--seed takes 0"),
        (["lab", "average-maps", "DATA", "--out", "x"], "one or two model folders"),
        (["lab", "average-maps", "-", "DATA", "--out", "x", "--steps", "3"], "--steps 20"),
        (["lab", "biased-split", "DATA", "--out", "x", "--column", "site"], "Name the shares"),
        (["lab", "biased-split", "DATA", "--out", "x", "--seed", "-1"], "--seed takes 0"),
    ],
)
def test_wrong_use_ends_in_a_sentence(
    data: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(data) if word == "DATA" else word for word in words]) == 2
    assert sentence in capsys.readouterr().err


def test_a_model_compared_with_itself_agrees(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "compared.json"
    words = ["compare", "-", "-", str(data), "--group", "site", "--json", str(figures)]
    assert main([*words, "--run", str(tmp_path / "run")]) == 0
    text = capsys.readouterr().out
    assert "only A 0, only B 0" in text
    assert "Left out for both: 1" in text
    values = json.loads(figures.read_text("utf-8"))
    assert values["agreement"]["value"] == 1.0
    assert values["mcnemar"]["exact_p"] == 1.0
    assert values["accuracy"]["difference"] == 0.0
    assert {tuple(group["names"]) for group in values["groups"]} == {("=north",), ("not stated",)}
    assert sorted(path.name for path in (tmp_path / "run").iterdir()) == ["A", "B"]


def test_maps_are_drawn_side_by_side(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", "-", "-", str(data), "--maps", str(tmp_path / "maps"), "--pictures", "2"]
    figures = tmp_path / "compared.json"
    assert main([*words, "--method", "grad-cam", "--json", str(figures)]) == 0
    assert "Maps of 2 pictures, 0 of them where the models disagree" in capsys.readouterr().out
    names = {path.name for path in (tmp_path / "maps").iterdir()}
    assert names == {"picture-01.png", "picture-02.png", "grad-cam-1.png"}
    assert len(json.loads(figures.read_text("utf-8"))["explained"]) == 2


def test_maps_are_averaged_over_faces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    data.mkdir()
    face = network_input(open_eyes())
    rows = []
    for name, pixels, label in (
        ("a", face, "good"),
        ("b", network_input(glasses(open_eyes())), "eyeglasses"),
        ("c", np.zeros_like(face), "wrong_object"),
    ):
        Image.fromarray(pixels).save(data / f"{name}.png")
        rows.append({"file": f"{name}.png", "label": label, "split": "test", "site": name})
    write_manifest(data, rows)
    words = ["lab", "average-maps", "-", "-", str(data), "--out", str(out), "--group", "site"]
    assert main([*words, "--method", "grad-cam"]) == 0
    text = capsys.readouterr().out
    assert "2 faces aligned, 1 left out (1 no_face)" in text
    values = json.loads((out / "average-maps.json").read_text("utf-8"))
    assert values["located"] == 2
    assert values["seed"] == 0
    everything = values["groups"][0]
    # A model and itself do not differ anywhere.
    assert everything["differences"]["grad-cam"]["highest_mean"] == 0.0
    assert everything["differences"]["grad-cam"]["share_beyond_two_standard_errors"] == 0.0
    assert (out / "average-site-grad-cam.png").is_file()


def test_a_skewed_set_is_written_and_its_counts_are_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["lab", "biased-split", str(data), "--split", "test", "--column", "label"]
    shares = ["--share", "good=50", "--total", "6", "--json", str(tmp_path / "split.json")]
    assert main([*words, *shares, "--out", str(tmp_path / "out")]) == 0
    assert "6 of 11 rows of the split “test” stay" in capsys.readouterr().out
    values = json.loads((tmp_path / "split.json").read_text("utf-8"))
    assert values["after"]["good"] == 3
    assert main(["audit", str(tmp_path / "out"), "--group", "label"]) == 0
