"""`faceqa evaluate --checks`: the checks that need no network."""

import argparse
from pathlib import Path

from faceqa_gui.commands.json_file import write_json
from faceqa_gui.commands.progress import ProgressLine


def run(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
    """Print what the checks say, also of altered copies."""
    from faceqa_gui.eyes.decision import default_eye_detector
    from faceqa_gui.lab.check_report import report_checks
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel
    from faceqa_gui.settings import ChecksSettings

    dataset = read_dataset(data, QUALITY_LABELS, options.split)
    found = report_checks(
        QualityModel.load(model_folder),
        default_eye_detector(),
        dataset,
        ProgressLine("pictures"),
        settings=ChecksSettings(),
        threshold=options.threshold,
        split=options.split,
    )
    print(found.text())
    write_json(options.json, found.as_json())
    return 0
