"""The real program with a clinic's operators, in front of a scripted camera."""

from pathlib import Path

from faceqa_gui.operators.accounts import Accounts
from faceqa_gui.settings import Settings
from support.clinic_accounts import clinic_accounts
from support.scripted_app import ScriptedApp, ScriptedCamera
from support.station_bench import SETTINGS


def signed_app(
    folder: Path, settings: Settings = SETTINGS, accounts: Accounts | None = None
) -> tuple[ScriptedApp, ScriptedCamera]:
    """The program, not started yet, and its camera."""
    camera = ScriptedCamera()
    made = ScriptedApp(
        settings, camera, folder=folder, accounts=accounts or clinic_accounts(folder)
    )
    return made, camera
