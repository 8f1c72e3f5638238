"""`faceqa evaluate --robustness`: a quality model on altered pictures."""

import argparse
from pathlib import Path

from faceqa_gui.commands.json_file import write_json
from faceqa_gui.commands.progress import ProgressLine


def run(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
    """Print the figures for every alteration."""
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.robustness import measure_robustness
    from faceqa_gui.lab.tables import write_markdown
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    dataset = read_dataset(data, QUALITY_LABELS, options.split)
    found = measure_robustness(
        QualityModel.load(model_folder),
        dataset,
        ProgressLine("pictures"),
        threshold=options.threshold,
        split=options.split,
    )
    print(found.table().text())
    write_json(options.json, found.as_json())
    if options.markdown is not None:
        write_markdown(options.markdown, found.table())
    return 0
