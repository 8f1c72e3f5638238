"""`LiveView`: the picture with the guide, the eyes and what kind of source it is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from faceqa_gui.assessment.actions import Action
from faceqa_gui.assessment.assessment import Light
from faceqa_gui.eyes.eye_state import NOT_LOOKED, EyeState
from faceqa_gui.frames.frame import Box, Frame, Pixels, Region, resize
from faceqa_gui.frames.source import SourceInfo, SourceKind
from faceqa_gui.instruction import Instruction
from faceqa_gui.records.previous_face import PreviousFace
from faceqa_gui.settings import ChecksSettings
from faceqa_gui.station_state import StationState
from faceqa_gui.widgets.guide_oval import GuideOval, head_of, paint_guide
from faceqa_gui.widgets.language import Retranslated, shown
from faceqa_gui.widgets.painted import CENTRE, LEFT, PaintedWidget, draw_elided, fill_rounded
from faceqa_gui.widgets.words import eye_word
from faceqa_gui.wording import said

_GROUND = "#10161D"
_SHADE = QColor(12, 17, 23, 150)
_EYE_COLOURS = {EyeState.OPEN: "#F2B632", EyeState.CLOSED: "#4FD693", EyeState.UNKNOWN: "#C9D3DD"}
_GHOST_OPACITY = 0.3
_RADIUS = 10.0
_MARK_WIDTH = 200


class LiveView(Retranslated, PaintedWidget):
    """Paints the newest frame and, over it, what was said of the last judged one."""

    def __init__(self, parent: QWidget | None = None, *, for_subject: bool = False) -> None:
        """Start without a picture.

        Args:
            parent: owner.
            for_subject: mirrored, as people know themselves, and without anything but the guide.
        """
        super().__init__(parent)
        self._for_subject = for_subject
        self._guide = GuideOval.of(ChecksSettings())
        self._instruction = Instruction(Action.WAIT_FOR_MODEL, Light.RED)
        self._ghost: PreviousFace | None = None
        self._ghost_image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self._face_is_marked = False
        self._frame: Frame | None = None
        self._pixels: Pixels | None = None
        self._image = QImage()
        self._region: Region | None = None
        self._eyes = NOT_LOOKED
        self._face: Box | None = None
        self._idle: str = said("No picture yet")
        self._kind: SourceKind | None = None
        self._hidden = False
        self._mirrored = for_subject
        self._screen_locked = False
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Live view"))
        self.setAccessibleDescription(self.tr("Eyes: {}").format(eye_word(self._eyes.state)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Room for a widescreen picture."""
        return QSize(720, 405)

    def show_frame(self, frame: Frame) -> None:
        """Paint `frame`, scaled to the view; a locked screen or station shows nobody."""
        if self._hidden:
            return
        self._frame = frame
        self._adopt_pixels()
        self.update()

    def show_state(self, state: StationState) -> None:
        """Paint where the newest assessment saw region, face and eyes."""
        self._screen_locked = state.screen_locked
        hidden = state.screen_locked or state.signed_out
        if hidden != self._hidden:
            self._hidden = hidden
            self._forget_picture()
            self.show_ghost(None)
        seen = (state.region, state.eyes, state.face)
        if seen != (self._region, self._eyes, self._face):
            self._region, self._eyes, self._face = seen
            self._retranslate()

    def show_source(self, info: SourceInfo | None) -> None:
        """Mark what kind of source it is; None forgets the picture."""
        self._kind = info.kind if info else None
        self._forget_picture()

    def _forget_picture(self) -> None:
        self._frame, self._pixels, self._image = None, None, QImage()
        self._region, self._eyes, self._face = None, NOT_LOOKED, None
        self.update()

    def show_instruction(self, instruction: Instruction) -> None:
        """Say by the guide's look what the subject is told."""
        if instruction != self._instruction:
            self._instruction = instruction
            self.update()

    def fit_guide(self, checks: ChecksSettings) -> None:
        """Give the guide the size that `checks` want a face to have."""
        self._guide = GuideOval.of(checks)
        self.update()

    def show_ghost(self, ghost: PreviousFace | None) -> None:
        """Paint faintly how the subject sat at their last capture; None: not any more."""
        if ghost is not self._ghost:
            self._ghost = ghost
            # A copy: the image would only borrow the pixels.
            self._ghost_image = QImage() if ghost is None else _image_of(ghost.pixels).copy()
            self.update()

    @property
    def ghost(self) -> PreviousFace | None:
        """Whose last capture is painted over the picture; None for nobody's."""
        return self._ghost

    def mark_face(self, marked: bool) -> None:  # noqa: FBT001  (a slot of a toggled action)
        """Whether the box of the found face is painted."""
        self._face_is_marked = marked
        self.update()

    def show_mirrored(self, *, mirrored: bool) -> None:
        """Whether the picture and what is painted over it stand as in a mirror."""
        self._mirrored = mirrored
        self.update()

    def show_idle_text(self, text: str) -> None:
        """What stands in the view while there is no picture."""
        self._idle = text
        self.update()

    @property
    def is_mirrored(self) -> bool:
        """Whether the picture stands as in a mirror."""
        return self._mirrored

    @property
    def marks(self) -> tuple[str, ...]:
        """The words that mark a source which is no live person; empty for a live one."""
        match self._kind:
            case SourceKind.DEMONSTRATION:
                return (
                    self.tr("DEMONSTRATION"),
                    self.tr("generated pictures, no person is present"),
                )
            case SourceKind.VIRTUAL:
                return (
                    self.tr("VIRTUAL CAMERA"),
                    self.tr("made by a program, never released for UV light"),
                )
            case SourceKind.STILLS:
                return (
                    self.tr("STILL PICTURES"),
                    self.tr("judged and explained, never released for UV light"),
                )
            case _:
                return ()

    @property
    def shown_sequence(self) -> int | None:
        """Number of the frame that is painted; None while there is no picture."""
        return self._frame.sequence if self._frame else None

    @property
    def idle_text(self) -> str:
        """What is shown instead of a picture; "" while there is one."""
        if self._for_subject and (self._hidden or not self._frame):
            return self.tr("Please wait.")
        if self._screen_locked:
            return self.tr("The screen is locked: no picture is shown.")
        if self._hidden:
            return self.tr("Nobody is signed in: no picture is shown.")
        return "" if self._frame else shown(self._idle)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Fit the frame to the new size."""
        self._adopt_pixels()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  (Qt's name and form)
        """Paint picture, shade, guide, boxes and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), _RADIUS, _GROUND)
        if self._frame is None:
            painter.setFont(self.sized_font(15))
            place = self.rect().adjusted(24, 0, -24, 0)
            draw_elided(painter, place, self.idle_text, "#C9D3DD", CENTRE)
        else:
            picture = self._picture_rect()
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            painter.setClipPath(outline)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_picture(painter, picture)
            self._paint_findings(painter, picture, picture.width() / self._frame.width)
            painter.setClipPath(QPainterPath(), Qt.ClipOperation.NoClip)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.line), 1.0))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, _RADIUS, _RADIUS)
        marks = self.marks
        if marks:
            self._paint_marks(painter, *marks)

    def _paint_picture(self, painter: QPainter, picture: QRect) -> None:
        if not self._mirrored:
            painter.drawImage(picture, self._image)
            return
        painter.save()
        painter.translate(picture.left() + picture.right() + 1, 0)
        painter.scale(-1, 1)
        painter.drawImage(picture, self._image)
        painter.restore()

    def _picture_rect(self) -> QRect:
        if self._frame is None:
            return self.rect()
        size = QSize(self._frame.width, self._frame.height)
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(0, 0, size.width(), size.height())
        rect.moveCenter(self.rect().center())
        return rect

    def _adopt_pixels(self) -> None:
        if self._frame is None:
            return
        size = self._picture_rect().size() * self.devicePixelRatioF()
        pixels = self._frame.pixels
        # Qt shrinks while it paints at little cost, but enlarges three times slower than OpenCV.
        if size.width() > self._frame.width:
            pixels = resize(pixels, size.width(), size.height())
        # The image borrows these pixels, so both are kept together.
        self._pixels = pixels
        self._image = _image_of(pixels)

    def _paint_findings(self, painter: QPainter, picture: QRect, scale: float) -> None:
        if self._region is not None:
            side = self._region.side
            judged = Box(self._region.left, self._region.top, side, side)
            region = self._placed(judged, picture, scale)
            outside = QPainterPath()
            outside.addRect(QRectF(self.rect()))
            inside = QPainterPath()
            inside.addRect(region)
            painter.fillPath(outside.subtracted(inside), _SHADE)
            self._paint_ghost(painter, region)
            face = None if self._face is None else self._placed(self._face, picture, scale)
            paint_guide(painter, self._guide.placed(region), face, self._instruction)
        if self._for_subject:
            return
        if self._face_is_marked and self._face is not None:
            self._paint_box(
                painter, self._placed(self._face, picture, scale), "#8FB8FF", self.tr("face")
            )
        # Labels grow outwards, so that those of close eyes do not cover each other.
        for eye, side in ((self._eyes.image_left, -1), (self._eyes.image_right, 1)):
            if eye.box is not None:
                box = self._placed(eye.box, picture, scale)
                colour, word = _EYE_COLOURS[eye.state], eye_word(eye.state)
                self._paint_box(painter, box, colour, word, -side if self._mirrored else side)

    def _placed(self, box: Box, picture: QRect, scale: float) -> QRectF:
        """Where a box of the frame is painted."""
        left = box.left
        if self._mirrored and self._frame is not None:
            left = self._frame.width - box.left - box.width
        return QRectF(
            picture.left() + left * scale,
            picture.top() + box.top * scale,
            box.width * scale,
            box.height * scale,
        )

    def _paint_ghost(self, painter: QPainter, region: QRectF) -> None:
        if self._ghost is None or self._hidden:
            return
        scale = region.width() / self._ghost.pixels.shape[1]
        face = self._ghost.face
        head = QPainterPath()
        head.addEllipse(
            head_of(
                QRectF(face.left * scale, face.top * scale, face.width * scale, face.height * scale)
            )
        )
        painter.save()
        painter.translate(region.topLeft())
        if self._mirrored:
            painter.translate(region.width(), 0)
            painter.scale(-1, 1)
        painter.setClipPath(head, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(_GHOST_OPACITY)
        painter.drawImage(QRectF(0, 0, region.width(), region.height()), self._ghost_image)
        painter.restore()

    def _paint_box(
        self, painter: QPainter, box: QRectF, colour: str, word: str, side: int = 1
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 2.0))
        painter.drawRoundedRect(box, 4.0, 4.0)
        painter.setFont(self.sized_font(12, bold=True))
        width = painter.fontMetrics().horizontalAdvance(word) + 10
        left = box.left() - 1 if side > 0 else box.right() + 1 - width
        label = QRectF(left, max(box.top() - 20, 0.0), width, 17)
        fill_rounded(painter, label, 3.0, "#0C1117")
        draw_elided(painter, label.toRect(), word, colour, CENTRE)

    def _paint_marks(self, painter: QPainter, title: str, detail: str) -> None:
        # Narrow enough for the dimmed band beside the judged square of a widescreen picture.
        chip = QRect(12, 12, min(_MARK_WIDTH, self.width() - 24), 62)
        fill_rounded(painter, QRectF(chip), 6.0, "#F2B632")
        painter.setFont(self.sized_font(14, bold=True))
        draw_elided(painter, chip.adjusted(12, 6, -8, -36), title, "#16202C", LEFT)
        painter.setFont(self.sized_font(12))
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(chip.adjusted(12, 26, -8, -2), flags, detail)


def _image_of(pixels: Pixels) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
