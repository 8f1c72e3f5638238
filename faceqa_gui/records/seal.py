"""`Sealer`: encryption at rest, AES-256 in Galois/counter mode (NIST SP 800-38D).

A sealed item begins with `FQS1`, eight bytes that name the key, and a random nonce of twelve
bytes; the tag at its end also covers where the item belongs, so that two items cannot be swapped.
With random nonces one key serves 2³² items, more than any store holds.
"""

import hashlib
import os

from faceqa_gui.errors import StoreError
from faceqa_gui.wording import said

KEY_BYTES = 32
_MAGIC = b"FQS1"
_NAME_BYTES = 8
_NONCE_BYTES = 12
_HEAD_BYTES = len(_MAGIC) + _NAME_BYTES + _NONCE_BYTES


def is_sealed(data: bytes) -> bool:
    """Whether `data` is a sealed item."""
    return data.startswith(_MAGIC)


class Sealer:
    """Seals and opens items with one key. Thread-safe."""

    def __init__(self, key: bytes) -> None:
        """Use a key of 32 random bytes.

        Raises:
            ValueError: it has another length.
        """
        if len(key) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
        # A store that is not encrypted starts without waiting for this library.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(key)
        self._name = hashlib.sha256(b"FaceQA key name\n" + key).digest()[:_NAME_BYTES]

    @property
    def name(self) -> str:
        """The key's name, 16 hexadecimal digits, from which the key cannot be found."""
        return self._name.hex()

    def seal(self, data: bytes, place: str) -> bytes:
        """Encrypt `data`, which belongs to `place`."""
        nonce = os.urandom(_NONCE_BYTES)
        head = _MAGIC + self._name + nonce
        return head + self._cipher.encrypt(nonce, data, head + place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What `seal` was given for the same `place`.

        Raises:
            StoreError: it was sealed with another key, altered, or belongs elsewhere.
        """
        from cryptography.exceptions import InvalidTag

        head, body = sealed[:_HEAD_BYTES], sealed[_HEAD_BYTES:]
        name = head[len(_MAGIC) : len(_MAGIC) + _NAME_BYTES]
        if name != self._name:
            raise StoreError(
                said(
                    "{place} is encrypted with the key {key}, not with {name}. Give the key "
                    "that was in use when it was stored.",
                    place=place,
                    key=name.hex(),
                    name=self.name,
                )
            )
        try:
            return self._cipher.decrypt(head[-_NONCE_BYTES:], body, head + place.encode())
        except (InvalidTag, ValueError) as error:
            raise StoreError(
                said(
                    "{place} cannot be decrypted: it was altered or belongs elsewhere. "
                    "Restore it from a backup.",
                    place=place,
                )
            ) from error


class MissingKey(Sealer):
    """In the place of a sealer whose key cannot be had: refuses everything, with the reason."""

    def __init__(self, problem: str) -> None:
        """Refuse with the sentence `problem`."""
        super().__init__(os.urandom(KEY_BYTES))
        self._problem = problem

    def seal(self, data: bytes, place: str) -> bytes:  # noqa: ARG002  (a sealer's form)
        """Raise `StoreError`."""
        raise StoreError(self._problem)

    def open(self, sealed: bytes, place: str) -> bytes:  # noqa: ARG002  (a sealer's form)
        """Raise `StoreError`."""
        raise StoreError(self._problem)


def opened(data: bytes, place: str, sealer: Sealer | None) -> bytes:
    """`data` as it was before it was sealed; plain data stays as it is.

    Raises:
        StoreError: it is sealed and cannot be opened.
    """
    if not is_sealed(data):
        return data
    if sealer is None:
        raise StoreError(
            said(
                "{place} is encrypted and no key was given. Give the key file, or start "
                "where the system's keyring holds the key.",
                place=place,
            )
        )
    return sealer.open(data, place)


def sealed(data: bytes, place: str, sealer: Sealer | None) -> bytes:
    """`data` sealed for `place`; as it is where the store is not encrypted."""
    return data if sealer is None else sealer.seal(data, place)
