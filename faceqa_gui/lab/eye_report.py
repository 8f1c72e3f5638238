"""The eye detectors on labelled faces: what is reported of their confusion matrices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scipy.stats import binom

from faceqa_gui.lab.evaluation import skipped_json
from faceqa_gui.lab.evaluation_text import confusion_text, rate_text, skipped_text
from faceqa_gui.lab.metrics import Counts, rule_of_three, wilson_interval
from faceqa_gui.lab.pictures import Skipped

EYE_LABELS = ("open", "closed")
EYE_ANSWERS = ("open", "closed", "unknown")
DECISION = "decision"

_OPEN, _CLOSED = 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class EyeReport:
    """Figures of every channel on the same pictures.

    Attributes:
        channels: per channel its confusion, int64, 2×3: rows open, closed; columns open, closed,
            unknown. The channel `decision` is what the station believes.
        skipped: pictures that were left out, with the reason.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the judged pictures and labels.
        needed_frames, window_frames: N of M frames that must be closed before the light is green.
    """

    channels: Mapping[str, Counts]
    skipped: tuple[Skipped, ...]
    split: str | None
    data_sha256: str
    needed_frames: int
    window_frames: int

    def as_json(self) -> dict[str, Any]:
        """The report as plain values for a JSON file; `confusion` is the decision's."""
        return {
            "labels": list(EYE_LABELS),
            "columns": list(EYE_ANSWERS),
            "confusion": self.channels[DECISION].tolist(),
            "channels": {
                name: {
                    "confusion": confusion.tolist(),
                    "open_called_closed": _rate_json(confusion, _OPEN),
                    "closed_recognised": _rate_json(confusion, _CLOSED),
                }
                for name, confusion in self.channels.items()
            },
            "skipped": skipped_json(self.skipped),
            "split": self.split,
            "data_sha256": self.data_sha256,
        }

    def text(self) -> str:
        """The report as lines of text."""
        where = f"split {self.split}" if self.split else "all pictures"
        images = int(self.channels[DECISION].sum())
        parts = [f"Eyes on {images} pictures ({where}, data {self.data_sha256[:12]})"]
        for name, confusion in self.channels.items():
            wrong, opened = _called_closed(confusion, _OPEN)
            right, closed = _called_closed(confusion, _CLOSED)
            parts.append(
                f"{name.capitalize()} (rows true, columns answered)\n"
                f"{confusion_text(EYE_LABELS, EYE_ANSWERS, confusion)}\n"
                f"Open called closed: {rate_text(wrong, opened)}\n"
                f"Closed recognised: {rate_text(right, closed)}"
            )
        parts.append(self._window_text())
        if self.skipped:
            parts.append(skipped_text(self.skipped))
        return "\n\n".join(parts)

    def _window_text(self) -> str:
        lines = [
            f"After {self.needed_frames} of {self.window_frames} frames, if they were independent.",
            "They are not: a face that is misread once is easily misread again, so that the true",
            "rates lie between these and the ones of a single frame.",
        ]
        for label, row in (("Open called closed", _OPEN), ("Closed recognised", _CLOSED)):
            closed, total = _called_closed(self.channels[DECISION], row)
            if total:
                rate = binom.sf(self.needed_frames - 1, self.window_frames, closed / total)
                lines.append(f"{label}: {rate:.2%}")
        return "\n".join(lines)


def _called_closed(confusion: Counts, row: int) -> tuple[int, int]:
    return int(confusion[row, _CLOSED]), int(confusion[row].sum())


def _rate_json(confusion: Counts, row: int) -> dict[str, Any] | None:
    count, total = _called_closed(confusion, row)
    if total == 0:
        return None
    interval = wilson_interval(count, total)
    high = rule_of_three(total) if count == 0 else interval.high
    return {"value": count / total, "count": count, "of": total, "ci95": [interval.low, high]}
