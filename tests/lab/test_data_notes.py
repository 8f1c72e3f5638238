"""Bad data never stops a run: the rest is judged, and everything odd is in one report."""

from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest
from PIL import Image
from support.lab_runs import shipped_lab_model
from support.labelled_pictures import write_folders, write_manifest

from faceqa_gui.frames.picture_file import PictureNote
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.evaluation_text import evaluation_text
from faceqa_gui.lab.run import judge
from faceqa_gui.quality.labels import QUALITY_LABELS


def _photograph(seed: int) -> Image.Image:
    waves = np.random.default_rng(seed).normal(0.0, 60.0, (6, 6, 3))
    large = Image.fromarray(np.clip(waves + 128, 0, 255).astype(np.uint8))
    return large.resize((224, 224), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """A data set with everything that may be wrong with it."""
    root = write_folders(tmp_path_factory.mktemp("data"), QUALITY_LABELS, 1)
    good = root / "good"
    _photograph(1).save(good / "train.png")
    _photograph(1).resize((160, 160)).save(good / "again.jpg", quality=80)
    copyfile(good / "train.png", good / "copy.png")
    copyfile(good / "train.png", root / "blur" / "other.png")
    _photograph(2).convert("CMYK").save(good / "cmyk.jpg")
    exif = Image.Exif()
    exif[0x0112] = 3
    _photograph(3).save(good / "turned.jpg", exif=exif)
    _photograph(4).save(good / "named.jpg", "PNG")
    Image.new("1", (9000, 9000)).save(good / "huge.png")
    (good / "empty.jpg").touch()
    (good / "cut.jpg").write_bytes((good / "turned.jpg").read_bytes()[:-400])
    (good / "text.jpg").write_text("no picture")
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.*"))
    rows = [
        {
            "file": name,
            "label": name.split("/")[0],
            "split": "test" if "again" in name else "train",
        }
        for name in (*names, "good/gone.png")
    ]
    write_manifest(root, rows)
    return judge(shipped_lab_model(), read_dataset(root, QUALITY_LABELS))


def test_what_cannot_be_judged_is_left_out_with_its_reason(found: Evaluation) -> None:
    said = {one.path.name: one.reason for one in found.skipped}
    assert {name: reason.split(str(Path(name)))[-1] for name, reason in said.items()} == {
        "gone.png": " is listed in the manifest but does not exist.",
        "huge.png": " has more than 50 million pixels. Choose a smaller picture.",
        "empty.jpg": " is empty (0 bytes). Replace the file.",
        "cut.jpg": " cannot be read (it is damaged or incomplete). Replace the file.",
        "text.jpg": " is not a JPEG, PNG, BMP, WebP or TIFF picture. Choose another file.",
    }
    assert len(found.images) == 12


def test_odd_pictures_are_judged_and_named(found: Evaluation) -> None:
    odd = {note: [image.path.name for image in some] for note, some in found.notes.odd.items()}
    assert odd == {
        PictureNote.TURNED: ["turned.jpg"],
        PictureNote.CMYK: ["cmyk.jpg"],
        PictureNote.MISNAMED: ["named.jpg"],
    }


def test_duplicates_leaks_and_contradictions_are_told_apart(found: Evaluation) -> None:
    pairs = {
        (pair.first.path.name, pair.second.path.name, pair.exact, pair.leaks, pair.contradicts)
        for pair in found.notes.twins
    }
    assert pairs == {
        ("other.png", "copy.png", True, False, True),
        ("other.png", "train.png", True, False, True),
        ("other.png", "again.jpg", False, True, True),
        ("again.jpg", "copy.png", False, True, False),
        ("again.jpg", "train.png", False, True, False),
    }


def test_the_report_holds_one_list_of_it_all(found: Evaluation) -> None:
    text = evaluation_text(found)
    assert "Left out: 5 pictures" in text
    assert "WARNING: leak: 3 pairs of the same photograph lie in two splits; the first: " in text
    assert "WARNING: 3 pairs of the same photograph have two labels; the first: " in text
    assert "1 picture is turned upright, as its EXIF orientation says; the first: " in text
    values = found.as_json()["notes"]
    assert values["odd"]["converted from CMYK"]["pictures"] == 1
    assert len(values["twins"]) == 5
