"""The eye detectors on labelled faces: what is reported of their confusion matrices."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scipy.stats import binom

from faceqa_gui.lab.data_notes import NOTHING_NOTED, DataNotes
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.lab.evaluation import skipped_json
from faceqa_gui.lab.evaluation_text import confusion_text, rate_text, skipped_text
from faceqa_gui.lab.eye_evaluation import EyeAnswer, eye_confusion
from faceqa_gui.lab.eye_faces import EYE_LABELS
from faceqa_gui.lab.metrics import Counts, rule_of_three, wilson_interval
from faceqa_gui.lab.pictures import Skipped
from faceqa_gui.wording import said

EYE_ANSWERS = ("open", "closed", "unknown")
DECISION = "decision"

CHANNEL_TITLES = {
    "haar": said("Haar alone, as in the paper's Fig. 6b"),
    "network": said("Network alone"),
    DECISION: said("Decision"),
}
_OPEN, _CLOSED = 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class EyeReport:
    """Figures of every channel on the same pictures.

    Attributes:
        channels: names of the channels; `decision` is what the station believes.
        answers: what each channel said of each picture.
        skipped: pictures that were left out, with the reason.
        split: name of the judged split; None for the whole data set.
        data_sha256: digest of the judged pictures and labels.
        needed_frames, window_frames: N of M frames that must be closed before the light is green.
        model_sha256: of the eye model's manifest; "" where it is not known.
        notes: what was noticed about the judged pictures.
    """

    channels: tuple[str, ...]
    answers: Sequence[EyeAnswer]
    skipped: tuple[Skipped, ...]
    split: str | None
    data_sha256: str
    needed_frames: int
    window_frames: int
    model_sha256: str = ""
    notes: DataNotes = NOTHING_NOTED

    @property
    def images(self) -> tuple[LabelledImage, ...]:
        """The faces that were answered."""
        return tuple(answer.image for answer in self.answers)

    @property
    def name(self) -> str:
        """Names the eye model for people."""
        return f"Eye model {self.model_sha256[:12]}".strip()

    def as_json(self) -> dict[str, Any]:
        """The report as plain values for a JSON file; `confusion` is the decision's."""
        channels = {}
        for name in self.channels:
            confusion = eye_confusion(self.answers, name)
            frontal = eye_confusion(self._frontal(name), name)
            channels[name] = {
                "confusion": confusion.tolist(),
                "open_called_closed": _rate_json(confusion, _OPEN),
                "closed_recognised": _rate_json(confusion, _CLOSED),
                "closed_recognised_of_frontal": _rate_json(frontal, _CLOSED),
                "unknown_because": dict(self.reasons(name)),
            }
        return {
            "labels": list(EYE_LABELS),
            "columns": list(EYE_ANSWERS),
            "confusion": channels[DECISION]["confusion"],
            "channels": channels,
            "sources": {
                source: eye_confusion(answers, DECISION).tolist()
                for source, answers in self._by_source().items()
            },
            "skipped": skipped_json(self.skipped),
            "notes": self.notes.as_json(),
            "model_sha256": self.model_sha256,
            "split": self.split,
            "data_sha256": self.data_sha256,
        }

    def text(self) -> str:
        """The report as lines of text."""
        where = f"split {self.split}" if self.split else "all pictures"
        parts = [f"Eyes on {len(self.answers)} pictures ({where}, data {self.data_sha256[:12]})"]
        for name in self.channels:
            confusion = eye_confusion(self.answers, name)
            wrong, opened = _called_closed(confusion, _OPEN)
            right, closed = _called_closed(confusion, _CLOSED)
            seen, frontal = _called_closed(eye_confusion(self._frontal(name), name), _CLOSED)
            parts.append(
                f"{CHANNEL_TITLES.get(name, name)} (rows true, columns answered)\n"
                f"{confusion_text(EYE_LABELS, EYE_ANSWERS, confusion)}\n"
                f"Open called closed: {rate_text(wrong, opened)}\n"
                f"Closed recognised, all faces: {rate_text(right, closed)}\n"
                f"Closed recognised, frontal faces: {rate_text(seen, frontal)}"
            )
            reasons = self.reasons(name)
            if reasons:
                counted = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
                parts[-1] += f"\nUnknown because: {counted}"
        parts.append(self._sources_text())
        parts.append(self._window_text())
        parts.append("\n".join(self.notes.lines()))
        if self.skipped:
            parts.append(skipped_text(self.skipped))
        return "\n\n".join(part for part in parts if part)

    def _frontal(self, channel: str) -> list[EyeAnswer]:
        return [answer for answer in self.answers if answer.is_frontal(channel)]

    def reasons(self, channel: str) -> Counter[str]:
        """Why a channel does not know, with the number of faces."""
        reasons = (answer.reasons[channel] for answer in self.answers)
        return Counter(reason for reason in reasons if reason)

    def _by_source(self) -> dict[str, list[EyeAnswer]]:
        sources: dict[str, list[EyeAnswer]] = {}
        for answer in self.answers:
            sources.setdefault(answer.image.attributes.get("source", ""), []).append(answer)
        return dict(sorted(sources.items()))

    def _sources_text(self) -> str:
        """The decision per source of the pictures, so that one source cannot hide another."""
        sources = self._by_source()
        if list(sources) == [""]:
            return ""
        lines = ["Decision by source: open → open/closed/unknown; closed → open/closed/unknown"]
        for source, answers in sources.items():
            opened, closed = eye_confusion(answers, DECISION).tolist()
            lines.append(
                f"{source or 'not named'}: {'/'.join(map(str, opened))}; "
                f"{'/'.join(map(str, closed))}"
            )
        return "\n".join(lines)

    def window_rates(self) -> dict[str, float]:
        """Of the decision in a window of independent frames, in 0-1, by name."""
        rates = {}
        for name, row in (("Open called closed", _OPEN), ("Closed recognised", _CLOSED)):
            closed, total = _called_closed(eye_confusion(self.answers, DECISION), row)
            if total:
                rate = binom.sf(self.needed_frames - 1, self.window_frames, closed / total)
                rates[name] = float(rate)
        return rates

    def _window_text(self) -> str:
        lines = [
            f"After {self.needed_frames} of {self.window_frames} frames, if they were independent.",
            "They are not: a face that is misread once is easily misread again, so that the true",
            "rates lie between these and the ones of a single frame.",
        ]
        lines += [f"{name}: {rate:.2%}" for name, rate in self.window_rates().items()]
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
