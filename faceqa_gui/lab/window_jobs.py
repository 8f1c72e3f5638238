"""What the lab window has done in processes of its own (`child_work`)."""

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.frames.frame import Pixels
from faceqa_gui.lab.audit import GroupAudit, audit, audit_eyes
from faceqa_gui.lab.child_work import Talk
from faceqa_gui.lab.class_names import as_written
from faceqa_gui.lab.comparison import Answer, Comparison, check_comparable, compare
from faceqa_gui.lab.dataset import Dataset, LabelledImage, read_dataset
from faceqa_gui.lab.evaluation import Evaluation
from faceqa_gui.lab.eye_report import EyeReport
from faceqa_gui.lab.labelled_picture import picture_of
from faceqa_gui.lab.run_facts import RunFacts
from faceqa_gui.lab.task import TASKS
from faceqa_gui.wording import said

if TYPE_CHECKING:
    from faceqa_gui.lab.comparison_maps import MapRow
    from faceqa_gui.lab.lab_model import LabModel
    from faceqa_gui.lab.report_parts import Report

_SHORT = 16


@dataclass(frozen=True, slots=True)
class RunWish:
    """What somebody wants judged.

    Attributes:
        model: folder of the model; None for the shipped one.
        against: folder of a second model that judges the same pictures; None for none.
        data: folder or label file.
        column: of the label file that holds the label.
        split: only this split; None for all pictures.
        runs: folder in which an unfinished run is kept, so that it goes on after a crash; None
            keeps nothing.
        workers: processes that judge.
        groups: columns to audit by.
        command: the command line that gives the same figures, for the report.
    """

    model: Path | None
    data: Path
    column: str
    split: str | None = None
    runs: Path | None = None
    workers: int = 1
    groups: Sequence[str] = ()
    command: str = ""
    against: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rival:
    """The second model of a comparison.

    Attributes:
        name: of the model, for people.
        evaluation: what it says of the same pictures.
        comparison: of the first model (A) with this one (B).
    """

    name: str
    evaluation: Evaluation
    comparison: Comparison


@dataclass(frozen=True, slots=True, eq=False)
class LabResult:
    """A finished run.

    Attributes:
        wish: what was asked for.
        evaluation: what was found.
        facts: of the run.
        audit: the figures by group; None where no group was asked for.
        rival: the second model; None where none was asked for.
    """

    wish: RunWish
    evaluation: Evaluation
    facts: RunFacts
    audit: GroupAudit | None
    rival: Rival | None = None


@dataclass(frozen=True, slots=True, eq=False)
class EyeResult:
    """A finished run of the eye detectors; fields as in `LabResult`."""

    wish: RunWish
    report: EyeReport
    facts: RunFacts
    audit: GroupAudit | None = None


def judge_pictures(talk: Talk, wish: RunWish) -> LabResult:
    """Judge labelled pictures; with a second model, the same pictures once more by that one.

    Progress counts every picture once for each model.

    Raises:
        FaceQAError: model or data cannot be used, or the run was cancelled.
    """
    from faceqa_gui.lab.lab_model import LabModel
    from faceqa_gui.lab.run_facts import facts_of

    model = LabModel.load(wish.model)
    other = None if wish.against is None else LabModel.load(wish.against)
    if other is not None:
        check_comparable(model, other)
    labels = TASKS[model.task.name].labels
    dataset = read_dataset(wish.data, labels, wish.split, label_column=wish.column)
    models = [model] if other is None else [model, other]
    folders = _folders_of(wish.runs, dataset, [one.sha256 for one in models])
    watch = _Watch(talk, len(models))
    found = _judged(wish, model, dataset, folders[0], watch)
    seconds = watch.seconds
    rival = None
    if other is not None:
        second = _judged(wish, other, dataset, folders[1], watch)
        compared = compare(found, second, wish.groups, label_column=wish.column)
        rival = Rival(other.name, second, compared)
    facts = facts_of(model, data=str(wish.data), command=wish.command, seconds=seconds)
    groups = audit(found, wish.groups, label_column=wish.column) if wish.groups else None
    result = LabResult(wish, found, facts, groups, rival)
    for folder in folders:
        _forget(folder)
    return result


class _Watch:
    """Tells how far all runs over the same pictures are, one after the other."""

    def __init__(self, talk: Talk, runs: int) -> None:
        self.control = talk.control
        self._talk, self._runs = talk, runs
        self._run = -1
        self._began, self._earlier = 0.0, 0

    def begin(self) -> None:
        """The next run begins."""
        self._run += 1
        self._began, self._earlier = time.perf_counter(), -1

    def progress(self, done: int, total: int) -> None:
        """`done` of `total` pictures of the present run are done."""
        if self._earlier < 0:
            self._earlier = done
        self._talk.progress(self._run * total + done, self._runs * total)

    @property
    def seconds(self) -> float | None:
        """How long the present run has taken; None where a part was done on another day."""
        return None if self._earlier > 0 else time.perf_counter() - self._began


def _judged(
    wish: RunWish, model: "LabModel", dataset: Dataset, folder: Path | None, watch: _Watch
) -> Evaluation:
    """One model's answers."""
    from faceqa_gui.lab.run import judge

    watch.begin()
    return judge(
        model,
        dataset,
        folder=folder,
        workers=wish.workers,
        progress=watch.progress,
        control=watch.control,
        split=wish.split,
    )


def _folders_of(runs: Path | None, dataset: Dataset, keys: Sequence[str]) -> list[Path | None]:
    """Where each run is kept; another model (its key in hex) or other pictures are another run."""
    if runs is None:
        return [None for _ in keys]
    data = dataset.digest()[:_SHORT]
    return [runs / f"{key[:_SHORT]}-{data}" for key in keys]


def _forget(folder: Path | None) -> None:
    """Remove the folder of a finished run: nothing is left to go on with."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


class ExportForm(StrEnum):
    """A form in which a result is written; the value is the ending of its file."""

    CSV = "csv"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Where a result is written, in which form; `pictures` false leaves every person out."""

    path: Path
    form: ExportForm
    pictures: bool = True


def export_result(talk: Talk, result: LabResult | EyeResult, wish: ExportWish) -> Path:
    """Write a result as `faceqa report` does, replacing the file; returns where.

    Raises:
        FaceQAError: it cannot be written.
    """
    from faceqa_gui.lab.report import write_html, write_pdf

    talk.progress(0, 1)
    match wish.form:
        case ExportForm.CSV | ExportForm.JSON:
            _write_figures(result, wish)
        case ExportForm.HTML:
            write_html(wish.path, _report_of(result, pictures=wish.pictures))
        case ExportForm.PDF:
            write_pdf(wish.path, _report_of(result, pictures=wish.pictures))
    return wish.path


def _write_figures(result: LabResult | EyeResult, wish: ExportWish) -> None:
    from faceqa_gui.lab.report import write_csv, write_eye_csv, write_figures

    as_table = wish.form is ExportForm.CSV
    if isinstance(result, EyeResult):
        if as_table:
            write_eye_csv(wish.path, result.report)
        else:
            write_figures(wish.path, result.report, result.facts)
        return
    rival = result.rival
    if as_table:
        write_csv(wish.path, result.evaluation, None if rival is None else rival.evaluation)
    else:
        compared = None if rival is None else rival.comparison
        write_figures(wish.path, result.evaluation, result.facts, compared)


def _report_of(result: LabResult | EyeResult, *, pictures: bool) -> "Report":
    from faceqa_gui.lab.report_content import report_of
    from faceqa_gui.lab.report_eyes import eye_report_of
    from faceqa_gui.lab.report_sections import audit_section, comparison_section

    more = [] if result.audit is None else [audit_section(result.audit)]
    if isinstance(result, EyeResult):
        return eye_report_of(result.report, result.facts, pictures=pictures, more=more)
    rival = result.rival
    if rival is not None:
        more.append(comparison_section(rival.comparison, rival.name, pictures=pictures))
    return report_of(result.evaluation, result.facts, pictures=pictures, more=more)


def judge_eyes(talk: Talk, wish: RunWish) -> EyeResult:
    """Show faces with open and closed eyes to every eye channel of the station.

    Raises:
        FaceQAError: the data cannot be used, or the run was cancelled.
    """
    from faceqa_gui.lab import eye_run
    from faceqa_gui.lab.eye_faces import EYE_LABELS
    from faceqa_gui.lab.run_engine import RunWay
    from faceqa_gui.lab.run_facts import facts_of

    dataset = read_dataset(wish.data, EYE_LABELS, wish.split, label_column=wish.column)
    work = eye_run.EyeWork.of(eye_run.STATION_CHANNELS)
    (folder,) = _folders_of(wish.runs, dataset, [work.key])
    watch = _Watch(talk, 1)
    watch.begin()
    way = RunWay(folder, wish.workers, progress=watch.progress, control=watch.control)
    report = eye_run.judge_eyes(dataset, split=wish.split, way=way)
    facts = facts_of(report, data=str(wish.data), command=wish.command, seconds=watch.seconds)
    groups = audit_eyes(report, wish.groups) if wish.groups else None
    _forget(folder)
    return EyeResult(wish, report, facts, groups)


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """One explained picture.

    Attributes:
        picture: network input, uint8, S×S×3, RGB.
        heated: the same with what speaks for the class as heat, uint8, S×S×3.
        sentence: what was explained, and how well it rests on evidence.
    """

    picture: Pixels
    heated: Pixels
    sentence: str


def explain_picture(
    talk: Talk, model_folder: Path | None, image: LabelledImage, target: str, method: str
) -> Explained:
    """Explain why a model gives a picture the class `target`.

    A model of quality is explained as the station explains it, any other by the second paper's
    methods (`class_maps`).

    Raises:
        FaceQAError: the picture or the model cannot be used, or the work was cancelled.
    """
    from faceqa_gui.quality.model_file import QUALITY_TASK, default_model_folder, read_any_model
    from faceqa_gui.quality.preprocessing import network_input

    picture = network_input(picture_of(image))
    folder = model_folder or default_model_folder()
    if read_any_model(folder).manifest.task == QUALITY_TASK:
        return _explained_as_a_station(talk, folder, picture, target, method)
    return _explained_by_gradients(folder, picture, target, method)


def _explained_as_a_station(
    talk: Talk, folder: Path, picture: Pixels, target: str, method: str
) -> Explained:
    from faceqa_gui.explanation.explainer import finish
    from faceqa_gui.explanation.methods import METHODS
    from faceqa_gui.explanation.pictures import attribution_picture
    from faceqa_gui.eyes.face_finder import FaceFinder, to_grey
    from faceqa_gui.quality.labels import Quality
    from faceqa_gui.quality.model import QualityModel
    from faceqa_gui.settings import ExplanationSettings

    settings = ExplanationSettings()
    explainer = next(one for one in METHODS if one.name == method)
    faces = FaceFinder().find(to_grey(picture))
    found = finish(
        explainer.explain(
            picture,
            model=QualityModel.load(folder),
            target=Quality(target),
            face=faces[0] if faces else None,
            settings=settings,
        ),
        lambda step: talk.step(step.done, step.total),
    )
    sentence = _sentence(explainer.title, target, found.probability, evidence=found.has_evidence)
    return Explained(picture, attribution_picture(found, settings.overlay), sentence)


def _explained_by_gradients(folder: Path, picture: Pixels, target: str, method: str) -> Explained:
    from faceqa_gui.explanation.pictures import evidence_picture
    from faceqa_gui.lab.class_maps import METHODS, MapMaker
    from faceqa_gui.lab.lab_model import LabModel
    from faceqa_gui.settings import ExplanationSettings

    model = LabModel.load(folder)
    found = MapMaker(model, (method,)).maps(picture, model.labels.index(target))
    values = found.values[method]
    heated = evidence_picture(picture, values, ExplanationSettings().overlay)
    probability = float(found.probabilities[found.column])
    sentence = _sentence(METHODS[method], target, probability, evidence=bool((values > 0.0).any()))
    return Explained(picture, heated, sentence)


@dataclass(frozen=True, slots=True, eq=False)
class BothMaps:
    """One picture and why two models answer as they do.

    Attributes:
        picture: network input, uint8, S×S×3, RGB.
        rows: the maps of both, a row for each method.
    """

    picture: Pixels
    rows: "Sequence[MapRow]"


def explain_both(
    talk: Talk, first: Path | None, second: Path, answer: Answer, methods: Sequence[str]
) -> BothMaps:
    """The maps of two models for a picture, each of the class that its model gives it.

    Args:
        talk: to whoever asked.
        first: folder of one model; None for the shipped one.
        second: folder of the other.
        answer: the picture.
        methods: of `class_maps.METHODS`.

    Raises:
        FaceQAError: the picture or a model cannot be used, or the work was cancelled.
    """
    from faceqa_gui.lab.class_maps import MapMaker
    from faceqa_gui.lab.comparison_maps import explain_pairs, map_rows
    from faceqa_gui.lab.lab_model import LabModel

    makers = [MapMaker(LabModel.load(folder), methods) for folder in (first, second)]
    (pair,) = explain_pairs([answer], makers[0], makers[1], talk.step)
    return BothMaps(pair.picture, map_rows(pair))


def _sentence(title: str, target: str, probability: float, *, evidence: bool) -> str:
    told = said(
        "{method} for {label}, {probability:.3f}",
        method=title,
        label=as_written(target),
        probability=probability,
    )
    return told if evidence else said("{told}. Nothing speaks for this class.", told=told)
