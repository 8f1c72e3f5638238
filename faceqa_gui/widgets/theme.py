"""Light and dark: the colour tokens, and the one style sheet that is filled with them."""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

Theme = Literal["system", "light", "dark"]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_TEMPLATE = RESOURCES / "style" / "station.qss"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour tokens as `#RRGGBB`; a name `on_x` is the text colour on the fill `x`.

    Attributes:
        ground, card, line, field, field_line, track: surfaces and their edges.
        ink, quiet: text and quieter text on ground, card and field.
        accent, on_accent: the one accent as a fill; `link` is the accent as text.
        bar: probability bars of the other classes, and unknown stretches of the history.
        green, amber, red: lights as small marks on a card.
        good, warning, bad: the same as text.
        green_fill, on_green, amber_fill, on_amber, red_fill, on_red: lights as a banner.
        off, on_off: a control that waits.
    """

    ground: str
    card: str
    line: str
    field: str
    field_line: str
    track: str
    ink: str
    quiet: str
    accent: str
    on_accent: str
    accent_hover: str
    link: str
    bar: str
    green: str
    amber: str
    red: str
    good: str
    warning: str
    bad: str
    green_fill: str
    on_green: str
    amber_fill: str
    on_amber: str
    red_fill: str
    on_red: str
    off: str
    on_off: str


LIGHT = Colours(
    ground="#F4F6F8",
    card="#FFFFFF",
    line="#DDE3EA",
    field="#F4F6F8",
    field_line="#7F8EA0",
    track="#EDF1F5",
    ink="#16202C",
    quiet="#5B6B7C",
    accent="#1F6FEB",
    on_accent="#FFFFFF",
    accent_hover="#185BC4",
    link="#1B62D1",
    bar="#7A8A9C",
    green="#1A9C5B",
    amber="#BA7F00",
    red="#C4372C",
    good="#12743F",
    warning="#8A5F00",
    bad="#B93026",
    green_fill="#14804A",
    on_green="#FFFFFF",
    amber_fill="#E0A100",
    on_amber="#16202C",
    red_fill="#C4372C",
    on_red="#FFFFFF",
    off="#DDE3EA",
    on_off="#4A5969",
)

DARK = Colours(
    ground="#0F151C",
    card="#18212B",
    line="#2A3642",
    field="#0F151C",
    field_line="#66788B",
    track="#26313D",
    ink="#E8EEF5",
    quiet="#A3B1C0",
    accent="#1F6FEB",
    on_accent="#FFFFFF",
    accent_hover="#185BC4",
    link="#7DB0FF",
    bar="#7D8FA2",
    green="#35B877",
    amber="#E0A526",
    red="#E8675C",
    good="#45C585",
    warning="#E0A526",
    bad="#F07E74",
    green_fill="#14804A",
    on_green="#FFFFFF",
    amber_fill="#D99B0B",
    on_amber="#16202C",
    red_fill="#C4372C",
    on_red="#FFFFFF",
    off="#2A3642",
    on_off="#B4C1CF",
)


def colours_for(app: QApplication, theme: Theme) -> Colours:
    """The colours of `theme`; "system" asks the desktop, and is light where it does not say."""
    if theme == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def colours_in_use(app: QApplication) -> Colours:
    """The colours that `apply_theme` last dressed `app` in."""
    return DARK if app.palette().window().color() == QColor(DARK.ground) else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> Colours:
    """Dress every window of `app`.

    Returns:
        The colours now in use, for widgets that paint themselves.
    """
    # Under a style sheet the style has no name; to set it again would dress every widget anew.
    if not app.styleSheet() and app.style().name() != "fusion":
        app.setStyle("Fusion")
    colours = colours_for(app, theme)
    app.setPalette(_palette(colours))
    icons = (RESOURCES / "icons").as_posix()
    sheet = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(asdict(colours), icons=icons)
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)
    return colours


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.card,
        role.AlternateBase: colours.ground,
        role.Text: colours.ink,
        role.Button: colours.card,
        role.ButtonText: colours.ink,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.quiet,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.link,
    }.items():
        palette.setColor(which, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, which, QColor(colours.quiet))
    return palette
