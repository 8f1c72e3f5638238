"""Keys in files and in the keyring: made once, kept private, refused when they are none."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from faceqa_gui.cli import main
from faceqa_gui.errors import StoreError
from faceqa_gui.records.keys import create_key, keep_key, read_key, sealer_for
from faceqa_gui.records.seal import KEY_BYTES, Sealer

KEY = bytes(range(KEY_BYTES))


class MemoryKeyring(KeyringBackend):
    """A keyring in this process: the real library with a backend of our own."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.kept[service, username] = password


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_no_encryption_needs_no_key() -> None:
    assert sealer_for("off", None) is None


def test_a_file_keeps_the_key_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "station.key"
    made = create_key("file", path)
    assert Sealer(read_key("file", path)).name == made.name
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    sealer = sealer_for("file", path)
    assert sealer is not None
    assert sealer.name == made.name


def test_two_keys_are_never_alike(tmp_path: Path) -> None:
    assert create_key("file", tmp_path / "a").name != create_key("file", tmp_path / "b").name


def test_a_key_is_never_replaced(tmp_path: Path, ring: MemoryKeyring) -> None:
    create_key("file", tmp_path / "key")
    create_key("keyring", None)
    before = (tmp_path / "key").read_bytes(), dict(ring.kept)
    with pytest.raises(StoreError, match="not overwritten"):
        create_key("file", tmp_path / "key")
    with pytest.raises(StoreError, match="it is kept"):
        keep_key(KEY, "keyring", None)
    assert ((tmp_path / "key").read_bytes(), ring.kept) == before


@pytest.mark.parametrize(
    "content", [b"", b"faceqa-key-1:", b"faceqa-key-1:AAAA\n", b"nothing", b"\xff\xfe" * 40]
)
def test_a_file_that_holds_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.touch(0o600)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="holds no key"):
        read_key("file", path)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key"
    create_key("file", path)
    path.chmod(0o640)
    with pytest.raises(StoreError, match="chmod 600"):
        read_key("file", path)


@pytest.mark.parametrize("path", [None, Path()])
def test_a_file_that_is_not_named_is_said(path: Path | None) -> None:
    with pytest.raises(StoreError, match="No key file is named"):
        read_key("file", path)


def test_a_missing_file_refuses_and_says_so(tmp_path: Path) -> None:
    sealer = sealer_for("file", tmp_path / "gone.key")
    assert sealer is not None
    with pytest.raises(StoreError, match=r"The key cannot be read in .*gone\.key"):
        sealer.seal(b"data", "here")


def test_a_file_in_a_place_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="The key cannot be written"):
        create_key("file", tmp_path / "file" / "key")


def test_the_keyring_keeps_the_key(ring: MemoryKeyring, tmp_path: Path) -> None:
    made = create_key("keyring", None)
    sealer = sealer_for("keyring", None)
    assert sealer is not None
    assert sealer.name == made.name
    copy = tmp_path / "copy.key"
    assert main(["records", "key", "copy", "--keyring", "--to", str(copy)]) == 0
    ring.kept.clear()
    with pytest.raises(StoreError, match="holds no key"):
        read_key("keyring", None)
    assert main(["records", "key", "restore", "--key-file", str(copy)]) == 0
    assert Sealer(read_key("keyring", None)).name == made.name
    ring.kept.clear()
    assert main(["records", "key", "create", "--keyring"]) == 0


def test_a_locked_keyring_is_said(ring: MemoryKeyring) -> None:
    ring.locked = True
    with pytest.raises(StoreError, match="keyring cannot be used"):
        read_key("keyring", None)
    with pytest.raises(StoreError, match="keyring cannot be used"):
        create_key("keyring", None)
