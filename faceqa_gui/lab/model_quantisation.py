"""Giving a MobileNet late layers in 8 bits, calibrated on samples such as explanations ask."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from faceqa_gui.errors import DatasetError, ModelError
from faceqa_gui.explanation.colours import overlay_heat
from faceqa_gui.explanation.grad_cam import grad_cam
from faceqa_gui.explanation.perturbations import draw_masks
from faceqa_gui.explanation.superpixels import cut_superpixels, mean_colours
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.frames.resample import compose
from faceqa_gui.lab.dataset import Dataset
from faceqa_gui.lab.onnx_export import rounded_onnx
from faceqa_gui.lab.quantisation import round_layers
from faceqa_gui.quality.convolutions import EARLY_BLOCKS, Values, fold, pack
from faceqa_gui.quality.keras_runtime import KerasRuntime, load_network
from faceqa_gui.quality.model import QualityModel
from faceqa_gui.quality.model_file import (
    EARLY_FILE,
    ROUNDED_FILE,
    read_model,
    write_manifest,
)
from faceqa_gui.quality.network import LOGITS
from faceqa_gui.quality.preprocessing import network_input
from faceqa_gui.settings import ExplanationSettings

_SAMPLES_EACH = 2
# Every so many pictures the overlaid picture itself is a sample too.
_WHOLE_EVERY = 4
_BATCH = 32

Report = Callable[[int, int], None]


def quantise_model(folder: Path, dataset: Dataset, pictures: int, report: Report) -> None:
    """Write the early layers and the late ones in 8 bits into a model folder.

    The station uses them once `faceqa model verify --keep` has found that they agree.

    Args:
        folder: of the model; its manifest lists the new files afterwards, and no runtime that
            was verified with other files.
        dataset: training pictures to calibrate on.
        pictures: how many of them, spread evenly.
        report: called with the number of steps done and in all.

    Raises:
        ModelError: the model is no MobileNet, or the folder cannot be written.
        DatasetError: there are no pictures.
    """
    import keras

    file = read_model(folder)
    network = load_network(file.keras_bytes)
    layers = fold(network)
    early, late = layers[: 1 + 2 * EARLY_BLOCKS], layers[1 + 2 * EARLY_BLOCKS :]
    if not dataset.images:
        raise DatasetError(f"{dataset.root} has no pictures to calibrate on.")
    places = np.linspace(0, len(dataset.images) - 1, min(pictures, len(dataset.images)))
    model = QualityModel(file, KerasRuntime(network))
    cut = network.get_layer(f"conv_pw_{EARLY_BLOCKS}_relu").output
    to_features = keras.Model(network.input, cut)
    steps = len(places) + len(late)
    features: list[Values] = []
    for number, place in enumerate(places):
        picture = network_input(read_picture(dataset.images[int(place)].path))
        samples = _samples(picture, model, number)
        features.append(np.asarray(to_features(samples, training=False), np.float32))
        report(number + 1, steps)
    rounded = round_layers(
        late, np.concatenate(features), lambda done, _all: report(len(places) + done, steps)
    )
    dense, bias = network.get_layer(LOGITS).get_weights()
    contents = {EARLY_FILE: pack(early), ROUNDED_FILE: rounded_onnx(rounded, dense, bias)}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    try:
        for name, content in contents.items():
            part = folder / f"{name}.part"
            part.write_bytes(content)
            part.replace(folder / name)
    except OSError as error:
        raise ModelError(f"{folder} cannot be written: {error.strerror}.") from error
    files = {**file.manifest.files, **digests}
    write_manifest(folder, file.manifest.model_copy(update={"files": files, "verified": ()}))


def _samples(picture: Pixels, model: QualityModel, seed: int) -> Values:
    """What an explanation of this picture would ask: float32, N×224×224×3."""
    settings = ExplanationSettings()
    prediction = model.runtime.run(picture[None].astype(np.float32))
    column = int(prediction.logits[0].argmax())
    heat = grad_cam(prediction.class_maps[0, :, :, column], picture.shape[0])
    heated = overlay_heat(picture, heat, settings.overlay)
    segments = cut_superpixels(
        heated,
        kernel_size=settings.quickshift_kernel_size,
        max_distance=settings.quickshift_max_distance,
        seed=settings.seed,
    )
    # The first mask of a draw shows everything.
    first = 0 if seed % _WHOLE_EVERY == 0 else 1
    masks = draw_masks(1 + _SAMPLES_EACH, int(segments.max()) + 1, seed)[first:]
    shown = [row[segments] for row in (masks * 255).astype(np.uint8)]
    return compose(heated, mean_colours(heated, segments), shown)
