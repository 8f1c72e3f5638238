"""Fail unless the parts that decide over the lamp and the records are wholly covered.

Use: python tests/coverage_floor.py coverage.json
"""

import json
import sys
from pathlib import Path

WHOLLY_COVERED = (
    "faceqa_gui/assessment/gate.py",
    "faceqa_gui/assessment/override.py",
    "faceqa_gui/assessment/permission.py",
    "faceqa_gui/dose_desk.py",
    "faceqa_gui/explanation/trust.py",
    "faceqa_gui/explanation_desk.py",
    "faceqa_gui/operators/",
    "faceqa_gui/presence.py",
    "faceqa_gui/quality/model_checks/answers.py",
    "faceqa_gui/quality/model_checks/early_layers.py",
    "faceqa_gui/quality/model_checks/file_kind.py",
    "faceqa_gui/quality/model_checks/keras_archive.py",
    "faceqa_gui/quality/model_checks/onnx_file.py",
    "faceqa_gui/quality/model_checks/strict_zip.py",
    "faceqa_gui/quality/model_checks/weights_file.py",
    "faceqa_gui/quality/model_import.py",
    "faceqa_gui/quality/model_list.py",
    "faceqa_gui/quality/model_package.py",
    "faceqa_gui/records/",
)


def main(report: Path) -> int:
    """Exit status 0 when every line and branch of `WHOLLY_COVERED` ran."""
    files = json.loads(report.read_text())["files"]
    guarded = {
        name: figures["summary"]
        for name, figures in files.items()
        if name.replace("\\", "/").startswith(WHOLLY_COVERED)
    }
    there = {
        path.as_posix()
        for path in Path("faceqa_gui").rglob("*.py")
        if path.as_posix().startswith(WHOLLY_COVERED)
    }
    unmeasured = there - {name.replace("\\", "/") for name in guarded}
    for name in sorted(unmeasured):
        print(f"coverage: {name} was not measured", file=sys.stderr)
    if unmeasured or not guarded:
        return 1
    short = {
        name: summary["percent_covered"]
        for name, summary in guarded.items()
        if summary["missing_lines"] or summary["missing_branches"]
    }
    for name, percent in sorted(short.items()):
        print(f"coverage: {name} is covered to {percent:.1f} %, not 100 %", file=sys.stderr)
    if not short:
        print(f"coverage: {len(guarded)} guarded files are covered to 100 % of branches")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
