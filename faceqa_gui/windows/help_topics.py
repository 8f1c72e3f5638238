"""`Topic`: the pages of the help, and which one belongs to what is in front of somebody."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from faceqa_gui.wording import said


class Topic(StrEnum):
    """The pages, in the order of the list; each is a file of this name in every language."""

    STATION = "station"
    SAFETY = "safety"
    FIRST_START = "first-start"
    LIGHT = "light"
    EXPLANATION = "explanation"
    UV_CAPTURE = "uv-capture"
    CAPTURES = "captures"
    OPERATORS = "operators"
    CAMERA = "camera"
    SETTINGS = "settings"
    MODELS = "models"
    LAB = "lab"
    TROUBLE = "trouble"


TITLES = {
    Topic.STATION: said("The station"),
    Topic.SAFETY: said("Safety"),
    Topic.FIRST_START: said("The first start"),
    Topic.LIGHT: said("The light and its sentence"),
    Topic.EXPLANATION: said("Why this decision"),
    Topic.UV_CAPTURE: said("UV capture"),
    Topic.CAPTURES: said("Captures and records"),
    Topic.OPERATORS: said("Operators and rights"),
    Topic.CAMERA: said("Cameras and other sources"),
    Topic.SETTINGS: said("Settings"),
    Topic.MODELS: said("Models"),
    Topic.LAB: said("The lab"),
    Topic.TROUBLE: said("When something goes wrong"),
}

PAGES = {
    "ExplanationPanel": Topic.EXPLANATION,
    "LiveView": Topic.LIGHT,
    "LightBanner": Topic.LIGHT,
    "HistoryStrip": Topic.LIGHT,
    "ProbabilityBars": Topic.LIGHT,
    "UvButton": Topic.UV_CAPTURE,
    "UvFoot": Topic.UV_CAPTURE,
    "OverrideDialog": Topic.UV_CAPTURE,
    "FilmStrip": Topic.CAPTURES,
    "CapturesWindow": Topic.CAPTURES,
    "OperatorButton": Topic.OPERATORS,
    "SignInCover": Topic.OPERATORS,
    "OperatorsDialog": Topic.OPERATORS,
    "SupervisorDialog": Topic.OPERATORS,
    "NewPinDialog": Topic.OPERATORS,
    "OwnPinDialog": Topic.OPERATORS,
    "FirstStartDialog": Topic.FIRST_START,
    "StartAssistant": Topic.FIRST_START,
    "SelfTestDialog": Topic.FIRST_START,
    "SourceTrouble": Topic.CAMERA,
    "SourceButton": Topic.CAMERA,
    "NoticeBar": Topic.TROUBLE,
    "SettingsDialog": Topic.SETTINGS,
    "ModelImportDialog": Topic.MODELS,
    "LabWindow": Topic.LAB,
    "TrainingWindow": Topic.LAB,
}
"""By the name of a class, so that the lab is not loaded for a page about it."""


def topic_of(widget: QWidget | None) -> Topic:
    """The page for a widget: that of the nearest one around it that has a page."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in PAGES:
                return PAGES[kind.__name__]
        widget = widget.parentWidget()
    return Topic.STATION
