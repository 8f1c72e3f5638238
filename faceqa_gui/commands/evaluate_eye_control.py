"""`faceqa evaluate --eye-control`: do the eye networks read the eye?"""

import argparse
from pathlib import Path

from faceqa_gui.commands.json_file import write_json
from faceqa_gui.commands.progress import ProgressLine


def run(options: argparse.Namespace, _model_folder: Path | None, data: Path) -> int:
    """Print what the eye networks say of matched faces and cheeks."""
    from faceqa_gui.eyes.eye_model import EyeModel
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.eye_control import control_eyes, control_text
    from faceqa_gui.lab.eye_faces import EYE_LABELS

    dataset = read_dataset(data, EYE_LABELS, options.split)
    rows = control_eyes(dataset, EyeModel(), ProgressLine("pictures"))
    print(control_text(rows))
    write_json(options.json, {"rows": [row.as_json() for row in rows]})
    return 0
