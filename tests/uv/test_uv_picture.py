"""The choice of the UV picture, its checks and its registration."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.frames.frame import Box, Frame, Pixels
from faceqa_gui.uv.uv_picture import (
    LEAST_LIT_SHARE,
    LIT_LEVEL,
    MOST_SATURATED_SHARE,
    LitTime,
    PictureLight,
    Sight,
    choose,
    crop_for,
    problem_with,
    registered,
)

LIT = LitTime(10.0, 11.0)
LEVELS = {"sound": 120, "black": 5, "saturated": 255}


def picture(level: int, mark: int = 0) -> Pixels:
    """A picture of one level in blue alone, as a Wood's lamp gives, with a mark in a corner."""
    pixels = np.zeros((24, 32, 3), np.uint8)
    pixels[:, :, 2] = level
    pixels[0, :2, 0] = divmod(mark, 256)
    return pixels


def frame(pixels: Pixels, at: float, sequence: int = 0) -> Frame:
    return Frame(pixels, sequence, at, "uv")


BEFORE = Sight.after(None, frame(picture(5, 60_000), 9.5))


def sights(kinds: list[tuple[float, str]]) -> list[Sight]:
    """What a camera saw: moments after 9 s, and what each picture was."""
    seen: list[Sight] = []
    for number, (after, kind) in enumerate(sorted(kinds)):
        pixels = picture(LEVELS.get(kind, 120), number)
        if kind == "repeated" and seen:
            pixels = seen[-1].frame.pixels
        elif kind == "as before":
            pixels = BEFORE.frame.pixels
        seen.append(Sight.after(seen[-1] if seen else None, frame(pixels, 9 + after, number)))
    return seen


def is_sound(sight: Sight) -> bool:
    """Written anew, so that the choice is not measured against itself."""
    brightest = int(sight.frame.pixels[1:].max())
    fresh = sight.first_shown_at >= LIT.first
    old = np.array_equal(sight.frame.pixels, BEFORE.frame.pixels)
    return 32 <= brightest < 250 and fresh and not old


KINDS = st.lists(
    st.tuples(
        st.floats(0.0, 3.0),
        st.sampled_from(["sound", "black", "saturated", "repeated", "as before"]),
    ),
    max_size=24,
)


@given(KINDS, st.randoms(use_true_random=False))
def test_only_a_lit_frame_is_chosen_and_a_sound_one_before_all_others(
    kinds: list[tuple[float, str]], random: Random
) -> None:
    seen = sights(kinds)
    lit = [sight for sight in seen if LIT.first <= sight.frame.captured_at <= LIT.last]
    shuffled = list(seen)
    random.shuffle(shuffled)
    chosen = choose(shuffled, LIT, BEFORE)
    if not lit:
        assert chosen is None
        return
    assert chosen is not None
    assert LIT.first <= chosen.frame.captured_at <= LIT.last
    sound = [sight.frame.captured_at for sight in lit if is_sound(sight)]
    assert (not chosen.failed) == bool(sound)
    assert (problem_with(chosen) == "") == bool(sound)
    if sound:
        assert chosen.frame.captured_at == max(sound)


@pytest.mark.parametrize(
    ("kinds", "failed", "words"),
    [
        ([(1.5, "black")], ("not_black",), "black"),
        ([(1.5, "saturated")], ("not_saturated",), "too bright"),
        ([(0.9, "sound"), (1.5, "repeated")], ("not_stale",), "nothing newer"),
        ([(1.5, "as before")], ("not_black", "not_stale"), "nothing newer"),
        ([(1.5, "sound")], (), ""),
    ],
)
def test_what_is_wrong_is_named(
    kinds: list[tuple[float, str]], failed: tuple[str, ...], words: str
) -> None:
    chosen = choose(sights(kinds), LIT, BEFORE)
    assert chosen is not None
    assert chosen.failed == failed
    assert words in problem_with(chosen)


def test_nothing_in_the_light_is_a_sentence() -> None:
    assert choose(sights([(0.5, "sound"), (2.5, "sound")]), LIT, BEFORE) is None
    assert "no picture while the light was on" in problem_with(None)


def test_a_picture_that_came_first_in_the_dark_is_stale_however_often_it_comes() -> None:
    kinds = [(0.99, "sound"), *((1.0 + step / 10, "repeated") for step in range(1, 9))]
    chosen = choose(sights(kinds), LIT, BEFORE)
    assert chosen is not None
    (stale,) = (check for check in chosen.checks if check.name == "not_stale")
    assert stale.score == pytest.approx(0.81)


def test_light_is_measured_in_the_brightest_channel() -> None:
    blue = PictureLight.of(picture(LIT_LEVEL))
    assert blue.lit == 1.0
    assert not blue.is_black
    assert PictureLight.of(picture(LIT_LEVEL - 1)).is_black
    assert PictureLight.of(picture(250)).is_saturated


@given(st.floats(0.0, 1.0))
def test_the_shares_are_those_of_the_picture(share: float) -> None:
    pixels = np.zeros((100, 100, 3), np.uint8)
    rows = round(100 * share)
    pixels[:rows] = 255
    light = PictureLight.of(pixels)
    assert light.lit == light.saturated == rows / 100
    assert light.is_black == (rows / 100 < LEAST_LIT_SHARE)
    assert light.is_saturated == (rows / 100 > MOST_SATURATED_SHARE)


SIZES = st.integers(2, 400)


@given(SIZES, SIZES, SIZES, SIZES)
def test_the_crop_is_centred_inside_and_the_largest_of_its_aspect(
    width: int, height: int, to_width: int, to_height: int
) -> None:
    crop = crop_for(frame(np.zeros((height, width, 3), np.uint8), 0.0), to_width, to_height)
    assert crop.left >= 0
    assert crop.top >= 0
    assert abs(2 * crop.left + crop.width - width) <= 1
    assert abs(2 * crop.top + crop.height - height) <= 1
    assert crop.width == width or crop.height == height
    exact = min(width, height * to_width / to_height), min(height, width * to_height / to_width)
    assert abs(crop.width - exact[0]) <= 1.0
    assert abs(crop.height - exact[1]) <= 1.0


def test_registration_keeps_what_is_in_the_middle_in_the_middle() -> None:
    pixels = np.zeros((400, 1000, 3), np.uint8)
    pixels[180:220, 480:520] = 200
    uv = frame(pixels, 0.0)
    crop = crop_for(uv, 64, 48)
    assert crop == Box(233, 0, 533, 400)
    small = registered(uv, crop, 64, 48)
    assert small.shape == (48, 64, 3)
    rows, columns = np.nonzero(small[:, :, 0] > 100)
    assert rows.mean() == pytest.approx(23.5, abs=0.6)
    assert columns.mean() == pytest.approx(31.5, abs=0.6)
    same = frame(picture(90), 0.0)
    assert np.array_equal(registered(same, crop_for(same, 32, 24), 32, 24), same.pixels)
