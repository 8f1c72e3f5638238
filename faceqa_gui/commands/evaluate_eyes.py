"""`faceqa evaluate --eyes`: the shipped eye detectors."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands.json_file import write_json
from faceqa_gui.commands.run_options import judged_eyes

if TYPE_CHECKING:
    from faceqa_gui.lab.eye_report import EyeReport


def run(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
    """Print what each detector says of open and closed eyes."""
    from faceqa_gui.lab.contact_sheets import eye_groups, write_sheets
    from faceqa_gui.lab.eye_evaluation import eye_confusion
    from faceqa_gui.lab.eye_faces import EYE_LABELS
    from faceqa_gui.lab.eye_report import EYE_ANSWERS
    from faceqa_gui.lab.figures import write_confusion_figure

    found = judged_as_set(options, model_folder, data)
    print(found.text())
    write_json(options.json, found.as_json())
    if options.figures is not None:
        for name in found.channels:
            confusion = eye_confusion(found.answers, name)
            write_confusion_figure(
                options.figures / f"eyes-{name}.png", EYE_LABELS, EYE_ANSWERS, confusion
            )
    if options.sheets is not None:
        answers, names = found.answers, found.channels
        states = {name: [answer.states[name] for answer in answers] for name in names}
        reasons = {name: [answer.reasons[name] for answer in answers] for name in names}
        images = [answer.image for answer in answers]
        write_sheets(options.sheets, eye_groups(images, states, reasons))
    return 0


def judged_as_set(
    options: argparse.Namespace,
    model_folder: Path | None,
    data: Path,
    columns: Sequence[str] = (),
) -> "EyeReport":
    """The eyes as this computer's settings decide about them; see `judged_eyes`."""
    from faceqa_gui.lab.eye_run import PAPER_CHANNELS, STATION_CHANNELS
    from faceqa_gui.settings import SETTINGS_FILE, home
    from faceqa_gui.settings_file import load_settings

    settings, notice = load_settings(home() / SETTINGS_FILE)
    if notice:
        print(notice)
    by_paper = settings.eyes.mode == "paper"
    if by_paper:
        print("The setting eyes.mode is “paper”: the decision below is the paper's, for the lab.")
    return judged_eyes(
        options,
        model_folder,
        data,
        columns=columns,
        channels=PAPER_CHANNELS if by_paper else STATION_CHANNELS,
        gate=settings.gate,
    )
