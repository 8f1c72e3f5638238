"""`StationWindow`: paints a `StationState`, and passes the operator's wishes on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from faceqa_gui.frames.camera_trouble import Trouble
from faceqa_gui.frames.frame import Frame
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.instruction import SteadyInstruction
from faceqa_gui.operators.accounts import Mode
from faceqa_gui.operators.operator import Operator, Right, Role
from faceqa_gui.operators.session import Door, SessionView
from faceqa_gui.settings import Settings
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.explanation_panel import ExplanationPanel
from faceqa_gui.widgets.film_strip import FilmStrip
from faceqa_gui.widgets.history_strip import HistoryStrip
from faceqa_gui.widgets.language import use_language
from faceqa_gui.widgets.light_banner import LightBanner
from faceqa_gui.widgets.live_view import LiveView
from faceqa_gui.widgets.notice_bar import NoticeBar
from faceqa_gui.widgets.painted import RIGHT, PaintedWidget, styled_label
from faceqa_gui.widgets.probability_bars import ProbabilityBars
from faceqa_gui.widgets.sign_in_cover import SignInCover
from faceqa_gui.widgets.source_button import SourceButton
from faceqa_gui.widgets.source_trouble import SourceTrouble
from faceqa_gui.widgets.step_bar import StepBar
from faceqa_gui.widgets.theme import RESOURCES, Theme, apply_theme
from faceqa_gui.widgets.top_bar import TopBar
from faceqa_gui.widgets.uv_button import UvButton
from faceqa_gui.widgets.uv_foot import UvFoot
from faceqa_gui.windows.action_table import ActionTable, AskRight
from faceqa_gui.windows.actions import ACTIONS, MENU_KEYS, Menu, StationAction
from faceqa_gui.windows.override_dialog import OverrideDialog
from faceqa_gui.windows.self_test_dialog import SelfTestDialog
from faceqa_gui.windows.settings_dialog import SettingsDialog
from faceqa_gui.windows.shortcut_sheet import ShortcutSheet
from faceqa_gui.windows.subject_window import SubjectWindow
from faceqa_gui.wording import said

_LEAST, _USUAL = QSize(1120, 640), QSize(1440, 900)
_ROOMY_HEIGHT = 800
_LEFT_SHARE, _RIGHT_SHARE = 872, 504
_SOURCE_SECONDS = 0.5
_VOLUME_STEP = 0.1
_THEMES: dict[StationAction, Theme] = {
    StationAction.THEME_SYSTEM: "system",
    StationAction.THEME_LIGHT: "light",
    StationAction.THEME_DARK: "dark",
}
_LANGUAGES = {
    StationAction.LANGUAGE_SYSTEM: "system",
    StationAction.LANGUAGE_ENGLISH: "en",
    StationAction.LANGUAGE_KOREAN: "ko",
}


class _Ground(QWidget):
    """What all parts stand on; on a smaller screen it is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(_LEAST)

    def heightForWidth(self, _width: int) -> int:  # noqa: N802  (Qt's name)
        """The least height: wrapped lines of text have their room in it."""
        return _LEAST.height()


class StationWindow(QMainWindow):
    """The station's window. It decides nothing: the engine re-checks every wish.

    Its signals: the UV button was pressed; an explanation is wanted (a `Quality`, or None for the
    most probable class) or to be cancelled; a notice was acknowledged; another subject, source or
    `Settings`; the captures are to be shown, or one `CaptureSummary` of them; the operator
    overrules checks (names and reason) or withdraws that; the window comes to the front or
    leaves it; the window closes.
    """

    fire_requested = Signal()
    explain_requested = Signal(object)
    cancel_explanation_requested = Signal()
    acknowledge_requested = Signal()
    subject_changed = Signal(str)
    source_chosen = Signal(str)
    try_source_again = Signal()
    set_up_requested = Signal()
    self_test_requested = Signal()
    _tested = Signal(object)
    settings_changed = Signal(object)
    captures_requested = Signal()
    capture_chosen = Signal(object)
    right_left = Signal(object)
    overruled = Signal(object, str)
    override_withdrawn = Signal()
    in_front_changed = Signal(bool)
    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        """Build the window in the state before the model is loaded.

        Args:
            settings: shown and edited; operator, theme and overlay are taken from them.
        """
        super().__init__()
        self._settings = settings
        self._theme: Theme = settings.theme
        self._rate = 0.0
        self._rate_shown_at = float("-inf")
        self._notice = ""
        self._model_threshold: float | None = None
        self._state: StationState | None = None
        self._operator = Operator(settings.operator, Role.SUPERVISOR)
        self.ask_right: AskRight = lambda _right, go: go(self._operator)
        """Does something with whoever answers for it; the app asks a supervisor where one must."""
        self._source: SourceInfo | None = None
        self._is_demo = False
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "logo.svg")))
        self._speak()
        self._steady = SteadyInstruction()
        self._build()
        self.subject_window = SubjectWindow(self)
        self.action_table = ActionTable(self, self._ask_right)
        """What can be done here; who does it is said there."""
        self._connect()
        self._connect_actions()
        self.setMinimumSize(_LEAST)
        self.resize(_USUAL)
        self._dress()
        self.show_loading(said("Loading the model…"))
        self.top_bar.subject_field.setFocus()
        self._retranslate()
        self._show_choices()
        self._show_guidance()

    def fit_into(self, room: QSize) -> None:
        """Fill a screen that is too small for the usual size; below the least size it scrolls.

        Args:
            room: what the screen offers, in logical pixels.
        """
        self.setMinimumSize(_LEAST.boundedTo(room))
        if _USUAL.boundedTo(room) != _USUAL:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _build(self) -> None:
        # A page that is not shown takes no key and no press: nothing lies open under the cover.
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        ground = _Ground()
        self._ground = QScrollArea()
        self._ground.setFrameShape(QFrame.Shape.NoFrame)
        self._ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground.setWidgetResizable(True)
        self._ground.setWidget(ground)
        self._pages.addWidget(self._ground)
        self.cover = SignInCover()
        self._pages.addWidget(self.cover)
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.top_bar = TopBar(self._settings.operator)
        whole.addWidget(self.top_bar)
        self._body = QVBoxLayout()
        whole.addLayout(self._body, 1)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._build_left(), _LEFT_SHARE)
        self._columns.addWidget(self._build_right(), _RIGHT_SHARE)
        self._body.addLayout(self._columns, 1)
        self._bottom = QHBoxLayout()
        self.film_strip = FilmStrip()
        self.notice_bar = NoticeBar()
        self._bottom.addWidget(self.film_strip, 2)
        self._bottom.addWidget(self.notice_bar, 3)
        self._body.addLayout(self._bottom)

    def _build_left(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(1)
        self._left = QVBoxLayout(side)
        self._left.setContentsMargins(0, 0, 0, 0)
        self.step_bar = StepBar()
        self.live_view = LiveView()
        self.live_view.show_mirrored(mirrored=self._settings.camera.is_mirrored)
        over = QVBoxLayout(self.live_view)
        over.setContentsMargins(16, 16, 16, 16)
        over.addStretch(1)
        self.trouble = SourceTrouble()
        over.addWidget(self.trouble, 0, Qt.AlignmentFlag.AlignHCenter)
        over.addStretch(1)
        self.banner = LightBanner()
        self._left.addWidget(self.step_bar)
        self._left.addWidget(self.live_view, 1)
        self._left.addWidget(self.banner)
        self._cards = QHBoxLayout()
        self.bars = ProbabilityBars()
        self.history = HistoryStrip()
        self.model_label = styled_label("", tone="quiet", face="small")
        self.model_label.setAlignment(RIGHT)
        self._quality_title = styled_label("", weight="bold")
        self._history_title = styled_label("", weight="bold")
        self._quality_card = _card(self._quality_title, self.bars, self.model_label)
        self._history_card = _card(self._history_title, self.history)
        self._cards.addWidget(self._quality_card, 1)
        self._cards.addWidget(self._history_card, 1)
        self._left.addLayout(self._cards)
        return side

    def _build_right(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        card.setMinimumWidth(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 18, 10)
        column.setSpacing(8)
        self.explanation = ExplanationPanel(self._settings.explanation.overlay)
        column.addWidget(self.explanation, 1)
        self.uv_button = UvButton(simulated=self._settings.uv.device == "simulated")
        column.addWidget(self.uv_button)
        self.uv_foot = UvFoot()
        column.addWidget(self.uv_foot)
        return card

    def _connect(self) -> None:
        self.top_bar.subject_changed.connect(self.subject_changed)
        self.top_bar.source_button.source_chosen.connect(self.source_chosen)
        self.trouble.try_again_requested.connect(self.try_source_again)
        self.trouble.choose_requested.connect(self.top_bar.source_button.offer)
        self.trouble.demo_requested.connect(lambda: self.source_chosen.emit("demo"))
        self.explanation.explain_requested.connect(self.explain_requested)
        self.explanation.cancel_requested.connect(self.cancel_explanation_requested)
        self.notice_bar.acknowledged.connect(self._acknowledge)
        self.film_strip.captures_requested.connect(self.captures_requested)
        self.film_strip.capture_chosen.connect(self.capture_chosen)
        self.uv_button.clicked.connect(self._fire)
        QApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _connect_actions(self) -> None:
        table, name = self.action_table, StationAction
        table.on(name.UV_CAPTURE, self.uv_button.click)
        table.on(name.EXPLAIN_NOW, self.explanation.explain_button.click)
        table.on(name.CANCEL_EXPLANATION, self.cancel_explanation_requested.emit)
        table.on_right(name.OVERRULE, lambda: partial(self._open_reason, self.uv_foot.checks))
        table.on(name.WITHDRAW, self.override_withdrawn.emit)
        table.on(name.ACKNOWLEDGE, self._acknowledge)
        table.on(name.SUBJECT, self.top_bar.ask_subject)
        table.on(name.SOURCE, self.top_bar.source_button.offer)
        table.on(name.CAPTURES, self.captures_requested.emit)
        table.on_right(name.SETTINGS, lambda: self._open_settings)
        table.on_right(name.SET_UP, lambda: lambda _by: self.set_up_requested.emit())
        table.on(name.SELF_TEST, self._open_self_test)
        table.on(name.QUIT, self.close)
        for which, theme in _THEMES.items():
            table.on(which, partial(self._choose, "theme", theme))
        for which, language in _LANGUAGES.items():
            table.on(which, partial(self._choose, "language", language))
        table.on_ticked(name.MARK_FACE, self.live_view.mark_face)
        table.on_ticked(name.GHOST, lambda on: self._guide(ghost=on))
        table.on_ticked(name.SUBJECT_WINDOW, lambda on: self._guide(subject_window=on))
        table.on_ticked(name.MUTE, lambda on: self._guide(muted=on))
        table.on(name.LOUDER, partial(self._turn, _VOLUME_STEP))
        table.on(name.QUIETER, partial(self._turn, -_VOLUME_STEP))
        self.subject_window.closed_by_hand.connect(lambda: self._guide(subject_window=False))
        table.on(name.SHORTCUTS, self._show_shortcuts)
        self.uv_foot.overrule_requested.connect(table[name.OVERRULE].trigger)
        self.uv_foot.withdraw_requested.connect(table[name.WITHDRAW].trigger)
        menus = table.menus
        bar = self.top_bar
        bar.take_menus(*(menus[menu] for menu in Menu))
        bar.add_buttons(table[spec.which] for spec in ACTIONS if spec.in_top_bar)
        for menu, button in zip(
            Menu,
            (bar.station_button, bar.operator_button, bar.view_button, bar.help_button),
            strict=True,
        ):
            opener = QShortcut(QKeySequence(MENU_KEYS[menu]), self)
            opener.activated.connect(partial(self._open_menu, menu, button))

    # What the app tells the window

    @Slot(object)
    def show_state(self, state: StationState) -> None:
        """Paint `state`; only what differs from the last one is touched."""
        if self._state is None or self._state.self_test is not state.self_test:
            self._tested.emit(state.self_test)
        self._state = state
        self.step_bar.show_state(state)
        self.live_view.show_state(state)
        instruction = self._steady.show(state.action, state.light, state.now)
        self.banner.show_instruction(instruction)
        self.live_view.show_instruction(instruction)
        self.subject_window.show_state(state, instruction)
        self.bars.show_state(state)
        self.history.show_state(state)
        self.explanation.show_state(state)
        self.uv_button.show_state(state)
        self.uv_foot.show_state(state)
        self.film_strip.show_state(state)
        self._show_notices()
        self._show_possible(state)
        if not 0.0 <= state.now - self._rate_shown_at < _SOURCE_SECONDS:
            self._rate_shown_at = state.now
            self.top_bar.source_button.show_rate(self._rate, state.assessment_ms)

    @Slot(object)
    def show_frame(self, frame: Frame) -> None:
        """Paint `frame` in the live view."""
        self.live_view.show_frame(frame)
        self.subject_window.show_frame(frame)

    @Slot(object)
    def show_source(self, info: SourceInfo | None) -> None:
        """Name and mark the source; None when there is none."""
        self._rate, self._rate_shown_at = 0.0, float("-inf")
        self.top_bar.source_button.show_source(info)
        self.live_view.show_source(info)
        self.subject_window.show_source(info)
        self._source = info
        self._is_demo = info is not None and info.kind is SourceKind.DEMONSTRATION
        self._entitle()
        self.trouble.show_trouble("", Trouble.OTHER)
        self.live_view.show_idle_text(
            said("No picture. Connect the camera or choose another source above.")
            if info is None
            else said("No picture yet")
        )

    def show_trouble(self, sentence: str, trouble: Trouble) -> None:
        """Say over the live view why no pictures come, and offer the ways on."""
        self.trouble.show_trouble(sentence, trouble)
        if sentence:
            self.live_view.show_idle_text("")

    @Slot(float)
    def show_measured_rate(self, frames_per_second: float) -> None:
        """Keep the measured rate in Hz (0.0: not known); it is painted twice a second."""
        self._rate = frames_per_second

    @Slot(object)
    def show_loading(self, text: str) -> None:
        """Say `text` where the picture will be."""
        self.live_view.show_idle_text(text)

    @Slot(str)
    def show_model(self, label: str, good_threshold: float | None = None) -> None:
        """Name the model, and mark the probability (0-1) from which it calls a face good."""
        self.model_label.show_text(label)
        self._model_threshold = good_threshold
        self._show_threshold()

    def show_session(self, view: SessionView) -> None:
        """Name who works here; while nobody does, cover everything and close what is open."""
        self._operator = view.operator or self._operator
        self.top_bar.operator_button.show_session(view)
        self.action_table.cover(covered=view.door is not Door.OPEN)
        for which in (StationAction.SIGN_OUT, StationAction.OWN_PIN):
            self.action_table[which].setVisible(view.mode is not Mode.SINGLE)
        if view.door is Door.OPEN:
            self._pages.setCurrentWidget(self._ground)
            return
        self._pages.setCurrentWidget(self.cover)
        for child in self.findChildren(QWidget):
            # The subject's window says by itself that nobody is shown.
            if child.isWindow() and child is not self.subject_window:
                child.close()
        self.cover.show_view(view)
        self.cover.take_focus()

    def forget_subject(self) -> None:
        """Another operator works here: whoever sat there is not theirs."""
        self.top_bar.forget_subject()

    def show_settings(self, settings: Settings) -> None:
        """Show the settings that are in force."""
        self._settings = settings
        self._theme = settings.theme
        self.live_view.show_mirrored(mirrored=settings.camera.is_mirrored)
        self._speak()
        self._show_choices()
        self._show_guidance()
        self._show_threshold()
        self._dress()

    @Slot(object)
    def show_notice(self, text: str) -> None:
        """Say a sentence that is not the engine's, until it is dismissed."""
        self._notice = text
        self._show_notices()

    # Inside

    def _show_notices(self) -> None:
        engine = self._state.notice if self._state else ""
        latched = self._state is not None and self._state.must_acknowledge
        self.notice_bar.show_notice(engine or self._notice, must_acknowledge=latched)
        self.action_table.allow(
            StationAction.ACKNOWLEDGE, possible=latched or bool(engine or self._notice)
        )

    def _show_possible(self, state: StationState) -> None:
        allow, name = self.action_table.allow, StationAction
        allow(name.UV_CAPTURE, possible=self.uv_button.isEnabled())
        idle = state.progress is None
        allow(name.EXPLAIN_NOW, possible=idle and self.explanation.explain_button.isEnabled())
        allow(name.CANCEL_EXPLANATION, possible=not idle)
        overruled = state.override is not None
        allow(name.OVERRULE, possible=bool(state.overridable) and not overruled)
        allow(name.WITHDRAW, possible=overruled)

    def _show_choices(self) -> None:
        for choices, chosen in (
            (_THEMES, self._settings.theme),
            (_LANGUAGES, self._settings.language),
        ):
            for which, value in choices.items():
                if value == chosen:
                    self.action_table.tick(which, on=True)

    def _ask_right(self, right: Right, go: Callable[[Operator], None]) -> None:
        # Looked up at each press: the app puts another one in its place.
        self.ask_right(right, go)

    def _show_guidance(self) -> None:
        guidance, table = self._settings.guidance, self.action_table
        table.tick(StationAction.GHOST, on=guidance.ghost)
        table.tick(StationAction.SUBJECT_WINDOW, on=guidance.subject_window)
        table.tick(StationAction.MUTE, on=guidance.muted)
        table.allow(StationAction.LOUDER, possible=guidance.volume < 1.0)
        table.allow(StationAction.QUIETER, possible=guidance.volume > 0.0)
        controls = self._settings.controls
        table.put_pedal(controls.pedal_key, StationAction(controls.pedal_does))
        self.live_view.fit_guide(self._settings.checks)
        if guidance.subject_window is self.subject_window.isVisible():
            return
        if guidance.subject_window and self.isVisible():
            self.subject_window.open()
        else:
            self.subject_window.hide()

    def _guide(self, **changes: bool | float) -> None:
        guidance = self._settings.guidance.model_copy(update=changes)
        self._take_settings(self._settings.model_copy(update={"guidance": guidance}))

    def _turn(self, step: float) -> None:
        # Whoever turns the volume wants to hear it.
        volume = round(self._settings.guidance.volume + step, 2)
        self._guide(volume=min(max(volume, 0.0), 1.0), muted=False)

    def _open_menu(self, menu: Menu, button: QToolButton) -> None:
        if self._pages.currentWidget() is self._ground:
            opened = self.action_table.menus[menu]
            opened.popup(button.mapToGlobal(QPoint(0, button.height())))
            for action in opened.actions():
                if action.isEnabled() and not action.isSeparator():
                    opened.setActiveAction(action)
                    break

    def _show_shortcuts(self) -> None:
        sheet = ShortcutSheet(self.action_table, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _show_threshold(self) -> None:
        own = self._settings.quality.good_threshold
        self.bars.show_threshold(self._model_threshold if own is None else own)

    @Slot()
    def _fire(self) -> None:
        # A subject still being typed is another person: the engine must know before it decides.
        self.top_bar.commit_subject()
        self.fire_requested.emit()

    @Slot()
    def _acknowledge(self) -> None:
        if self._state is None or not self._state.notice:
            self._notice = ""
        self.acknowledge_requested.emit()
        self._show_notices()

    def _open_settings(self, _by: Operator) -> None:
        dialog = SettingsDialog(
            self._settings,
            self,
            model_threshold=self._model_threshold,
            controls=None if self._source is None else self._source.controls,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settings_changed.connect(self._take_settings)
        dialog.finished.connect(lambda: self.right_left.emit(Right.SETTINGS))
        dialog.open()

    def _open_self_test(self) -> None:
        dialog = SelfTestDialog(self._state.self_test if self._state else None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.again_requested.connect(self.self_test_requested)
        self._tested.connect(dialog.show_test)
        dialog.open()

    def _open_reason(self, checks: frozenset[str], by: Operator) -> None:
        dialog = OverrideDialog(checks, by.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.overruled.connect(self.overruled)
        dialog.finished.connect(lambda: self.right_left.emit(Right.OVERRULE))
        dialog.open()

    @Slot(object)
    def _take_settings(self, settings: Settings) -> None:
        other_source = settings.source != self._settings.source
        self.show_settings(settings)
        self.settings_changed.emit(settings)
        # What was refused was shown back meanwhile.
        if other_source and self._settings is settings:
            self.source_chosen.emit(settings.source)

    def _choose(self, name: str, value: str) -> None:
        self._take_settings(self._settings.model_copy(update={name: value}))

    def _speak(self) -> None:
        app = QApplication.instance()
        if app is not None:
            use_language(app, self._settings.language)

    @Slot()
    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            colours = apply_theme(app, self._theme)
            for painted in self._painted():
                painted.use_colours(colours)
            self.subject_window.show_settings(self._settings, colours)

    def _painted(self) -> list[PaintedWidget | UvButton | SourceButton | FilmStrip]:
        return [
            *self.findChildren(PaintedWidget),
            self.uv_button,
            self.top_bar.source_button,
            self.film_strip,
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Set the parts closer on a low screen."""
        roomy = event.size().height() >= _ROOMY_HEIGHT
        self.top_bar.setFixedHeight(56 if roomy else 48)
        self.banner.setFixedHeight(72 if roomy else 64)
        for card in (self._quality_card, self._history_card):
            card.setFixedHeight(184 if roomy else 148)
        side, gap = (24, 12) if roomy else (12, 10)
        self._body.setContentsMargins(side, 16 if roomy else 10, side, 16 if roomy else 10)
        for layout in (self._body, self._left, self._cards, self._bottom):
            layout.setSpacing(gap)
        self._columns.setSpacing(16 if roomy else 10)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell the app when the window comes to the front or leaves it; speak its language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.ActivationChange:
            self.in_front_changed.emit(self.isActiveWindow())

    def _entitle(self) -> None:
        demo = self.tr("FaceQA: DEMONSTRATION, no person is present")
        self.setWindowTitle(demo if self._is_demo else "FaceQA")

    def _retranslate(self) -> None:
        self._entitle()
        self.action_table.retranslate()
        self._quality_title.show_text(self.tr("Face quality"))
        self._history_title.show_text(self.tr("Last 10 seconds"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Show the subject's window too, where it is wanted."""
        super().showEvent(event)
        self._show_guidance()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell the app before the window goes."""
        self.closing.emit()
        self.subject_window.hide()
        super().closeEvent(event)


def _card(title: QWidget, content: QWidget, aside: QWidget | None = None) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 10, 18, 10)
    column.setSpacing(6)
    head = QHBoxLayout()
    head.addWidget(title, 1)
    if aside is not None:
        head.addWidget(aside, 1)
    column.addLayout(head)
    column.addWidget(content, 1)
    return card
