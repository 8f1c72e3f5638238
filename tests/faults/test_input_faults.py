"""Rows I1 to I3 of the fault list: pictures and folders that somebody hands to the program."""

import csv
import io
import os
import shutil
import struct
import threading
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.scripted import ScriptedRuntime

from faceqa_gui.cli import main
from faceqa_gui.errors import DatasetError, SourceError
from faceqa_gui.frames.image_folder import ImageFolderSource
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.lab.dataset import read_dataset
from faceqa_gui.lab.pictures import ask_network
from faceqa_gui.quality.labels import QUALITY_LABELS
from faceqa_gui.records.csv_text import harmless


def noise(side: int = 96) -> Image.Image:
    values = np.random.default_rng(0).integers(0, 256, (side, side, 3), dtype=np.uint8)
    return Image.fromarray(values)


def as_bytes(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + checksum

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def cut_jpeg(share: float) -> bytes:
    whole = as_bytes(noise(), "JPEG")
    return whole[: int(len(whole) * share)]


REFUSED: dict[str, Callable[[], bytes]] = {
    "bomb of 40000": lambda: png_that_says(40_000, 40_000),
    "bomb of 20000": lambda: png_that_says(20_000, 20_000),
    "no width": lambda: png_that_says(0, 0),
    "zero bytes": lambda: b"",
    "web page": lambda: b"<!doctype html><html><body>no picture</body></html>",
    "drawing": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "script first": lambda: b"<script>x</script>" + as_bytes(noise(), "JPEG"),
    "half a JPEG": lambda: cut_jpeg(0.5),
    "nearly a JPEG": lambda: cut_jpeg(0.95),
    "no header": lambda: cut_jpeg(0.01),
    "postscript": lambda: b"%!PS-Adobe-3.0\n",
}
ACCEPTED: dict[str, Callable[[], bytes]] = {
    "plain": lambda: as_bytes(noise(), "PNG"),
    "cmyk": lambda: as_bytes(noise().convert("CMYK"), "JPEG"),
    "grey": lambda: as_bytes(noise().convert("L"), "JPEG"),
    "palette": lambda: as_bytes(noise().convert("P"), "PNG"),
    "sixteen bits": lambda: as_bytes(Image.fromarray(np.full((96, 96), 40_000, np.uint16)), "PNG"),
    "animated": lambda: as_bytes(noise(), "WEBP", save_all=True, append_images=[noise().rotate(9)]),
    "archive behind": lambda: as_bytes(noise(), "JPEG") + b"PK\x03\x04 an archive",
}


def put(folder: Path, contents: dict[str, Callable[[], bytes]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in contents.items():
        (folder / f"{name}.jpg").write_bytes(make())


@pytest.mark.parametrize("name", REFUSED)
def test_i1_and_i2_a_bad_picture_is_refused_before_it_takes_room(tmp_path: Path, name: str) -> None:
    path = tmp_path / "given.jpg"
    path.write_bytes(REFUSED[name]())
    tracemalloc.start()
    try:
        with pytest.raises(SourceError, match=r"given\.jpg"):
            read_picture(path)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 20_000_000


@pytest.mark.parametrize("name", ACCEPTED)
def test_i1_an_odd_picture_becomes_rgb(tmp_path: Path, name: str) -> None:
    path = tmp_path / "given.jpg"
    path.write_bytes(ACCEPTED[name]())
    pixels = read_picture(path)
    assert pixels.shape == (96, 96, 3)
    assert pixels.dtype == np.uint8


def test_i1_a_turned_photograph_is_judged_upright(tmp_path: Path) -> None:
    wide = Image.new("RGB", (64, 32))
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "turned.jpg"
    wide.save(path, exif=exif)
    assert read_picture(path).shape == (64, 32, 3)


def test_i1_and_i2_a_folder_is_played_past_its_bad_pictures(tmp_path: Path) -> None:
    put(tmp_path, REFUSED | ACCEPTED)
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
    source.open()
    frames = 0
    while source.read() is not None:
        frames += 1
    assert frames == len(ACCEPTED)
    assert {path.stem for path, _ in source.skipped} == set(REFUSED)
    assert all(str(path) in reason for path, reason in source.skipped)


def test_i1_and_i2_a_data_set_is_judged_past_its_bad_pictures(tmp_path: Path) -> None:
    for label in QUALITY_LABELS:
        (tmp_path / label).mkdir()
    put(tmp_path / QUALITY_LABELS[0], REFUSED)
    put(tmp_path / QUALITY_LABELS[1], ACCEPTED)
    dataset = read_dataset(tmp_path, QUALITY_LABELS)
    answers = ask_network(dataset, ScriptedRuntime(), lambda *_done: None)
    assert len(answers.images) == len(ACCEPTED)
    assert {skipped.path.stem for skipped in answers.skipped} == set(REFUSED)


def test_i1_and_i2_a_batch_of_explanations_goes_on_and_says_what_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEQA_HOME", str(tmp_path / "home"))
    put(tmp_path, {"bomb": REFUSED["bomb of 20000"], "cut": REFUSED["nearly a JPEG"]})
    put(tmp_path, {"good": ACCEPTED["plain"]})
    given = [str(tmp_path / f"{name}.jpg") for name in ("bomb", "good", "cut")]
    wanted = ["--out", str(tmp_path / "out"), "--samples", "10", "--method", "grad-cam"]
    assert main(["explain", *given, *wanted]) == 1
    said = capsys.readouterr().err
    assert said.count("Left out:") == 2
    assert (tmp_path / "out" / "good.json").exists()
    assert main(["explain", given[0], *wanted]) == 2


posix = pytest.mark.skipif(os.name != "posix", reason="POSIX links")


@posix
def test_i3_links_that_lead_in_circles_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "a", {"good": ACCEPTED["plain"]})
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "itself.jpg").symlink_to("itself.jpg")
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
    source.open()
    frames = 0
    while source.read() is not None:
        frames += 1
    assert frames == 1
    (skipped,) = source.skipped
    assert skipped[0].name == "itself.jpg"
    with pytest.raises(SourceError, match=r"itself\.jpg"):
        ImageFolderSource(tmp_path / "a" / "itself.jpg").open()


@posix
@pytest.mark.timeout(30)
def test_i3_a_pipe_named_like_a_picture_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, {"good": ACCEPTED["plain"]})
    os.mkfifo(tmp_path / "pipe.jpg")
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
    opened = threading.Thread(target=lambda: [source.open(), *iter(source.read, None)], daemon=True)
    opened.start()
    opened.join(10)
    assert not opened.is_alive()
    assert [path.name for path, _ in source.skipped] == ["pipe.jpg"]


def test_i3_a_folder_that_vanishes_ends_the_source_with_reasons(tmp_path: Path) -> None:
    put(tmp_path / "given", {f"{n}": ACCEPTED["plain"] for n in range(5)})
    source = ImageFolderSource(tmp_path / "given", hold_seconds=0.1, paced=False, loop=True)
    source.open()
    assert source.read() is not None
    shutil.rmtree(tmp_path / "given")
    assert source.read() is None
    assert len(source.skipped) == 5
    with pytest.raises(SourceError, match="does not exist"):
        source.open()


def test_i3_a_data_folder_that_vanishes_is_one_sentence(tmp_path: Path) -> None:
    for label in QUALITY_LABELS:
        put(tmp_path / "given" / label, ACCEPTED)
    dataset = read_dataset(tmp_path / "given", QUALITY_LABELS)
    shutil.rmtree(tmp_path / "given")
    with pytest.raises(DatasetError, match="can be read"):
        ask_network(dataset, ScriptedRuntime(), lambda *_done: None)


# A million files: a folder is listed once and its pictures are read one by one; listing so many
# takes a minute of disk time here, so a hundredth of them shows that memory does not follow.
def test_i3_many_files_are_listed_and_not_opened(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.jpg").touch()
    (tmp_path / "0.png").write_bytes(ACCEPTED["plain"]())
    tracemalloc.start()
    try:
        source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
        source.open()
        assert source.read() is not None
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 60_000_000


@posix
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may open every file")
def test_i3_a_picture_without_permission_is_skipped(tmp_path: Path) -> None:
    put(tmp_path, {"a": ACCEPTED["plain"], "b": ACCEPTED["plain"]})
    (tmp_path / "a.jpg").chmod(0)
    source = ImageFolderSource(tmp_path, hold_seconds=0.1, paced=False)
    source.open()
    assert source.read() is not None
    assert "permission" in source.skipped[0][1].lower()


@pytest.mark.parametrize(
    "text", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=2", "\uff1d1"]
)
def test_i3_no_text_in_a_csv_file_is_a_formula(text: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([harmless(text), 'a"b,c'])
    (read,) = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert read == [f"'{text}", 'a"b,c']


def test_i3_plain_text_in_a_csv_file_stays() -> None:
    assert [harmless(text) for text in ("face-1.png", "", "a=b")] == ["face-1.png", "", "a=b"]
