"""`ExplainerThread`: one explanation at a time, with progress and cancel between batches."""

import logging

from faceqa_gui.errors import FaceQAError
from faceqa_gui.explanation.explanation import ExplanationJob
from faceqa_gui.explanation_desk import ExplanationRequest
from faceqa_gui.wording import said
from faceqa_gui.workers.engine_thread import EngineThread, closes_gate_on_failure

_LOOK_SECONDS = 0.03
_FAILED = said(
    "The explanation failed inside the program. Restart the program if this comes again."
)
_log = logging.getLogger(__name__)


class ExplainerThread(EngineThread):
    """Takes wanted explanations from the station and carries their progress back."""

    @closes_gate_on_failure(said("The explanation failed inside the program. Restart the program."))
    def run(self) -> None:
        """Explain whatever is wanted until stopped."""
        while not self.stopping.wait(_LOOK_SECONDS):
            taken = self.station.next_explanation()
            if taken is not None:
                self._explain(*taken)

    def _explain(self, request: ExplanationRequest, job: ExplanationJob) -> None:
        try:
            while True:
                progress = next(job)
                if self.stopping.is_set() or not self.station.explanation_is_wanted(request):
                    job.close()
                    return
                self.station.report_progress(request, progress)
        except StopIteration as finished:
            self.station.finish_explanation(request, finished.value)
        except FaceQAError as error:
            self.station.decline_explanation(request, str(error))
        except Exception:  # noqa: BLE001  (closed beats open, and the thread serves the next one)
            _log.exception("an explanation failed")
            self.station.decline_explanation(request, _FAILED)
            self.station.fail(_FAILED)
