"""`faceqa explain`: explain pictures offline, as the station does."""

import argparse
import dataclasses
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_model_option
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.commands.progress import ProgressLine
from faceqa_gui.errors import FaceQAError, SourceError
from faceqa_gui.explanation.trust import doubts
from faceqa_gui.quality.labels import QUALITY_LABELS, Quality
from faceqa_gui.settings import ExplanationSettings

if TYPE_CHECKING:
    from faceqa_gui.explanation.explainer import Attribution, Explainer
    from faceqa_gui.explanation.explanation import Progress
    from faceqa_gui.explanation.faithfulness import Faithfulness
    from faceqa_gui.frames.frame import Box, Pixels

_ALL = "all"
_METHODS = ("grad-cam", "lime", "combined", "integrated-gradients", "guided-grad-cam")
_FIGURES = (
    "identifier",
    "top",
    "seed",
    "sample_count",
    "exact_count",
    "r_squared",
    "stability",
    "agreement",
    "rank_agreement",
)


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa explain`."""
    defaults = ExplanationSettings()
    parser = subparsers.add_parser(
        "explain",
        help="explain what the model sees in pictures",
        description="Explain pictures by Grad-CAM and LIME together, or by another method, and "
        "write pictures, the figures as JSON and one contact sheet.",
    )
    parser.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--class",
        dest="target",
        choices=QUALITY_LABELS,
        help="class to explain (default: the most probable one)",
    )
    parser.add_argument(
        "--method",
        choices=(_ALL, *_METHODS),
        default="combined",
        help="way of explaining (default: combined)",
    )
    parser.add_argument(
        "--baseline",
        choices=("black", "white", "blurred"),
        default="black",
        help="start of integrated gradients (default: black)",
    )
    parser.add_argument(
        "--steps",
        type=int,
        default=50,
        metavar="N",
        help="steps of integrated gradients, at least 20 (default: 50)",
    )
    parser.add_argument("--samples", type=int, default=defaults.sample_count, metavar="N")
    parser.add_argument("--seed", type=int, default=defaults.seed, metavar="N")
    parser.add_argument(
        "--engine", choices=("own", "lime"), default="own", help="lime: the lime package itself"
    )
    parser.add_argument(
        "--until-stable", action="store_true", help="stop early once the top superpixels have held"
    )
    add_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Explain every picture that can be read; exit status 1 if one was left out."""
    from faceqa_gui.explanation.explainer import finish
    from faceqa_gui.explanation.faithfulness import measure_attribution
    from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
    from faceqa_gui.frames.picture_file import read_picture
    from faceqa_gui.frames.picture_writer import beside, write_picture
    from faceqa_gui.quality.model import QualityModel
    from faceqa_gui.quality.preprocessing import network_input

    check_json_place(options.json)
    settings = _settings(options)
    methods = _methods(options)
    images: list[Path] = []
    pictures: list[Pixels] = []
    skipped: list[SourceError] = []
    for path in options.images:
        try:
            pictures.append(network_input(read_picture(path)))
            images.append(path)
        except SourceError as error:
            skipped.append(error)
    if not images:
        raise skipped[0]
    for reason in skipped:
        print(f"Left out: {reason}", file=sys.stderr)
    model = QualityModel.load(options.model)
    finder = FaceFinder()
    explained: list[dict[str, Any]] = []
    rows = []
    for name, path, picture in zip(_names(images), images, pictures, strict=True):
        probabilities = model.probabilities(picture)
        best = max(probabilities, key=probabilities.__getitem__)
        target = Quality(options.target) if options.target else best
        faces = finder.find(to_grey(picture))
        face = faces[0] if faces else None
        views = {"original": picture}
        figures: dict[str, Any] = {}
        for method in methods:
            line = ProgressLine(f"steps of {method.title}")
            began = time.perf_counter()
            found = finish(
                method.explain(picture, model=model, target=target, face=face, settings=settings),
                partial(_show, line),
            )
            seconds = time.perf_counter() - began
            curves = finish(measure_attribution(found, model=model, batch_size=settings.batch_size))
            figures[method.name] = _as_json(found, face, curves, seconds)
            views |= _views(found, settings.overlay, alone=len(methods) == 1)
            print(f"{path}: {_sentence(method.title, found, curves, seconds)}")
        for view, pixels in views.items():
            write_picture(pixels, options.out / f"{name}-{view}.png")
        rows.append(beside(list(views.values())))
        values = {
            "image": path.name,
            "target": target,
            "probability": probabilities[target],
            "engine": options.engine,
            "model_sha256": model.sha256,
            "methods": figures,
        }
        write_json(options.out / f"{name}.json", values)
        explained.append(values)
    write_picture(beside(rows, downwards=True), options.out / "contact-sheet.png")
    print(f"Columns of {options.out / 'contact-sheet.png'}: {', '.join(views)}.")
    write_json(options.json, {"explanations": explained})
    return 1 if skipped else 0


def _methods(options: argparse.Namespace) -> "tuple[Explainer, ...]":
    from faceqa_gui.explanation.combined import explain
    from faceqa_gui.explanation.integrated_gradients import Baseline, IntegratedGradients
    from faceqa_gui.explanation.lime_engine import explain_with_lime
    from faceqa_gui.explanation.methods import methods_with

    try:
        gradients = IntegratedGradients(Baseline(options.baseline), options.steps)
    except ValueError as error:
        raise FaceQAError("--steps takes 20 or more.") from error
    engine = explain if options.engine == "own" else explain_with_lime
    methods = methods_with(engine, gradients)
    if options.method == _ALL:
        return methods
    return tuple(method for method in methods if method.name == options.method)


def _settings(options: argparse.Namespace) -> ExplanationSettings:
    try:
        return ExplanationSettings(
            sample_count=options.samples, seed=options.seed, until_stable=options.until_stable
        )
    except ValueError as error:
        raise FaceQAError("--samples takes 10 to 20000 and --seed 0 or more.") from error


def _names(paths: Sequence[Path]) -> list[str]:
    """A file name for each picture; pictures that are called alike are numbered."""
    names: list[str] = []
    for path in paths:
        alike = sum(path.stem == other.stem for other in paths[: len(names)])
        names.append(f"{path.stem}-{alike + 1}" if alike else path.stem)
    return names


def _show(line: ProgressLine, progress: "Progress") -> None:
    line(progress.done, progress.total)


def _views(found: "Attribution", overlay: float, *, alone: bool) -> dict[str, "Pixels"]:
    from faceqa_gui.explanation.pictures import attribution_picture, grad_cam_picture, lime_picture

    parts: dict[str, Pixels] = {}
    if alone and found.kept is not None:
        parts = {
            "its-grad-cam": grad_cam_picture(found.kept, overlay),
            "its-lime": lime_picture(found.kept),
        }
    return parts | {found.method: attribution_picture(found, overlay)}


def _sentence(
    title: str, found: "Attribution", curves: "Faithfulness | None", seconds: float
) -> str:
    head = f"{title}, {found.target} {found.probability:.3f}, {seconds:.1f} s"
    if curves is None:
        return f"{head}. No positive evidence."
    text = f"{head}, deletion {curves.deletion_auc:.3f}, insertion {curves.insertion_auc:.3f}"
    if found.explanation is not None:
        text += (
            f", {found.explanation.sample_count} samples, surrogate fit "
            f"{found.explanation.r_squared:.2f}"
        )
        if found.explanation.stability is not None:
            text += f", same top parts in {found.explanation.stability:.0%} of resamples"
    if found.kept is not None and (weak := doubts(found.kept, ExplanationSettings())):
        text += f"; weak: {', '.join(weak)}"
    if found.completeness is not None:
        whole = found.completeness
        text += (
            f", attributions sum to {whole.attributed:.3f} of {whole.difference:.3f} logits "
            f"(error {whole.error:.3f})"
        )
    return f"{text}."


def _as_json(
    found: "Attribution", face: "Box | None", curves: "Faithfulness | None", seconds: float
) -> dict[str, Any]:
    values: dict[str, Any] = {
        "has_evidence": found.has_evidence,
        "evidence_inside_face": found.evidence_inside(face),
        "deletion_auc": curves.deletion_auc if curves else None,
        "insertion_auc": curves.insertion_auc if curves else None,
        "deletion_curve": curves.deletion.tolist() if curves else None,
        "insertion_curve": curves.insertion.tolist() if curves else None,
        "seconds": seconds,
    }
    if found.completeness is not None:
        values["completeness"] = dataclasses.asdict(found.completeness) | {
            "error": found.completeness.error
        }
    if found.explanation is not None:
        one = found.explanation
        values |= {name: getattr(one, name) for name in _FIGURES}
        values |= {
            "weights": one.weights.tolist(),
            "selection": one.selection.tolist(),
            "stage_seconds": dict(one.stage_seconds),
            "doubts": doubts(one, ExplanationSettings()),
        }
    return values
