"""Encryption at rest: what is sealed opens with its key in its place, and in no other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.errors import StoreError
from faceqa_gui.records.seal import KEY_BYTES, MissingKey, Sealer, is_sealed, opened, sealed

KEY = bytes(range(KEY_BYTES))


@given(data=st.binary(max_size=300), place=st.text(max_size=40))
def test_what_is_sealed_opens_in_its_place(data: bytes, place: str) -> None:
    sealer = Sealer(KEY)
    closed = sealer.seal(data, place)
    assert is_sealed(closed)
    assert opened(closed, place, sealer) == data
    assert data not in closed or len(data) < 8, "so much is never met by chance"


@given(data=st.binary(min_size=1, max_size=60), change=st.data())
def test_any_changed_byte_is_refused(data: bytes, change: st.DataObject) -> None:
    sealer = Sealer(KEY)
    closed = bytearray(sealer.seal(data, "here"))
    offset = change.draw(st.integers(4, len(closed) - 1))
    closed[offset] ^= change.draw(st.integers(1, 255))
    with pytest.raises(StoreError, match=r"cannot be decrypted|encrypted with the key"):
        sealer.open(bytes(closed), "here")


@pytest.mark.parametrize("length", [4, 12, 20, 24, 30])
def test_a_cut_item_is_refused(length: int) -> None:
    sealer = Sealer(KEY)
    with pytest.raises(StoreError):
        sealer.open(sealer.seal(b"data", "here")[:length], "here")


def test_items_cannot_be_swapped() -> None:
    sealer = Sealer(KEY)
    with pytest.raises(StoreError, match="belongs elsewhere"):
        sealer.open(sealer.seal(b"data", "one/frame.png"), "two/frame.png")


def test_another_key_is_named() -> None:
    other = Sealer(bytes(KEY_BYTES))
    with pytest.raises(StoreError, match=f"key {other.name}, not with {Sealer(KEY).name}"):
        Sealer(KEY).open(other.seal(b"data", "here"), "here")


def test_the_same_data_is_never_sealed_alike() -> None:
    sealer = Sealer(KEY)
    assert len({sealer.seal(b"data", "here") for _ in range(50)}) == 50


def test_plain_data_passes_and_sealed_data_needs_a_key() -> None:
    assert sealed(b"plain", "here", None) == b"plain"
    assert opened(b"plain", "here", None) == b"plain"
    with pytest.raises(StoreError, match="no key was given"):
        opened(Sealer(KEY).seal(b"data", "here"), "here", None)


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Sealer(b"short")


def test_a_missing_key_refuses_everything_with_its_reason() -> None:
    missing = MissingKey("The key is gone.")
    with pytest.raises(StoreError, match="The key is gone"):
        missing.seal(b"data", "here")
    with pytest.raises(StoreError, match="The key is gone"):
        opened(Sealer(KEY).seal(b"data", "here"), "here", missing)
