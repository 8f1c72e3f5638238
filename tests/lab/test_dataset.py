"""Reading labelled picture folders and manifests, and every way in which they can be wrong."""

from pathlib import Path

import pytest

from faceqa_gui.errors import DatasetError
from faceqa_gui.lab.dataset import read_dataset

LABELS = ("blur", "good")


def _touch(path: Path, content: bytes = b"picture") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _with_manifest(root: Path, text: str, encoding: str = "utf-8") -> Path:
    for name in ("good/a.jpg", "blur/b.jpg", "blur/c, d.jpg"):
        _touch(root / name, name.encode())
    (root / "manifest.csv").write_text(text, encoding=encoding)
    return root


def _foldered(root: Path) -> Path:
    _touch(root / "good" / "b.JPG")
    _touch(root / "good" / "sub" / "a.png")
    _touch(root / "good" / "notes.txt")
    _touch(root / "blur" / "é.webp")
    _touch(root / ".cache" / "x.jpg")
    return root


def test_a_folder_per_class_lists_its_pictures(tmp_path: Path) -> None:
    dataset = read_dataset(_foldered(tmp_path), LABELS)
    assert [(image.path.name, image.label, image.split) for image in dataset.images] == [
        ("é.webp", "blur", ""),
        ("b.JPG", "good", ""),
        ("a.png", "good", ""),
    ]
    assert dataset.labels == LABELS
    assert dataset.counts() == {"blur": 1, "good": 2}


def test_a_manifest_gives_labels_splits_and_attributes(tmp_path: Path) -> None:
    root = _with_manifest(
        tmp_path,
        'file,label,split,licence\ngood/a.jpg,good,train,"MIT, \n2nd line"\n'
        '"blur/c, d.jpg",blur,test,\n',
    )
    dataset = read_dataset(root, LABELS)
    assert [image.path for image in dataset.images] == [root / "blur/c, d.jpg", root / "good/a.jpg"]
    assert dataset.images[1].attributes == {"licence": "MIT, \n2nd line"}
    assert [image.label for image in dataset.split("test").images] == ["blur"]
    assert read_dataset(root, LABELS, "test") == dataset.split("test")


def test_a_byte_order_mark_from_a_spreadsheet_is_taken(tmp_path: Path) -> None:
    root = _with_manifest(tmp_path, "file,label,split\ngood/a.jpg,good,test\n", "utf-8-sig")
    assert len(read_dataset(root, LABELS).images) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("file,split\ngood/a.jpg,test\n", "lacks the column label"),
        ("", "lacks the column file and label."),
        ("file,label,split,label\ngood/a.jpg,good,test,x\n", "names a column twice"),
        ("file,label,split\ngood/a.jpg,good\n", "line 2: it does not have the 3 columns"),
        ("file,label,split\ngood/a.jpg,good,test,x\n", "line 2: it does not have the 3 columns"),
        (
            "file,label,split\ngood/a.jpg,good,test\nblur/b.jpg,Blur,test\n",
            "line 3: the label “Blur” is not known. Use one of: blur, good.",
        ),
        (
            "file,label,split\ngood/a.jpg,good,test\ngood/a.jpg,blur,val\n",
            "line 3: good/a.jpg is already listed in manifest.csv, line 2",
        ),
        ('file,label,split\n"good/a.jpg"x,good,test\n', "is not a valid CSV file"),
        ('file,label,split\n"good/a.jpg,good,test\n', "is not a valid CSV file"),
        ("file,label,split\n", "holds no pictures"),
        (
            "file,label,split\ngood/x.jpg,good,test\ngood/y.jpg,good,test\n",
            "None of the 2 pictures listed in",
        ),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_sentence(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(DatasetError) as caught:
        read_dataset(_with_manifest(tmp_path, text), LABELS)
    assert sentence in str(caught.value)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    "name",
    ["../a.jpg", "good/../../a.jpg", "/etc/passwd", "C:\\a.jpg", "C:a.jpg", "..\\a.jpg", "\\a", ""],
)
def test_a_path_out_of_the_data_folder_is_refused(tmp_path: Path, name: str) -> None:
    root = _with_manifest(tmp_path / "data", f"file,label,split\n{name},good,test\n")
    _touch(tmp_path / "a.jpg")
    with pytest.raises(DatasetError, match="does not name a file inside the data folder"):
        read_dataset(root, LABELS)


def test_a_manifest_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    root = _with_manifest(tmp_path, "file,label,split\ngood/é.jpg,good,test\n", "latin-1")
    with pytest.raises(DatasetError, match="not UTF-8 text"):
        read_dataset(root, LABELS)


def test_a_split_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    root = _with_manifest(
        tmp_path, "file,label,split\ngood/a.jpg,good,val\nblur/b.jpg,blur,test\ngood/x.jpg,good,f\n"
    )
    with pytest.raises(DatasetError, match=r"the split “field”. Choose one of: test, val."):
        read_dataset(root, LABELS, "field")
    with pytest.raises(DatasetError, match="All 1 pictures of the split “f”"):
        read_dataset(root, LABELS, "f")
    with pytest.raises(DatasetError, match="has no splits"):
        read_dataset(_foldered(tmp_path / "folders"), LABELS, "test")


def test_missing_files_are_listed_once_and_the_rest_is_kept(tmp_path: Path) -> None:
    root = _with_manifest(
        tmp_path,
        "file,label,split\ngood/a.jpg,good,val\ngood/x.jpg,good,val\nblur/y.jpg,blur,test\n",
    )
    dataset = read_dataset(root, LABELS)
    assert [image.path.name for image in dataset.images] == ["a.jpg"]
    assert [image.path.name for image in dataset.missing] == ["y.jpg", "x.jpg"]
    assert [image.path.name for image in dataset.split("val").missing] == ["x.jpg"]


def test_folders_that_are_missing_or_unknown_are_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="does not exist"):
        read_dataset(tmp_path / "nowhere", LABELS)
    _touch(tmp_path / "good" / "a.jpg")
    with pytest.raises(DatasetError, match=r"no folder blur. It needs .*: blur, good."):
        read_dataset(tmp_path, LABELS)
    (tmp_path / "blur").mkdir()
    (tmp_path / "gooood").mkdir()
    with pytest.raises(DatasetError, match="holds the folder gooood, which is not a class"):
        read_dataset(tmp_path, LABELS)


def test_empty_class_folders_are_refused(tmp_path: Path) -> None:
    for label in LABELS:
        (tmp_path / label).mkdir()
    with pytest.raises(DatasetError, match="holds no pictures"):
        read_dataset(tmp_path, LABELS)


def test_the_digest_follows_content_label_and_path_but_not_the_place(tmp_path: Path) -> None:
    first = read_dataset(_foldered(tmp_path / "one"), LABELS)
    second = read_dataset(_foldered(tmp_path / "two"), LABELS)
    assert first.digest() == second.digest()
    changed = {first.digest()}
    _touch(tmp_path / "two" / "good" / "b.JPG", b"other")
    changed.add(read_dataset(tmp_path / "two", LABELS).digest())
    (tmp_path / "one" / "good" / "b.JPG").rename(tmp_path / "one" / "blur" / "b.JPG")
    changed.add(read_dataset(tmp_path / "one", LABELS).digest())
    (tmp_path / "one" / "blur" / "b.JPG").rename(tmp_path / "one" / "blur" / "c.JPG")
    changed.add(read_dataset(tmp_path / "one", LABELS).digest())
    assert len(changed) == 4
