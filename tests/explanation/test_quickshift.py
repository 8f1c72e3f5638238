"""Our quickshift cuts exactly what scikit-image cuts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from skimage.segmentation import quickshift as reference
from support.analytic import patterned_picture

from faceqa_gui.explanation.quickshift import quickshift
from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Pixels, Region
from faceqa_gui.quality.preprocessing import network_input


def theirs(
    picture: Pixels, *, kernel_size: float, max_distance: float, seed: int
) -> NDArray[np.int64]:
    found = reference(picture, ratio=0.2, kernel_size=kernel_size, max_dist=max_distance, rng=seed)
    return np.asarray(found, np.int64)


def same(
    picture: Pixels, *, kernel_size: float = 4.0, max_distance: float = 200.0, seed: int = 0
) -> bool:
    ours = quickshift(
        picture, kernel_size=kernel_size, max_distance=max_distance, ratio=0.2, seed=seed
    )
    expected = theirs(picture, kernel_size=kernel_size, max_distance=max_distance, seed=seed)
    return bool(np.array_equal(ours, expected))


def test_a_face_is_cut_alike() -> None:
    demo = DemoSubject(paced=False)
    demo.open()
    frame = demo.read()
    demo.close()
    assert frame is not None
    picture = network_input(Region.centred(frame).cut(frame))
    assert same(picture)
    assert same(picture[:150, 20:90], max_distance=6.0, seed=9)


@pytest.mark.parametrize("seed", [0, 1])
def test_blocks_and_noise_are_cut_alike(seed: int) -> None:
    assert same(patterned_picture(seed), seed=seed)
    noise = np.random.default_rng(seed).integers(0, 256, (90, 110, 3), np.uint8)
    assert same(noise, seed=seed)


@pytest.mark.parametrize("value", [0, 77, 255])
def test_where_only_the_noise_decides_it_is_cut_alike(value: int) -> None:
    assert same(np.full((96, 96, 3), value, np.uint8))


@settings(max_examples=60, deadline=None)
@given(
    height=st.integers(1, 40),
    width=st.integers(1, 40),
    levels=st.sampled_from([1, 2, 3, 16, 256]),
    kernel_size=st.floats(1.0, 6.0),
    max_distance=st.floats(0.5, 300.0),
    seed=st.integers(0, 1000),
)
def test_any_picture_is_cut_alike(
    *, height: int, width: int, levels: int, kernel_size: float, max_distance: float, seed: int
) -> None:
    # Few levels make many equal colours, so that ties are everywhere.
    generator = np.random.default_rng(seed)
    values = generator.integers(0, levels, (height, width, 3)) * (255 // max(levels - 1, 1))
    picture = np.clip(values, 0, 255).astype(np.uint8)
    assert same(picture, kernel_size=kernel_size, max_distance=max_distance, seed=seed)
