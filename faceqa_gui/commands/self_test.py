"""`faceqa self-test`: whether the parts of this station are there and answer."""

import argparse
from pathlib import Path

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json

_MARKS = {"pass": "PASS", "warn": "WARN", "fail": "FAIL"}


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa self-test`."""
    parser = subparsers.add_parser(
        "self-test",
        help="are camera, models, disk, lamp and clock as they must be",
        description="Look at the camera, the models and cascades (by their checksums), the disk, "
        "the lamp and the clock, as the station does at each start. The lamp is asked, never lit. "
        "The result is written to the audit trail. Exit status: 0 nothing failed (warnings are "
        "printed), 1 something failed, 2 it could not be tested, such as beside a running station.",
    )
    parser.add_argument(
        "source",
        nargs="?",
        help="camera index, name or path, or whatever “faceqa station” takes (default: the one in "
        "the settings)",
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Test, print a line for each part, and write it down."""
    check_json_place(options.json)
    from faceqa_gui.app import hold_single_instance
    from faceqa_gui.settings import home

    folder = home()
    lock = hold_single_instance(folder)
    try:
        return _test(options, folder)
    finally:
        lock.unlock()


def _test(options: argparse.Namespace, folder: Path) -> int:
    from faceqa_gui.app import open_uv_device
    from faceqa_gui.audit_desk import AuditDesk
    from faceqa_gui.quality.model_list import ModelList
    from faceqa_gui.records.audit import PROGRAM
    from faceqa_gui.records.keys import sealer_for
    from faceqa_gui.records.store import CaptureStore
    from faceqa_gui.self_test import Bench, ClockReading, Finding, opened_camera, run_self_test
    from faceqa_gui.settings import SETTINGS_FILE
    from faceqa_gui.settings_file import load_settings

    settings, notice = load_settings(folder / SETTINGS_FILE)
    kept = settings.records
    store = CaptureStore(
        folder / "captures", sealer=sealer_for(kept.encryption, Path(kept.key_file))
    )
    began = ClockReading.now()
    device = open_uv_device(settings.uv)
    try:
        with opened_camera(options.source or settings.source, settings.camera) as camera:
            test = run_self_test(
                Bench(
                    models=ModelList(folder),
                    model=settings.quality.model,
                    store=store,
                    device=device,
                    camera=camera,
                    began=began,
                )
            )
    finally:
        device.close()
    desk = AuditDesk(store)
    desk.self_tested(PROGRAM, test)
    for result in test.results:
        print(f"{_MARKS[result.finding]}  {result.part:<13} {result.sentence}")
    print(f"{_MARKS[test.finding]}  in {test.seconds:.1f} s")
    if notice:
        print(f"note: {notice}")
    write_json(
        options.json,
        {
            "result": str(test.finding),
            "at": test.at.isoformat(),
            "seconds": round(test.seconds, 3),
            "parts": {
                str(result.part): {"result": str(result.finding), "sentence": str(result.sentence)}
                for result in test.results
            },
        },
    )
    try:
        desk.writer.flush()
    finally:
        desk.writer.close()
    return 1 if test.finding is Finding.FAIL else 0
