"""`faceqa evaluate --eyes`: the shipped eye detectors."""

import argparse
from pathlib import Path

from faceqa_gui.commands.json_file import write_json
from faceqa_gui.commands.progress import ProgressLine


def run(options: argparse.Namespace, _model_folder: Path | None, data: Path) -> int:
    """Print what each detector says of open and closed eyes."""
    from faceqa_gui.eyes.cascades import HaarEyes
    from faceqa_gui.eyes.decision import default_eye_detector
    from faceqa_gui.eyes.eye_model import EyeModel
    from faceqa_gui.eyes.eye_state import EyeDetector
    from faceqa_gui.eyes.learned import LearnedEyes
    from faceqa_gui.lab.contact_sheets import eye_groups, write_sheets
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.eye_evaluation import evaluate_eyes, eye_confusion
    from faceqa_gui.lab.eye_faces import EYE_LABELS
    from faceqa_gui.lab.eye_report import DECISION, EYE_ANSWERS, EyeReport
    from faceqa_gui.lab.figures import write_confusion_figure
    from faceqa_gui.settings import SETTINGS_FILE, home
    from faceqa_gui.settings_file import load_settings

    dataset = read_dataset(data, EYE_LABELS, options.split)
    settings, notice = load_settings(home() / SETTINGS_FILE)
    if notice:
        print(notice)
    by_paper = settings.eyes.mode == "paper"
    if by_paper:
        print("The setting eyes.mode is “paper”: the decision below is the paper's, for the lab.")
    detectors: dict[str, EyeDetector] = {
        "haar": HaarEyes(),
        "network": LearnedEyes(EyeModel()),
        DECISION: HaarEyes() if by_paper else default_eye_detector(),
    }
    answers, skipped = evaluate_eyes(dataset, detectors, ProgressLine("pictures"))
    found = EyeReport(
        tuple(detectors),
        answers,
        skipped,
        options.split,
        dataset.digest(),
        settings.gate.needed_frames,
        settings.gate.window_frames,
    )
    print(found.text())
    write_json(options.json, found.as_json())
    if options.figures is not None:
        for name in detectors:
            confusion = eye_confusion(answers, name)
            write_confusion_figure(
                options.figures / f"eyes-{name}.png", EYE_LABELS, EYE_ANSWERS, confusion
            )
    if options.sheets is not None:
        states = {name: [answer.states[name] for answer in answers] for name in detectors}
        reasons = {name: [answer.reasons[name] for answer in answers] for name in detectors}
        images = [answer.image for answer in answers]
        write_sheets(options.sheets, eye_groups(images, states, reasons))
    return 0
