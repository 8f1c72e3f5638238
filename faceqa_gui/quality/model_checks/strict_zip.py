"""`read_zip`: a zip reader that takes only archives which every reader would read alike.

Members must follow each other without gap or overlap, and the directory must say of each what its
own header says: no hidden data, no second directory, nothing before or behind (see APPNOTE.TXT
4.3). What a member may be called and how large it may be is fixed before anything is unpacked, so
that a bomb costs no more memory than a model.
"""

import io
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from faceqa_gui.wording import said

LimitOf = Callable[[str], int | None]
"""How many bytes a member of this name may have; None where there may be no such member."""

ZIP_MAGIC = b"PK\x03\x04"

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_HEADER = struct.Struct("<4s5H3L2H")
_END_MAGIC, _ENTRY_MAGIC = b"PK\x05\x06", b"PK\x01\x02"
_ZIP64_LOCATOR, _ZIP64_LOCATOR_BYTES = b"PK\x06\x07", 20
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8, _DEFLATE_LEVEL = 0x0001, 0x0800, 0x0006
_IN_ZIP64 = 0xFFFFFFFF
# A header may give the sizes once more in 64 bits; numpy's own writer does.
_ZIP64_EXTRA = struct.Struct("<2H2Q")
_UNIX, _FILE_TYPES, _PLAIN_FILE = 3, 0o170000, {0, 0o100000}
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)


class ArchiveError(ValueError):
    """What is wrong with an archive, as the rest of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int


def read_zip(
    content: bytes, limit_of: LimitOf, *, most_members: int, most_bytes: int
) -> dict[str, bytes]:
    """Every member of an archive, unpacked and compared with its checksum.

    Args:
        content: the archive.
        limit_of: names the members that there may be.
        most_members: that there may be.
        most_bytes: that all of them may unpack to.

    Raises:
        ArchiveError: it is no such archive.
    """
    count, size, start = _end(content)
    if count > most_members:
        raise ArchiveError(
            said(
                "it has {count} members, and a model has at most {most_members}",
                count=count,
                most_members=most_members,
            )
        )
    entries = _directory(content[start : start + size], count)
    for entry in entries:
        _check(entry, limit_of)
    unpacked = sum(entry.size for entry in entries)
    if unpacked > most_bytes:
        raise ArchiveError(
            said(
                "it unpacks to {unpacked}, and may have {most} at most",
                unpacked=_megabytes(unpacked),
                most=_megabytes(most_bytes),
            )
        )
    names = [entry.name for entry in entries]
    for name in names:
        if names.count(name) > 1:
            raise ArchiveError(said("it holds {name} twice", name=_quoted(name)))
    body = memoryview(content)[:start]
    place, members = 0, {}
    for entry in sorted(entries, key=lambda one: one.offset):
        packed, place = _packed(body, entry, place)
        members[entry.name] = _unpacked(entry, packed)
    if place != start:
        raise ArchiveError(said("it hides data between its members"))
    return members


def write_zip(members: Mapping[str, bytes]) -> bytes:
    """An archive of `members` in their order, uncompressed; the same bytes for the same members."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        for name, data in members.items():
            entry = ZipInfo(name, _FIRST_DATE)
            entry.create_system = _UNIX
            entry.external_attr = 0o100600 << 16
            archive.writestr(entry, data)
    return content.getvalue()


def _end(content: bytes) -> tuple[int, int, int]:
    """Number of members, and size and place of the directory."""
    start = len(content) - _END.size
    if start < 0 or not content.startswith(ZIP_MAGIC):
        raise ArchiveError(said("it is not a whole zip archive"))
    magic, disk, first_disk, here, count, size, place, comment = _END.unpack_from(content, start)
    if magic != _END_MAGIC or comment:
        raise ArchiveError(said("it is cut off, or something follows its end"))
    locator = content[max(0, start - _ZIP64_LOCATOR_BYTES) : start]
    if disk or first_disk or here != count or locator.startswith(_ZIP64_LOCATOR):
        raise ArchiveError(said("it is spread over several files or too large for a model"))
    if place + size != start:
        raise ArchiveError(said("its directory is not where it says"))
    return count, size, place


def _directory(content: bytes, count: int) -> list[_Entry]:
    entries, place = [], 0
    for _ in range(count):
        if len(content) < place + _ENTRY.size:
            raise ArchiveError(said("its directory is cut off"))
        fields = _ENTRY.unpack_from(content, place)
        magic, made_by, _, flags, method, _, _, checksum, packed, size = fields[:10]
        name_bytes, extra_bytes, comment_bytes, disk, _, attributes, offset = fields[10:]
        place += _ENTRY.size
        raw_name = content[place : place + name_bytes]
        place += name_bytes
        # Beyond ASCII no name is one of a model, whatever its encoding.
        name = raw_name.decode("ascii", errors="replace")
        if magic != _ENTRY_MAGIC or len(raw_name) != name_bytes:
            raise ArchiveError(said("its directory is damaged"))
        if extra_bytes or comment_bytes or disk:
            raise ArchiveError(
                said("{name} in it has fields that FaceQA does not read", name=_quoted(name))
            )
        if made_by >> 8 == _UNIX and (attributes >> 16) & _FILE_TYPES not in _PLAIN_FILE:
            raise ArchiveError(
                said("{name} in it is a link or a folder, not a file", name=_quoted(name))
            )
        entries.append(_Entry(name, raw_name, flags, method, checksum, packed, size, offset))
    if place != len(content):
        raise ArchiveError(said("its directory holds more than its members"))
    return entries


def _check(entry: _Entry, limit_of: LimitOf) -> None:
    name = _quoted(entry.name)
    if entry.name.startswith(("/", "\\")) or re.search(r"(^|[/\\])\.\.([/\\]|$)|:", entry.name):
        raise ArchiveError(said("{name} in it would be written outside its folder", name=name))
    limit = limit_of(entry.name)
    if limit is None:
        raise ArchiveError(said("it holds {name}, which no model has", name=name))
    if entry.flags & _ENCRYPTED:
        raise ArchiveError(said("{name} in it is encrypted", name=name))
    if entry.flags & ~(_UTF8 | _DEFLATE_LEVEL) or entry.method not in {_STORED, _DEFLATED}:
        raise ArchiveError(
            said("{name} in it is packed in a way that FaceQA does not read", name=name)
        )
    if entry.size > limit:
        raise ArchiveError(
            said(
                "{name} in it unpacks to {size}, and may have {most} at most",
                name=name,
                size=_megabytes(entry.size),
                most=_megabytes(limit),
            )
        )


def _packed(body: memoryview, entry: _Entry, place: int) -> tuple[memoryview, int]:
    """A member as it lies there, and where it ends; its header must say what the directory says."""
    name = _quoted(entry.name)
    if entry.offset < place:
        raise ArchiveError(said("{name} in it overlaps another member", name=name))
    if entry.offset > place:
        raise ArchiveError(said("it hides data between its members"))
    if len(body) < place + _HEADER.size:
        raise ArchiveError(said("{name} in it is cut off", name=name))
    fields = _HEADER.unpack_from(body, place)
    magic, _, flags, method, _, _, checksum, packed, size, name_bytes, extra_bytes = fields
    start = place + _HEADER.size
    names_end, data = start + name_bytes, start + name_bytes + extra_bytes
    extra = body[names_end:data]
    if extra:
        if len(extra) != _ZIP64_EXTRA.size or (packed, size) != (_IN_ZIP64, _IN_ZIP64):
            raise ArchiveError(said("{name} in it has fields that FaceQA does not read", name=name))
        kind, length, size, packed = _ZIP64_EXTRA.unpack(extra)
        if (kind, length) != (1, 16):
            raise ArchiveError(said("{name} in it has fields that FaceQA does not read", name=name))
    found = (magic, bytes(body[start:names_end]), flags, method, checksum, packed, size)
    wanted = (
        ZIP_MAGIC,
        entry.raw_name,
        entry.flags,
        entry.method,
        entry.checksum,
        entry.packed,
        entry.size,
    )
    if found != wanted:
        raise ArchiveError(
            said("its directory and the header of {name} say different things", name=name)
        )
    end = data + entry.packed
    if end > len(body):
        raise ArchiveError(said("{name} in it is cut off or overlaps the directory", name=name))
    return body[data:end], end


def _unpacked(entry: _Entry, packed: memoryview) -> bytes:
    name = _quoted(entry.name)
    if entry.method == _STORED:
        data, whole = bytes(packed), True
    else:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            # One byte more than it says, never all that it would unpack to.
            data = inflater.decompress(packed, entry.size + 1)
        except zlib.error as error:
            raise ArchiveError(said("{name} in it is damaged", name=name)) from error
        whole = inflater.eof and not inflater.unused_data
    if not whole or len(data) != entry.size:
        raise ArchiveError(said("{name} in it is not as long as it says", name=name))
    if zlib.crc32(data) != entry.checksum:
        raise ArchiveError(said("{name} in it is damaged", name=name))
    return data


def _quoted(name: str) -> str:
    """A name as it may be shown: short, and without anything that a terminal would obey."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in name)
    return f"“{plain[:40]}…”" if len(plain) > 40 else f"“{plain}”"


def _megabytes(size: int) -> str:
    return (
        said("{size:.0f} MB", size=size / 1e6)
        if size >= 1_000_000
        else said("{size} bytes", size=size)
    )
