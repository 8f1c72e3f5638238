"""Keys of encrypted stores, kept in the system's keyring or in a file."""

import base64
import os
import stat
from pathlib import Path
from typing import Literal

from faceqa_gui.errors import StoreError
from faceqa_gui.records.durable import make_folder, refusal, sync_folder, write_new_file
from faceqa_gui.records.seal import KEY_BYTES, MissingKey, Sealer
from faceqa_gui.wording import said

KeyPlace = Literal["keyring", "file"]

_SERVICE = "FaceQA"
_ENTRY = "key of the records"
_PREFIX = "faceqa-key-1:"
_FILE_LIMIT_BYTES = 1_000


def sealer_for(place: Literal["off"] | KeyPlace, key_file: Path | None) -> Sealer | None:
    """The sealer that the settings ask for; None where they ask for none.

    A key that cannot be had gives a sealer that refuses everything, so that a station starts,
    says why, and stores nothing unencrypted.
    """
    if place == "off":
        return None
    try:
        return Sealer(read_key(place, key_file))
    except StoreError as error:
        return MissingKey(str(error))


def read_key(place: KeyPlace, key_file: Path | None) -> bytes:
    """The key, 32 bytes.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    return _read_keyring() if place == "keyring" else _read_file(_named(key_file))


def create_key(place: KeyPlace, key_file: Path | None) -> Sealer:
    """Make a key and keep it; one that is there is never replaced.

    Raises:
        StoreError: there is one already, or it cannot be kept.
    """
    key = os.urandom(KEY_BYTES)
    keep_key(key, place, key_file)
    return Sealer(key)


def keep_key(key: bytes, place: KeyPlace, key_file: Path | None) -> None:
    """Keep a key that there is already, such as from a copy.

    Raises:
        StoreError: there is one already, or it cannot be kept.
    """
    text = _PREFIX + base64.b64encode(key).decode("ascii")
    if place == "keyring":
        _write_keyring(text)
        return
    path = _named(key_file)
    if os.path.lexists(path):
        raise StoreError(
            said("{path} exists and is not overwritten. Name another file.", path=path)
        )
    try:
        make_folder(path.absolute().parent)
        write_new_file(path, f"{text}\n".encode("ascii"))
        sync_folder(path.absolute().parent)
    except OSError as error:
        raise refusal(said("The key cannot be written"), path, error) from error


def _named(key_file: Path | None) -> Path:
    if key_file is None or not key_file.name:
        raise StoreError(said("No key file is named. Name one in the settings or with --key-file."))
    return key_file


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            text = stream.read(_FILE_LIMIT_BYTES)
    except OSError as error:
        raise refusal(said("The key cannot be read"), path, error) from error
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise StoreError(
            said(
                "{path} can be read by others, so it is no secret. Run: chmod 600 {path}", path=path
            )
        )
    return _parsed(text.decode("ascii", "replace"), str(path))


def _parsed(text: str, place: str) -> bytes:
    try:
        key = base64.b64decode(text.strip().removeprefix(_PREFIX), validate=True)
    except ValueError:
        key = b""
    if not text.startswith(_PREFIX) or len(key) != KEY_BYTES:
        raise StoreError(
            said("{place} holds no key of FaceQA. Restore it from your copy.", place=place)
        )
    return key


def _read_keyring() -> bytes:
    import keyring
    from keyring.errors import KeyringError

    try:
        text = keyring.get_password(_SERVICE, _ENTRY)
    except KeyringError as error:
        raise _no_keyring() from error
    if text is None:
        raise StoreError(
            said(
                "The system's keyring holds no key of FaceQA. Make one with “faceqa records key "
                "create --keyring”, or restore the one that was in use from your copy."
            )
        )
    return _parsed(text, said("The system's keyring"))


def _write_keyring(text: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_password(_SERVICE, _ENTRY) is not None:
            raise StoreError(
                said("The system's keyring holds a key of FaceQA already; it is kept.")
            )
        keyring.set_password(_SERVICE, _ENTRY, text)
    except KeyringError as error:
        raise _no_keyring() from error


def _no_keyring() -> StoreError:
    return StoreError(
        said(
            "The system's keyring cannot be used: it is locked or there is none. Unlock it, or "
            "use a key file."
        )
    )
