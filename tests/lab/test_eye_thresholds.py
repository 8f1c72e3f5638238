"""Thresholds that no held-out open eye may cross."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.lab.eye_thresholds import BLINKING, MARGIN, choose_thresholds, fit_eye_temperature

LOGITS = st.lists(st.floats(-8.0, 8.0), min_size=3, max_size=60)


@given(LOGITS, LOGITS)
def test_no_open_face_is_called_closed(opened: list[float], closed: list[float]) -> None:
    logits = np.array([*opened, *closed])
    truth = np.array([False] * len(opened) + [True] * len(closed))
    thresholds = choose_thresholds(logits, truth, np.array([]))
    assert logits[~truth].max() + MARGIN <= thresholds.closed_logit + 1e-9
    assert thresholds.open_logit < 0.0 < thresholds.closed_logit
    assert 0.0 <= thresholds.open_below < 0.5 < thresholds.closed_above <= 1.0
    recognised = thresholds.closed_recognised(logits, truth)
    assert recognised == pytest.approx((logits[truth] >= thresholds.closed_logit).mean())
    assert f"{recognised:.1%}" in thresholds.text(logits, truth)


@given(st.lists(st.floats(-8.0, 8.0), min_size=1, max_size=400))
def test_few_good_faces_are_called_closed(good: list[float]) -> None:
    logits, truth = np.array([-3.0, 3.0]), np.array([False, True])
    limit = choose_thresholds(logits, truth, np.array(good)).closed_logit
    assert (np.array(good) > limit).mean() <= BLINKING


def test_the_temperature_undoes_a_scale() -> None:
    generator = np.random.default_rng(0)
    logits = generator.normal(0.0, 2.0, (4000, 2))
    truth = generator.random(4000) < 1.0 / (1.0 + np.exp(-logits[:, 0]))
    one_eye = logits[:, :1]
    assert fit_eye_temperature(one_eye, truth) == pytest.approx(1.0, abs=0.1)
    assert fit_eye_temperature(3.0 * one_eye, truth) == pytest.approx(3.0, abs=0.3)
