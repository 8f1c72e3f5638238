"""What windows say of a camera: its own name, what its driver took, and what it cannot do."""

import pytest
from pytestqt.qtbot import QtBot

from faceqa_gui.frames.camera_controls import CameraControls, ControlState
from faceqa_gui.frames.camera_list import readable_name
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.settings import CameraSettings, Settings
from faceqa_gui.widgets.source_button import SourceButton
from faceqa_gui.windows.settings_dialog import SettingsDialog

ABSENT, AUTOMATIC, LOCKED = ControlState.ABSENT, ControlState.AUTOMATIC, ControlState.LOCKED


def camera(controls: CameraControls | None) -> SourceInfo:
    return SourceInfo(
        "Camera 0",
        SourceKind.CAMERA,
        1280,
        720,
        30.0,
        controls=controls,
        device="HD Pro Webcam C920",
    )


@pytest.mark.parametrize(
    ("controls", "said"),
    [
        (None, ""),
        (CameraControls(ABSENT, ABSENT), ""),
        (CameraControls(LOCKED, ABSENT), "Exposure: locked"),
        (CameraControls(AUTOMATIC, LOCKED), "Exposure: automatic. White balance: locked"),
    ],
)
def test_the_source_says_only_what_the_driver_took(
    qtbot: QtBot, controls: CameraControls | None, said: str
) -> None:
    button = SourceButton()
    qtbot.addWidget(button)
    button.show_source(camera(controls))
    assert button.line.startswith("HD Pro Webcam C920 · 1280×720")
    _, _, rest = button.toolTip().partition("fps")
    assert rest.removeprefix(". ") == said


def test_a_control_that_the_driver_lacks_is_not_offered(qtbot: QtBot) -> None:
    settings = Settings(camera=CameraSettings(exposure="locked"))
    dialog = SettingsDialog(settings, controls=CameraControls(ABSENT, AUTOMATIC))
    qtbot.addWidget(dialog)
    exposure = dialog.rows["camera", "exposure"]
    assert not exposure.editor.widget.isEnabled()
    assert "cannot do it" in exposure.mark.text()
    assert dialog.rows["camera", "white_balance"].editor.widget.isEnabled()
    # What was chosen for another camera can still be given up.
    assert exposure.value == "locked"
    exposure.restore_button.click()
    assert exposure.value == "automatic"


def test_where_the_driver_is_not_known_everything_is_offered(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    assert dialog.rows["camera", "exposure"].editor.widget.isEnabled()
    titles = {
        name: row.editor.title
        for (section, name), row in dialog.rows.items()
        if section == "camera"
    }
    assert titles["rotation_degrees"] == "Rotation"


@pytest.mark.parametrize(
    ("device", "name"),
    [
        ("/dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920_A1B2-video-index0", "HD Pro Webcam C920 A1B2"),
        ("/dev/v4l/by-id/usb-Logitech_BRIO-video-index0", "Logitech BRIO"),
        ("/dev/video0", "video0"),
        ("Desk camera", "Desk camera"),
    ],
)
def test_a_device_path_is_said_as_people_would(device: str, name: str) -> None:
    assert readable_name(device) == name
