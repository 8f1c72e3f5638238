"""A runtime that is limited to one thread gives the answers of all cores, bit for bit."""

import numpy as np
import pytest

from faceqa_gui.quality.model_file import default_model_folder, read_model
from faceqa_gui.quality.runtime import probe_batch
from faceqa_gui.quality.runtimes import RUNTIMES, open_named


@pytest.mark.parametrize("name", RUNTIMES)
def test_threads_change_no_bit(name: str) -> None:
    file = read_model(default_model_folder())
    batch = np.tile(probe_batch(), (3, 1, 1, 1))
    many, one = (open_named(name, file, threads).run(batch) for threads in (None, 1))
    np.testing.assert_array_equal(one.logits, many.logits)
    np.testing.assert_array_equal(one.class_maps, many.class_maps)
