"""Loss and accuracy curves of a training run as a picture."""

from collections.abc import Mapping, Sequence
from pathlib import Path


def draw_curves(history: Mapping[str, Sequence[float]], path: Path) -> None:
    """Draw `loss`, `val_loss`, `accuracy` and `val_accuracy` over epochs into a PNG file."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.6), layout="constrained")
    for axes, name in zip(figure.subplots(1, 2), ("loss", "accuracy"), strict=True):
        epochs = range(1, len(history[name]) + 1)
        axes.plot(epochs, history[name], marker="o", markersize=3, label="training")
        axes.plot(epochs, history[f"val_{name}"], marker="s", markersize=3, label="validation")
        axes.set_xlabel("epoch")
        axes.set_title(name)
        axes.grid(visible=True, alpha=0.3)
        axes.legend()
    figure.savefig(path, dpi=110)
