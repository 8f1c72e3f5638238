"""`ModelControl`: joins the import of models with the window, the supervisor and the trail."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtCore import QObject, Qt, Slot

from faceqa_gui.operators.operator import Operator, Right
from faceqa_gui.quality.model_checks.trial import try_in_child
from faceqa_gui.quality.model_import import Trial, take_in
from faceqa_gui.quality.model_list import ListedModel, ModelList
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.windows.actions import StationAction
from faceqa_gui.windows.model_import_dialog import Cancelled, ModelImportDialog
from faceqa_gui.windows.session_control import SessionControl
from faceqa_gui.windows.station_window import StationWindow

MakeTrial = Callable[[Cancelled], Trial]


class ModelControl(QObject):
    """Opens the dialog for whoever may import a model, and says what became of it."""

    def __init__(
        self,
        models: ModelList,
        store: CaptureStore,
        operators: SessionControl,
        window: StationWindow,
        parent: QObject | None = None,
        *,
        trial: MakeTrial = lambda cancelled: partial(try_in_child, cancelled=cancelled),
    ) -> None:
        """Follow the window's wish.

        Args:
            models: the station's list.
            store: whose trail an import or a refusal is noted on.
            operators: asks a supervisor where one must answer for it.
            window: shows the dialog and the notice.
            parent: keeps this object.
            trial: makes what tries a model, and ends early when it is told to.
        """
        super().__init__(parent)
        self._models = models
        self._store = store
        self._operators = operators
        self._window = window
        self._trial = trial
        window.action_table.on_right(StationAction.IMPORT_MODEL, lambda: self._open)

    def stop(self) -> None:
        """End an import that goes on."""
        for dialog in self._window.findChildren(ModelImportDialog):
            dialog.reject()

    def _open(self, _by: Operator) -> None:
        dialog = ModelImportDialog(self._begin, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._say)
        dialog.finished.connect(lambda: self._window.right_left.emit(Right.MODELS))
        dialog.open()

    def _begin(self, path: Path, cancelled: Cancelled) -> Callable[[], ListedModel]:
        who = self._operators.take(Right.MODELS).name

        def note(event: AuditEvent, facts: Mapping[str, JsonValue]) -> None:
            self._store.append(event, who=who, facts=facts)

        return lambda: take_in(path, self._models, who, note, self._trial(cancelled))

    @Slot(object)
    def _say(self, model: ListedModel) -> None:
        self._window.show_notice(
            self.tr(
                "{} is on this station's list. To use it from the next start on, write {} in the "
                "settings, under Quality, as the model."
            ).format(model.name, model.short)
        )
