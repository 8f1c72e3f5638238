"""`faceqa explain`: explain pictures offline, as the station does."""

import argparse
import dataclasses
from pathlib import Path
from typing import Any

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.explanation import Explanation
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.settings import ExplanationSettings

_VIEWS = ("original", "grad_cam", "lime", "combined")


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa explain`."""
    defaults = ExplanationSettings()
    parser = subparsers.add_parser(
        "explain",
        help="explain what the model sees in pictures",
        description="Explain pictures by Grad-CAM and LIME together, and write four views, the "
        "figures and one contact sheet.",
    )
    parser.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--class",
        dest="target",
        choices=QUALITY_LABELS,
        help="class to explain (default: the most probable one)",
    )
    parser.add_argument("--samples", type=int, default=defaults.sample_count, metavar="N")
    parser.add_argument("--seed", type=int, default=defaults.seed, metavar="N")
    parser.add_argument(
        "--engine", choices=("own", "lime"), default="own", help="lime: the lime package itself"
    )
    parser.add_argument(
        "--until-stable", action="store_true", help="stop early once the top superpixels have held"
    )
    parser.add_argument("--model", type=Path, metavar="DIR", help="model folder")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Explain every picture."""
    from faceqa_gui.explanation.combined import explain
    from faceqa_gui.explanation.lime_engine import explain_with_lime
    from faceqa_gui.explanation.pictures import (
        combined_picture,
        grad_cam_picture,
        lime_picture,
        original_picture,
    )
    from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
    from faceqa_gui.frames.picture_file import read_picture
    from faceqa_gui.frames.picture_writer import beside, write_picture
    from faceqa_gui.quality.model import QualityModel
    from faceqa_gui.quality.preprocessing import network_input

    check_json_place(options.json)
    settings = _settings(options)
    engine = explain if options.engine == "own" else explain_with_lime
    pictures = [network_input(read_picture(path)) for path in options.images]
    model = QualityModel.load(options.model)
    finder = FaceFinder()
    figures: list[dict[str, Any]] = []
    rows = []
    for path, picture in zip(options.images, pictures, strict=True):
        probabilities = model.probabilities(picture)
        best = max(probabilities, key=probabilities.__getitem__)
        faces = finder.find(to_grey(picture))
        job = engine(
            picture,
            model=model,
            target=Quality(options.target) if options.target else best,
            frame_sequence=0,
            captured_at=0.0,
            face=faces[0] if faces else None,
            settings=settings,
        )
        line = ProgressLine(f"samples of {path.name}")
        try:
            while True:
                progress = next(job)
                line(progress.done, progress.total)
        except StopIteration as finished:
            explanation = finished.value
        views = (
            original_picture(explanation),
            grad_cam_picture(explanation, settings.overlay),
            lime_picture(explanation),
            combined_picture(explanation, settings.overlay),
        )
        for name, view in zip(_VIEWS, views, strict=True):
            write_picture(view, options.out / f"{path.stem}-{name}.png")
        rows.append(beside(views))
        values = _as_json(path, explanation, options.engine)
        write_json(options.out / f"{path.stem}.json", values)
        figures.append(values)
        seconds = sum(explanation.stage_seconds.values())
        evidence = "" if explanation.has_evidence else " No positive evidence."
        print(
            f"{path}: {explanation.target} {explanation.probability:.3f}, surrogate fit "
            f"{explanation.r_squared:.2f}, {explanation.sample_count} samples in {seconds:.1f} s."
            f"{evidence}"
        )
    write_picture(beside(rows, downwards=True), options.out / "contact-sheet.png")
    write_json(options.json, {"explanations": figures})
    return 0


def _settings(options: argparse.Namespace) -> ExplanationSettings:
    try:
        return ExplanationSettings(
            sample_count=options.samples, seed=options.seed, until_stable=options.until_stable
        )
    except ValueError as error:
        raise FaceQAError("--samples takes 10 to 20000 and --seed 0 or more.") from error


def _as_json(path: Path, explanation: Explanation, engine: str) -> dict[str, Any]:
    arrays = {
        "picture",
        "heat",
        "segments",
        "weights",
        "selection",
        "captured_at",
        "frame_sequence",
    }
    values = {
        field.name: getattr(explanation, field.name)
        for field in dataclasses.fields(explanation)
        if field.name not in arrays
    }
    return values | {
        "image": path.name,
        "engine": engine,
        "weights": explanation.weights.tolist(),
        "selection": explanation.selection.tolist(),
        "has_evidence": explanation.has_evidence,
        "stage_seconds": dict(explanation.stage_seconds),
    }
