"""What the child process of `trial.try_in_child` does."""

import json
from pathlib import Path

from faceqa_gui.errors import ModelError
from faceqa_gui.quality.model_checks.limits import Limits, limit_this_process
from faceqa_gui.quality.model_checks.refusal import Reason, UnsoundError
from faceqa_gui.quality.model_checks.trial import ANSWER_FILE
from faceqa_gui.wording import said


def answer_for(folder: Path, limits: Limits) -> None:
    """Limit this process, try the model in `folder`, and leave the verdict beside it.

    What is no fault of a known kind ends the process, and its parent says so.

    Raises:
        OSError: the verdict cannot be written.
    """
    limit_this_process(limits)
    reason, text = verdict_on(folder)
    answer = folder.parent / ANSWER_FILE
    answer.write_text(json.dumps({"reason": reason, "text": text}), encoding="utf-8")


def verdict_on(folder: Path) -> tuple[str, str]:
    """Reason and text of the first fault of the model in `folder`; "" and "" if it is sound."""
    from faceqa_gui.quality.model_checks.answers import try_model
    from faceqa_gui.quality.model_file import read_model

    try:
        try_model(read_model(folder))
    except UnsoundError as fault:
        return fault.reason, fault.text
    except ModelError:
        return Reason.CHECKSUM, said("its files changed while they were looked at")
    except MemoryError:
        return Reason.OUT_OF_MEMORY, said("it asks for more memory than a trial may take")
    return "", ""
