"""`ask_first`: the assistant before the first start, when there is no station yet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from faceqa_gui.operators.accounts import ONE_LOCAL_OPERATOR, Accounts
from faceqa_gui.quality.model_list import ModelList
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.self_test import Bench, CameraFacts, ClockReading, SelfTest, run_self_test
from faceqa_gui.settings import Settings
from faceqa_gui.uv.device import UvDevice
from faceqa_gui.windows.start_assistant import StartAssistant


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What was answered before the first start.

    Attributes:
        operators: who works here, as the trail takes it; holds no PIN.
        source: the source that was chosen; "" where that was skipped.
    """

    operators: dict[str, str]
    source: str


def ask_first(
    accounts: Accounts,
    settings: Settings,
    folder: Path,
    open_device: Callable[[], UvDevice],
    application: QApplication,
) -> FirstAnswers | None:
    """Go through the assistant; None where nobody said who works here, so that nothing starts.

    Args:
        accounts: are told who works here.
        settings: in force.
        folder: everything the program writes goes here.
        open_device: opens the lamp for the self-test, which closes it again.
        application: its end is not that of the assistant.
    """
    operators: dict[str, str] = {}

    def choose(name: str, pin: str) -> None:
        if name:
            accounts.choose_accounts(name, pin)
            operators.update({"change": "operators sign in", "name": name})
        else:
            accounts.choose_single()
            operators.update({"change": ONE_LOCAL_OPERATOR, "name": ""})

    began = ClockReading.now()

    def test(camera: Callable[[], CameraFacts], wait: Callable[[float], bool]) -> SelfTest:
        device = open_device()
        try:
            return run_self_test(
                Bench(
                    models=ModelList(folder),
                    model=settings.quality.model,
                    store=CaptureStore(folder / "captures"),
                    device=device,
                    camera=camera,
                    began=began,
                    wait=wait,
                )
            )
        finally:
            device.close()

    assistant = StartAssistant(settings, test, choose=choose)
    application.setQuitOnLastWindowClosed(False)
    assistant.exec()
    application.setQuitOnLastWindowClosed(True)
    return FirstAnswers(operators, assistant.chosen_source) if operators else None
