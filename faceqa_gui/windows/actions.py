"""`ACTIONS`: everything that can be done in the station window, once.

Menus, the top bar, shortcuts, the foot pedal, tool tips and the shortcut sheet are made of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from faceqa_gui.operators.operator import Right
from faceqa_gui.widgets.language import shown
from faceqa_gui.wording import said


class Menu(StrEnum):
    """The menus of the top bar, from left to right."""

    STATION = "station"
    OPERATOR = "operator"
    VIEW = "view"
    HELP = "help"


class StationAction(StrEnum):
    """The stable names of the actions."""

    UV_CAPTURE = "uv_capture"
    EXPLAIN_NOW = "explain_now"
    CANCEL_EXPLANATION = "cancel_explanation"
    OVERRULE = "overrule"
    WITHDRAW = "withdraw"
    ACKNOWLEDGE = "acknowledge"
    SUBJECT = "subject"
    SOURCE = "source"
    CAPTURES = "captures"
    LAB = "lab"
    SETTINGS = "settings"
    SET_UP = "set_up"
    QUIT = "quit"
    LOCK = "lock"
    SIGN_OUT = "sign_out"
    OWN_PIN = "own_pin"
    OPERATORS = "operators"
    IMPORT_MODEL = "import_model"
    THEME_SYSTEM = "theme_system"
    THEME_LIGHT = "theme_light"
    THEME_DARK = "theme_dark"
    LANGUAGE_SYSTEM = "language_system"
    LANGUAGE_ENGLISH = "language_english"
    LANGUAGE_KOREAN = "language_korean"
    MARK_FACE = "mark_face"
    GHOST = "ghost"
    SUBJECT_WINDOW = "subject_window"
    MUTE = "mute"
    LOUDER = "louder"
    QUIETER = "quieter"
    SHORTCUTS = "shortcuts"
    HELP_PAGE = "help_page"
    SELF_TEST = "self_test"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What is said of one action, and where it can be reached.

    Attributes:
        which: its name.
        menu: where it stands, in the order of the table.
        text: in the menu, in English.
        tip: one short sentence that stays true whatever the state is, in English.
        keys: its shortcuts in Qt's portable form, the usual one first.
        section: of the menu; a line stands between two of them.
        icon: file in `resources/icons` without its ending; "" for none. One that is ticked has
            another, with `-on`, for as long as it is.
        in_top_bar: whether it also has a button there.
        pedal: whether the foot pedal may be set to it.
        right: asked for before it is done; None where everybody may.
        choice: of several in one such group exactly one is ticked; "" for none.
        ticked: whether it is switched on and off by itself.
        while_covered: whether it can be done while nobody works here.
    """

    which: StationAction
    menu: Menu
    text: str
    tip: str
    keys: tuple[str, ...]
    section: int = 0
    icon: str = ""
    in_top_bar: bool = False
    pedal: bool = False
    right: Right | None = None
    choice: str = ""
    ticked: bool = False
    while_covered: bool = False

    @property
    def shown_text(self) -> str:
        """The text in the language of the windows."""
        return shown(self.text)

    @property
    def shown_tip(self) -> str:
        """The tip in the language of the windows."""
        return shown(self.tip)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        StationAction.UV_CAPTURE,
        Menu.STATION,
        said("UV capture"),
        said("Asks for UV light; the large button says what it waits for."),
        ("F9",),
        icon="lamp",
        pedal=True,
    ),
    ActionSpec(
        StationAction.EXPLAIN_NOW,
        Menu.STATION,
        said("Explain now"),
        said("Explains the newest picture once more."),
        ("Ctrl+E",),
        icon="explain",
        pedal=True,
    ),
    ActionSpec(
        StationAction.CANCEL_EXPLANATION,
        Menu.STATION,
        said("Cancel the explanation"),
        said("Stops the explanation that is being made."),
        ("Ctrl+Shift+E",),
    ),
    ActionSpec(
        StationAction.OVERRULE,
        Menu.STATION,
        said("Overrule a finding…"),
        said("Overrules a finding about the face, with a written reason."),
        ("Ctrl+Shift+O",),
        right=Right.OVERRULE,
    ),
    ActionSpec(
        StationAction.WITHDRAW,
        Menu.STATION,
        said("Withdraw what was overruled"),
        said("Lets the finding count again."),
        ("Ctrl+Shift+W",),
    ),
    ActionSpec(
        StationAction.ACKNOWLEDGE,
        Menu.STATION,
        said("Acknowledge the notice"),
        said("Says that you have read the notice below."),
        ("Ctrl+Return",),
    ),
    ActionSpec(
        StationAction.SUBJECT,
        Menu.STATION,
        said("Next subject"),
        said("Goes to the subject field, to write who sits there now."),
        ("Ctrl+N",),
        icon="subject",
        section=1,
    ),
    ActionSpec(
        StationAction.SOURCE,
        Menu.STATION,
        said("Choose a source"),
        said("Offers the cameras, files and addresses that can be judged."),
        ("Ctrl+O",),
        icon="camera",
        section=1,
    ),
    ActionSpec(
        StationAction.CAPTURES,
        Menu.STATION,
        said("Captures…"),
        said("Shows, verifies and exports what was captured."),
        ("Ctrl+R",),
        icon="captures",
        section=1,
    ),
    ActionSpec(
        StationAction.LAB,
        Menu.STATION,
        said("Lab: judge a model…"),
        said("Opens the lab, where models are judged on many pictures."),
        ("Ctrl+J",),
        icon="lab",
        section=1,
    ),
    ActionSpec(
        StationAction.SETTINGS,
        Menu.STATION,
        said("Settings"),
        said("Shows every setting with its meaning and default."),
        ("Ctrl+,",),
        section=2,
        in_top_bar=True,
        right=Right.SETTINGS,
    ),
    ActionSpec(
        StationAction.SET_UP,
        Menu.STATION,
        said("Set up again…"),
        said("Goes through camera, room and operators once more, as at the first start."),
        ("Ctrl+Shift+U",),
        section=2,
        right=Right.SETTINGS,
    ),
    ActionSpec(
        StationAction.QUIT,
        Menu.STATION,
        said("Quit"),
        said("Switches the lamp off and closes FaceQA."),
        ("Ctrl+Q",),
        section=2,
        while_covered=True,
    ),
    ActionSpec(
        StationAction.LOCK,
        Menu.OPERATOR,
        said("Lock"),
        said("Covers the window while you are away; a lit lamp goes off."),
        ("Ctrl+L",),
        icon="lock",
    ),
    ActionSpec(
        StationAction.SIGN_OUT,
        Menu.OPERATOR,
        said("Sign out"),
        said("Ends your session, so that somebody else can sign in."),
        ("Ctrl+Shift+L",),
    ),
    ActionSpec(
        StationAction.OWN_PIN,
        Menu.OPERATOR,
        said("Change PIN…"),
        said("Gives you another PIN."),
        ("Ctrl+Shift+P",),
        section=1,
    ),
    ActionSpec(
        StationAction.OPERATORS,
        Menu.OPERATOR,
        said("Operators…"),
        said("Shows and changes who works here."),
        ("Ctrl+U",),
        section=1,
        right=Right.OPERATORS,
    ),
    ActionSpec(
        StationAction.IMPORT_MODEL,
        Menu.OPERATOR,
        said("Import a model…"),
        said("Checks a model file and puts it on this station's list."),
        ("Ctrl+I",),
        section=1,
        right=Right.MODELS,
    ),
    ActionSpec(
        StationAction.THEME_SYSTEM,
        Menu.VIEW,
        said("Like the system"),
        said("Looks light or dark as the computer does."),
        ("Ctrl+1",),
        choice="theme",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.THEME_LIGHT,
        Menu.VIEW,
        said("Light"),
        said("Looks light."),
        ("Ctrl+2",),
        choice="theme",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.THEME_DARK,
        Menu.VIEW,
        said("Dark"),
        said("Looks dark."),
        ("Ctrl+3",),
        choice="theme",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.LANGUAGE_SYSTEM,
        Menu.VIEW,
        said("The system's language"),
        said("Speaks the computer's language where it can."),
        ("Ctrl+Alt+1",),
        section=1,
        choice="language",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.LANGUAGE_ENGLISH,
        Menu.VIEW,
        # Languages are named in themselves, so that whoever reads only theirs finds it.
        "English",
        said("Speaks English."),
        ("Ctrl+Alt+2",),
        section=1,
        choice="language",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.LANGUAGE_KOREAN,
        Menu.VIEW,
        "한국어",
        said("Speaks Korean."),
        ("Ctrl+Alt+3",),
        section=1,
        choice="language",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.MARK_FACE,
        Menu.VIEW,
        said("Mark the face"),
        said("Draws a box around the face that was found."),
        ("Ctrl+B",),
        section=2,
        ticked=True,
    ),
    ActionSpec(
        StationAction.GHOST,
        Menu.VIEW,
        said("Show the last capture faintly"),
        said("Helps the same subject to sit as they did at their last capture."),
        ("Ctrl+G",),
        section=2,
        ticked=True,
    ),
    ActionSpec(
        StationAction.SUBJECT_WINDOW,
        Menu.VIEW,
        said("Window for the subject"),
        said("Shows the subject themselves, the oval and the instruction in large print."),
        ("Ctrl+D",),
        section=2,
        ticked=True,
    ),
    ActionSpec(
        StationAction.MUTE,
        Menu.VIEW,
        said("Mute"),
        said("Plays no tones and speaks no instructions."),
        ("Ctrl+M",),
        section=3,
        icon="mute",
        in_top_bar=True,
        ticked=True,
    ),
    ActionSpec(
        StationAction.LOUDER,
        Menu.VIEW,
        said("Louder"),
        said("Turns tones and speech up."),
        ("Ctrl++", "Ctrl+="),
        section=3,
    ),
    ActionSpec(
        StationAction.QUIETER,
        Menu.VIEW,
        said("Quieter"),
        said("Turns tones and speech down."),
        ("Ctrl+-",),
        section=3,
    ),
    ActionSpec(
        StationAction.HELP_PAGE,
        Menu.HELP,
        said("Help"),
        said("Opens the page for what is in front of you."),
        ("F1",),
        icon="help",
        while_covered=True,
    ),
    ActionSpec(
        StationAction.SHORTCUTS,
        Menu.HELP,
        said("Keyboard shortcuts"),
        said("Lists every action with its keys."),
        ("Ctrl+/", "?"),
        while_covered=True,
    ),
    ActionSpec(
        StationAction.SELF_TEST,
        Menu.HELP,
        said("Self-test…"),
        said("Shows how camera, models, disk, lamp and clock were found, and tests again."),
        ("Ctrl+T",),
        section=1,
    ),
    ActionSpec(
        StationAction.ABOUT,
        Menu.HELP,
        said("About FaceQA…"),
        said("Shows versions, licences and checksums, and copies diagnostics."),
        ("Shift+F1",),
        section=1,
    ),
)
"""The table, in the order of the menus."""

SPECS = {spec.which: spec for spec in ACTIONS}
"""The same by name."""

MENU_KEYS = {
    Menu.STATION: "Alt+S",
    Menu.OPERATOR: "Alt+O",
    Menu.VIEW: "Alt+V",
    Menu.HELP: "Alt+H",
}
"""What opens each menu from the keyboard."""

_MENU_WORDS = {
    Menu.STATION: said("Station"),
    Menu.OPERATOR: said("Operator"),
    Menu.VIEW: said("View"),
    Menu.HELP: said("Help"),
}


def menu_word(menu: Menu) -> str:
    """The title of a menu in the language of the windows."""
    return shown(_MENU_WORDS[menu])
