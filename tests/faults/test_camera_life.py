"""A camera's life with the real station: other properties, troubles by kind, and the way on."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.camera_rig import SETTINGS as RIG_SETTINGS
from support.faulty_source import FaultyDevice, Picture, Ports, scripted
from support.scripted_app import ScriptedApp

from faceqa_gui.assessment.assessment import Light
from faceqa_gui.errors import SourceError
from faceqa_gui.frames.camera import CameraSource
from faceqa_gui.frames.camera_trouble import Trouble, trouble_of
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.settings import SETTINGS_FILE, CameraSettings, Settings
from faceqa_gui.settings_file import load_settings
from faceqa_gui.station_state import StationState, WaitsFor
from faceqa_gui.uv.device import UvStatus

SETTINGS = RIG_SETTINGS.model_copy(
    update={"gate": RIG_SETTINGS.gate.model_copy(update={"window_in_front": False})}
)
PATIENCE_MS = 20_000


class CameraApp:
    """The program in front of a camera that a test breaks."""

    def __init__(self, qtbot: QtBot, folder: Path, settings: Settings = SETTINGS) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.ports = Ports(folder / "ports")
        self.device = FaultyDevice(scripted(Light.AMBER))
        self.ports.plug(0, self.device)
        self.source = CameraSource(0, self.ports.system, wanted=settings.camera)
        self.app = ScriptedApp(settings, self.source, folder=folder)
        qtbot.addWidget(self.app.window)
        self.app.start()

    @property
    def state(self) -> StationState:
        return self.app.station.state()

    def wait(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=PATIENCE_MS)

    def make_permitted(self) -> None:
        self.device.paint = scripted(Light.AMBER)
        self.wait(lambda: self.state.explanation_valid)
        self.wait(lambda: WaitsFor.CLOSED_EYES in self.state.waits_for)
        self.wait(lambda: WaitsFor.OPEN_EYES_SEEN not in self.state.waits_for)
        self.device.paint = scripted(Light.GREEN)
        self.wait(lambda: self.state.permitted)


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[CameraApp]:
    made = CameraApp(qtbot, tmp_path)
    yield made
    made.app.stop()
    made.device.let_go()


@pytest.mark.parametrize(
    "change",
    [
        {"rotation_degrees": 180},
        {"picture_size": "640×480"},
        {"exposure": "locked"},
        {"white_balance": "locked"},
        {"live_view": "mirrored"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_property_revokes_and_starts_the_gate_anew(
    rig: CameraApp, change: dict[str, object]
) -> None:
    rig.make_permitted()
    openings = rig.device.openings
    camera = SETTINGS.camera.model_copy(update=change)
    # In the very moment in which it is changed: no frame is judged in between.
    with rig.app.station._lock:
        rig.app.change_settings(SETTINGS.model_copy(update={"camera": camera}))
        now = rig.state
    assert not now.permitted
    assert now.light is Light.RED
    assert not rig.app.station.press()
    if "live_view" not in change:
        rig.wait(lambda: rig.device.openings > openings)
    rig.wait(lambda: bool(rig.state.probabilities))
    for _ in range(12):
        # Whoever sits there has not been seen with open eyes since.
        assert rig.state.light is not Light.GREEN
        assert not rig.state.permitted
        time.sleep(0.05)
    rig.make_permitted()


def test_a_mirror_does_not_open_the_camera_anew(rig: CameraApp) -> None:
    rig.wait(lambda: bool(rig.state.probabilities))
    openings = rig.device.openings
    mirrored = CameraSettings(live_view="mirrored")
    rig.app.change_settings(SETTINGS.model_copy(update={"camera": mirrored}))
    time.sleep(0.3)
    rig.wait(lambda: bool(rig.state.probabilities))
    assert rig.device.openings == openings


def test_a_changed_property_during_an_exposure_switches_the_lamp_off(
    qtbot: QtBot, tmp_path: Path
) -> None:
    rig = CameraApp(qtbot, tmp_path)
    rig.make_permitted()
    rig.wait(rig.app._capturer.press)
    rig.wait(lambda: rig.app.station._device.status() is UvStatus.EXPOSING)
    camera = CameraSettings(rotation_degrees=90)
    rig.app.change_settings(SETTINGS.model_copy(update={"camera": camera}))
    rig.wait(lambda: len(rig.state.captures) == 1)
    (stored,) = rig.app.store.captures()
    exposure = rig.app.store.load(stored.identifier).exposure
    assert exposure is not None
    assert not exposure.completed
    rig.app.stop()


def corner(_number: int) -> Picture:
    """A wide picture whose upper left quarter is white."""
    picture = np.zeros((40, 80, 3), np.uint8)
    picture[:20, :40] = 255
    return picture


@pytest.mark.parametrize(
    ("degrees", "shape", "white"),
    [
        (0, (40, 80), (0, 0)),
        (90, (80, 40), (0, -1)),
        (180, (40, 80), (-1, -1)),
        (270, (80, 40), (-1, 0)),
    ],
)
def test_a_rotation_turns_what_is_judged_clockwise(
    tmp_path: Path, degrees: int, shape: tuple[int, int], white: tuple[int, int]
) -> None:
    ports, device = Ports(tmp_path), FaultyDevice(corner)
    ports.plug(0, device)
    wanted = CameraSettings.model_validate({"rotation_degrees": degrees})
    source = CameraSource(0, ports.system, wanted=wanted)
    info, frame = source.open(), source.read()
    source.close()
    assert frame is not None
    assert (info.height, info.width) == (frame.height, frame.width) == shape
    corners = {
        (row, column): int(frame.pixels[row, column, 0]) for row in (0, -1) for column in (0, -1)
    }
    assert corners == {place: 255 * (place == white) for place in corners}


# Troubles, each with its kind


def plugged(tmp_path: Path) -> tuple[Ports, FaultyDevice, CameraSource]:
    ports, device = Ports(tmp_path), FaultyDevice(scripted(Light.AMBER))
    ports.plug(0, device)
    return ports, device, CameraSource(0, ports.system)


def trouble_in_opening(source: CameraSource) -> Trouble:
    with pytest.raises(SourceError) as caught:
        source.open()
    return trouble_of(caught.value)


def test_each_trouble_of_a_camera_has_its_kind(tmp_path: Path) -> None:
    ports, device, source = plugged(tmp_path)
    device.opens = False
    assert trouble_in_opening(source) is Trouble.SILENT
    device.opens = True
    source.open()
    ports.unplug(0)
    with pytest.raises(SourceError) as caught:
        list(iter(source.read, None))
    assert trouble_of(caught.value) is Trouble.LOST
    assert trouble_in_opening(source) is Trouble.ABSENT
    ports.plug(0, FaultyDevice(scripted(Light.AMBER)), name="Door camera")
    assert trouble_in_opening(source) is Trouble.REPLACED
    assert trouble_of(SourceError("of a file")) is Trouble.OTHER


def test_the_window_hears_of_the_trouble_and_tries_again_at_once(rig: CameraApp) -> None:
    heard: list[tuple[str, Trouble]] = []
    rig.app.reader.lost.connect(lambda notice, trouble: heard.append((notice, trouble)))
    rig.wait(lambda: bool(rig.state.probabilities))
    rig.ports.unplug(0)
    rig.wait(lambda: len(heard) >= 3)
    assert heard[0][1] is Trouble.LOST
    assert heard[-1][1] is Trouble.ABSENT
    rig.ports.plug(3, rig.device)
    began = time.monotonic()
    rig.app.try_source_again()
    rig.wait(lambda: bool(rig.state.probabilities))
    # Without being asked it would have waited for two seconds.
    assert time.monotonic() - began < 1.5


# What was chosen survives


def test_a_chosen_source_is_there_after_a_restart(rig: CameraApp) -> None:
    pictures = rig.folder / "pictures"
    pictures.mkdir()
    rig.app.choose_source(str(pictures))
    kept, problem = load_settings(rig.folder / SETTINGS_FILE)
    assert not problem
    assert kept.source == str(pictures)
    assert kept.gate == SETTINGS.gate
    assert rig.app.station.settings == kept
    rig.app.station.audit.writer.flush()
    (change,) = [e for e in rig.app.store.audit() if e.event is AuditEvent.SETTINGS_CHANGED]
    # Only that it changed: an address may hold a password.
    assert change.facts["changed"] == {"source": []}


def test_a_source_that_cannot_be_is_not_kept(rig: CameraApp) -> None:
    rig.app.choose_source("no such thing")
    assert not (rig.folder / SETTINGS_FILE).exists()
    assert rig.app.station.settings.source == SETTINGS.source
