"""The strict zip reader: each trick has its words, and no mutation gets other bytes through."""

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.model_files import deflated

from faceqa_gui.quality.model_checks.strict_zip import ArchiveError, read_zip, write_zip

MEMBERS = {"a.txt": b"first " * 20, "b.bin": bytes(range(256)), "empty": b""}
LIMITS = {"a.txt": 200, "b.bin": 300, "empty": 10, "long": 50_000_000}
MOST_BYTES = 60_000_000


def read(content: bytes) -> dict[str, bytes]:
    return read_zip(content, LIMITS.get, most_members=4, most_bytes=MOST_BYTES)


def zipped(change: Callable[[zipfile.ZipFile], object]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        change(archive)
    return content.getvalue()


def entry(name: str, *, mode: int = 0o100600, extra: bytes = b"", note: bytes = b"") -> bytes:
    def write(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = mode << 16
        info.extra = extra
        info.comment = note
        archive.writestr(info, b"data")

    return zipped(write)


def patched(content: bytes, magic: bytes, offset: int, layout: str, *values: int) -> bytes:
    """`content` with fields overwritten, counted from the last place of `magic`."""
    changed = bytearray(content)
    struct.pack_into(layout, changed, content.rindex(magic) + offset, *values)
    return bytes(changed)


HEADER, ENTRY, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def test_what_was_written_is_read_in_its_order() -> None:
    content = write_zip(MEMBERS)
    assert list(read(content).items()) == list(MEMBERS.items())
    assert content == write_zip(MEMBERS), "the same bytes for the same members"


def test_compressed_members_and_64_bit_headers_of_other_programs_are_read() -> None:
    assert read(deflated(MEMBERS)) == MEMBERS

    def in_64_bits(archive: zipfile.ZipFile) -> None:
        for name, data in MEMBERS.items():
            with archive.open(name, "w", force_zip64=True) as stream:
                stream.write(data)

    assert read(zipped(in_64_bits)) == MEMBERS


def overlapping() -> bytes:
    """Two names for one place, as zip bombs of overlapping members have them (Fifield 2019)."""
    content = write_zip({"a.txt": b"data", "b.bin": b"data"})
    place = content.rindex(HEADER)
    start = content.index(ENTRY)
    second = content.rindex(ENTRY)
    directory = bytearray(content[start:])
    struct.pack_into("<L", directory, second - start + 42, 0)
    end = len(directory) - 22
    struct.pack_into("<L", directory, end + 16, place)
    return content[:place] + bytes(directory)


def hidden_between() -> bytes:
    content = write_zip({"a.txt": b"data", "b.bin": b"data"})
    second, start = content.rindex(HEADER), content.index(ENTRY)
    changed = content[:second] + b"hidden" + content[second:]
    changed = patched(changed, ENTRY, 42, "<L", second + 6)
    return patched(changed, END, 16, "<L", start + 6)


def hidden_before_directory() -> bytes:
    content = write_zip({"a.txt": b"data"})
    start = content.index(ENTRY)
    return patched(content[:start] + b"hidden" + content[start:], END, 16, "<L", start + 6)


def without_eof() -> bytes:
    """A deflated member whose last block is missing."""
    packed = zlib.compressobj(wbits=-15)
    data = packed.compress(b"data") + packed.flush(zlib.Z_SYNC_FLUSH)
    content = zipped(lambda archive: archive.writestr("a.txt", data))
    content = patched(content, HEADER, 8, "<H", 8)
    content = patched(content, ENTRY, 10, "<H", 8)
    crc = zlib.crc32(b"data")
    content = patched(content, HEADER, 14, "<3L", crc, len(data), 4)
    return patched(content, ENTRY, 16, "<3L", crc, len(data), 4)


ONE = write_zip({"a.txt": b"data"})
TRICKS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not a whole zip archive"),
    "a magic alone": (HEADER, "not a whole zip archive"),
    "a prefix": (b"#!/bin/sh\n" + ONE, "not a whole zip archive"),
    "no members": (zipped(lambda _archive: None), "not a whole zip archive"),
    "cut off": (ONE[:-1], "cut off"),
    "followed by more": (ONE + b"more", "something follows"),
    "a comment": (zipped(lambda archive: setattr(archive, "comment", b"hi")), "not a whole zip"),
    "a second disk": (patched(ONE, END, 4, "<H", 1), "spread over several"),
    "a 64-bit directory": (
        patched(ONE[:-22] + b"PK\x06\x07" + bytes(16) + ONE[-22:], END, 12, "<L", 0),
        "spread over several",
    ),
    "a displaced directory": (patched(ONE, END, 16, "<L", 3), "not where it says"),
    "too many members": (write_zip({str(n): b"" for n in range(5)}), "it has 5 members"),
    "a count too small": (
        patched(write_zip({"a.txt": b"", "empty": b""}), END, 8, "<2H", 1, 1),
        "more than its members",
    ),
    "a count too large": (patched(ONE, END, 8, "<2H", 2, 2), "directory is cut off"),
    "a damaged entry": (patched(ONE, ENTRY, 0, "<L", 7), "directory is damaged"),
    "a name too long": (patched(ONE, ENTRY, 28, "<H", 900), "directory is damaged"),
    "unknown": (entry("run.sh"), "holds “run.sh”, which no model has"),
    "in a folder": (entry("sub/a.txt"), "holds “sub/a.txt”, which no model has"),
    "not ascii": (entry("ä.txt"), "which no model has"),
    "a name for a terminal": (entry("\x1b[2J" + "x" * 60), "holds “?[2J" + "x" * 36 + "…”"),
    "absolute": (entry("/etc/passwd"), "outside its folder"),
    "a share": (entry("\\\\host\\a"), "outside its folder"),
    "a drive": (entry("C:a.txt"), "outside its folder"),
    "a way out": (entry("../a.txt"), "outside its folder"),
    "a way out inside": (entry("sub/../../a.txt"), "outside its folder"),
    "a link": (entry("a.txt", mode=0o120777), "a link or a folder"),
    "a folder": (entry("a.txt", mode=0o040755), "a link or a folder"),
    "a device": (entry("a.txt", mode=0o060644), "a link or a folder"),
    "extra fields": (entry("a.txt", extra=b"UT\x01\x00\x01"), "fields that FaceQA does not read"),
    "a note": (entry("a.txt", note=b"note"), "fields that FaceQA does not read"),
    "encrypted": (patched(ONE, ENTRY, 8, "<H", 1), "is encrypted"),
    "flags": (patched(ONE, ENTRY, 8, "<H", 8), "does not read"),
    "another method": (patched(ONE, ENTRY, 10, "<H", 12), "does not read"),
    "too long": (write_zip({"a.txt": bytes(201)}), "unpacks to 201 bytes, and may have 200 bytes"),
    "a declared bomb": (
        patched(write_zip({"long": b"data"}), ENTRY, 24, "<L", 0xFFFFFFF0),
        "unpacks to 4295 MB, and may have 50 MB at most",
    ),
    "twice": (
        patched(write_zip({"a.txt": b"x", "b.txt": b"y"}), b"b.txt", 0, "<5B", *b"a.txt"),
        "holds “a.txt” twice",
    ),
    "overlapping": (overlapping(), "overlaps another member"),
    "hidden between": (hidden_between(), "hides data"),
    "hidden at the end": (hidden_before_directory(), "hides data"),
    "a gap at the start": (patched(ONE, ENTRY, 42, "<L", 2), "hides data"),
    "another header": (patched(ONE, HEADER, 14, "<L", 7), "say different things"),
    "another name": (patched(ONE, HEADER, 30, "<5B", *b"b.bin"), "say different things"),
    "an extra header": (patched(ONE, HEADER, 28, "<H", 3), "fields that FaceQA does not read"),
    "no end": (without_eof(), "not as long as it says"),
    "too short": (
        patched(patched(ONE, HEADER, 22, "<L", 5), ENTRY, 24, "<L", 5),
        "not as long as it says",
    ),
    "damaged": (ONE.replace(b"data", b"date"), "is damaged"),
    "past the directory": (
        patched(patched(ONE, HEADER, 18, "<2L", 99, 99), ENTRY, 20, "<2L", 99, 99),
        "overlaps the directory",
    ),
    "no deflate": (
        patched(patched(write_zip({"a.txt": b"\xff\xff"}), HEADER, 8, "<H", 8), ENTRY, 10, "<H", 8),
        "is damaged",
    ),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_each_trick_is_refused_in_words(trick: str) -> None:
    content, words = TRICKS[trick]
    with pytest.raises(ArchiveError) as refused:
        read(content)
    assert words in str(refused.value)
    assert str(refused.value).isprintable()


def test_members_that_are_too_much_together_are_refused() -> None:
    with pytest.raises(ArchiveError, match="it unpacks to 376 bytes, and may have 300 bytes"):
        read_zip(write_zip(MEMBERS), LIMITS.get, most_members=3, most_bytes=300)


def test_a_64_bit_header_of_another_kind_is_refused() -> None:
    def in_64_bits(archive: zipfile.ZipFile) -> None:
        with archive.open("a.txt", "w", force_zip64=True) as stream:
            stream.write(b"data")

    content = zipped(in_64_bits)
    with pytest.raises(ArchiveError, match="does not read"):
        read(patched(content, HEADER, 30 + 5, "<H", 2))
    with pytest.raises(ArchiveError, match="say different things"):
        read(patched(content, HEADER, 30 + 5 + 4, "<Q", 5))


def test_a_header_that_is_cut_off_is_refused() -> None:
    """The directory says that a second member begins a few bytes before it."""
    content = write_zip({"a.txt": b"data", "b.bin": b""})
    place, start = content.rindex(HEADER), content.index(ENTRY)
    short = content[: place + 10] + content[start:]
    with pytest.raises(ArchiveError, match="is cut off"):
        read(patched(short, END, 16, "<L", place + 10))


def test_a_bomb_costs_no_more_memory_than_it_may() -> None:
    bomb = deflated({"long": bytes(40_000_000)})
    lying = patched(patched(bomb, HEADER, 22, "<L", 1000), ENTRY, 24, "<L", 1000)
    tracemalloc.start()
    with pytest.raises(ArchiveError, match="not as long as it says"):
        read(lying)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


SOUND = write_zip(MEMBERS), deflated(MEMBERS)


@given(
    st.sampled_from(SOUND),
    st.lists(
        st.tuples(
            st.integers(0, 700),
            st.sampled_from(("set", "cut", "insert", "repeat")),
            st.binary(min_size=1, max_size=12),
        ),
        min_size=1,
        max_size=5,
    ),
)
@example(SOUND[0], [(0, "insert", b"PK\x03\x04")])
@settings(max_examples=600, deadline=None)
def test_no_mutation_gets_other_bytes_through(
    content: bytes, mutations: list[tuple[int, str, bytes]]
) -> None:
    for place, kind, data in mutations:
        at = place % (len(content) + 1)
        if kind == "set":
            content = content[:at] + data + content[at + len(data) :]
        elif kind == "cut":
            content = content[:at] + content[at + len(data) :]
        elif kind == "insert":
            content = content[:at] + data + content[at:]
        else:
            content = content[:at] + content[at // 2 :]
    try:
        members = read(content)
    except ArchiveError:
        return
    # Only what says nothing of a member's bytes, such as its date, may have changed.
    assert members == {name: MEMBERS[name] for name in members}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == members
