"""`faceqa evaluate`: how well a model judges labelled pictures."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError

_SHIPPED = Path("-")


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa evaluate`."""
    parser = subparsers.add_parser(
        "evaluate",
        help="measure a model on labelled pictures",
        description="Measure a model on labelled pictures: a folder per class, or a folder with "
        "manifest.csv (columns file, label, split).",
    )
    parser.usage = "faceqa evaluate [MODEL] DATA [options]"
    parser.add_argument(
        "places",
        nargs="+",
        type=Path,
        metavar="[MODEL] DATA",
        help="model folder (left out or -: the shipped one), and folder of labelled pictures",
    )
    parser.add_argument("--split", metavar="NAME", help="only this split of the manifest")
    parser.add_argument(
        "--threshold",
        type=_fraction,
        metavar="P",
        help="probability from which a face passes as good (default: the model's own)",
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--eye-control",
        action="store_true",
        help="show the eye networks matched faces and cheeks instead: do they read the eye?",
    )
    instead.add_argument(
        "--eyes", action="store_true", help="measure the shipped eye detectors instead"
    )
    instead.add_argument(
        "--robustness", action="store_true", help="measure on altered pictures instead"
    )
    instead.add_argument(
        "--views",
        action="store_true",
        help="compare where the model looks instead, with thresholds chosen on the split val; "
        "--split may name several splits with commas",
    )
    instead.add_argument(
        "--checks",
        action="store_true",
        help="measure the checks that need no network instead, also on altered copies",
    )
    parser.add_argument(
        "--figures", type=Path, metavar="DIR", help="write confusion and reliability as PNG"
    )
    parser.add_argument(
        "--sheets",
        type=Path,
        metavar="DIR",
        help="write all wrong answers as contact sheets, which show the pictures",
    )
    parser.add_argument(
        "--markdown",
        type=Path,
        metavar="FILE",
        help="also write the table of --robustness or --views to FILE, for a model card",
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures of a quality model, or of the eye detectors."""
    if len(options.places) > 2:
        raise FaceQAError("Too many folders. Give a model folder and a data folder, or only data.")
    if options.checks and options.figures is not None:
        raise FaceQAError("--checks draws no figures. Leave out --figures.")
    check_json_place(options.json)
    check_json_place(options.markdown)
    if options.markdown is not None and not (options.robustness or options.views):
        raise FaceQAError("--markdown writes the table of --robustness or --views. Add one.")
    if options.sheets is not None and (options.checks or options.robustness or options.views):
        raise FaceQAError(
            "--sheets shows wrong answers of the model or the eyes. Leave it out here."
        )
    *models, data = options.places
    if options.eyes:
        return _evaluate_eyes(options, data)
    named = [model for model in models if model != _SHIPPED]
    model_folder = named[0] if named else None
    if options.eye_control:
        return _control_eyes(options, data)
    if options.checks:
        return _evaluate_checks(options, model_folder, data)
    if options.robustness:
        return _measure_robustness(options, model_folder, data)
    if options.views:
        return _compare_views(options, model_folder, data)
    return _evaluate_quality(options, model_folder, data)


def _evaluate_quality(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
    from faceqa_gui.lab.contact_sheets import quality_groups, write_sheets
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.evaluation import evaluate
    from faceqa_gui.lab.evaluation_text import evaluation_text
    from faceqa_gui.lab.figures import write_confusion_figure, write_reliability_figure
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    dataset = read_dataset(data, QUALITY_LABELS, options.split)
    model = QualityModel.load(model_folder)
    found = evaluate(
        model, dataset, ProgressLine("pictures"), threshold=options.threshold, split=options.split
    )
    print(evaluation_text(found))
    write_json(options.json, found.as_json())
    if options.figures is not None:
        write_confusion_figure(
            options.figures / "confusion.png", found.labels, found.labels, found.confusion
        )
        write_reliability_figure(options.figures / "reliability.png", found.reliability)
    if options.sheets is not None:
        write_sheets(options.sheets, quality_groups(found))
    return 0


def _evaluate_checks(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
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


def _measure_robustness(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
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


def _compare_views(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.tables import write_markdown
    from faceqa_gui.lab.views import measure_views
    from faceqa_gui.quality.labels import QUALITY_LABELS
    from faceqa_gui.quality.model import QualityModel

    dataset = read_dataset(data, QUALITY_LABELS)
    model = QualityModel.load(model_folder)
    splits = options.split.split(",") if options.split else ()
    found = measure_views(model, dataset, ProgressLine("pictures"), splits=splits)
    print(found.table().text())
    write_json(options.json, found.as_json())
    if options.markdown is not None:
        write_markdown(options.markdown, found.table())
    return 0


def _evaluate_eyes(options: argparse.Namespace, data: Path) -> int:
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


def _control_eyes(options: argparse.Namespace, data: Path) -> int:
    from faceqa_gui.eyes.eye_model import EyeModel
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.eye_control import control_eyes, control_text
    from faceqa_gui.lab.eye_faces import EYE_LABELS

    dataset = read_dataset(data, EYE_LABELS, options.split)
    rows = control_eyes(dataset, EyeModel(), ProgressLine("pictures"))
    print(control_text(rows))
    write_json(options.json, {"rows": [row.as_json() for row in rows]})
    return 0


def _fraction(text: str) -> float:
    value = float(text)
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value
