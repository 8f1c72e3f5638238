"""Keeps the translations in step with the sources: `update`, `release` and `pseudo`.

    python build.py update [FOLDER]    merge every text of the sources into the .ts files
    python build.py release [FOLDER]   compile the .ts files into the .qm files that Qt reads
    python build.py pseudo FILE.qm     compile accented, longer English, to try the windows with

FOLDER is where the .ts files lie: this one, unless it is given.
"""

import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FILES = {"faceqa_ko.ts": "ko", "faceqa_en.ts": "en"}
_PLURALS_ONLY = "faceqa_en.ts"
_ACCENTED = str.maketrans("aceilnorsuyACEILNORSUY", "åçéîļñöŕšûýÅÇÉÎĻÑÖŔŠÛÝ")
_LONGER = 0.4


def update(folder: Path) -> None:
    """Merge every text of the sources into the .ts files in `folder`; drop what is gone."""
    with tempfile.TemporaryDirectory() as scratch:
        words = Path(scratch) / "words.py"
        marked = [_marked("settings", text) for text in _setting_texts() if text]
        marked += [_marked("said", text) for text in said_texts()]
        words.write_text("".join(marked), "utf-8")
        sources = [*_sources(), words]
        listed = Path(scratch) / "sources.lst"
        listed.write_text("\n".join(map(str, sources)), "utf-8")
        for name, language in FILES.items():
            _run(
                "pyside6-lupdate",
                *("-silent", "-no-obsolete", "-sort-messages", "-locations", "none"),
                *("-disable-heuristic", "similartext", "-disable-heuristic", "sametext"),
                *("-source-language", "en", "-target-language", language),
                *(["-pluralonly"] if name == _PLURALS_ONLY else []),
                f"@{listed}",
                *("-ts", str(folder / name)),
            )


def release(folder: Path) -> None:
    """Compile each .ts file in `folder` beside itself."""
    for name in FILES:
        compile_file(folder / name, (folder / name).with_suffix(".qm"))


def compile_file(source: Path, target: Path) -> None:
    """Compile one .ts file."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def pseudo(target: Path) -> None:
    """Compile English with accents, in brackets, 40 % longer: what has neither is not marked."""
    tree = ET.parse(HERE / "faceqa_ko.ts")  # noqa: S314  (our own file)
    tree.getroot().set("language", "en")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        text = pseudo_text(message.findtext("source", ""))
        for form in translation.findall("numerusform") or [translation]:
            form.text = text
        if message.get("numerus"):
            ET.SubElement(translation, "numerusform").text = text
        translation.attrib.pop("type", None)
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "faceqa_qps.ts"
        tree.write(source, "utf-8", xml_declaration=True)
        compile_file(source, target)


def pseudo_text(text: str) -> str:
    """`text` with accents, in brackets, 40 % longer; placeholders, tags and mnemonics are kept."""
    made, depth, entity = "", 0, False
    for place, letter in enumerate(text):
        depth += (letter in "{<") - (letter in "}>")
        entity = (letter == "&" and ";" in text[place : place + 8]) or (entity and letter != ";")
        plain = depth or entity or text[max(0, place - 1) : place] == "%"
        made += letter if plain else letter.translate(_ACCENTED)
    # In words of a usual length, so that lines can end between them.
    more = "~~~~~~ " * len(text)
    return f"[{made}{more[: max(1, round(len(text) * _LONGER) - 2)]}]"


def _setting_texts() -> Iterator[str]:
    """Every word that the settings dialog takes from `Settings` itself."""
    from faceqa_gui.widgets import setting_words

    for section, settings in setting_words.sections().items():
        if section:
            yield setting_words.as_words(section)
        for name, schema in settings.items():
            yield setting_words.plain_title(name)
            yield schema.get("description", "")
            yield schema.get("unit", "")
            choices = map(str, schema.get("enum", ()))
            # Sizes, angles and keys are the same in every language, whose names are their own.
            words = (word for word in choices if re.search("[a-z]{3}", word))
            yield from map(setting_words.as_words, words)


def said_texts() -> Iterator[str]:
    """Every literal that is handed to `said`, whatever layer it stands in."""
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said":
                text = node.args[0] if node.args else None
                if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
                    raise SystemExit(f"{path}:{node.lineno}: said() takes a literal.")
                yield text.value


def _sources() -> list[Path]:
    return sorted((ROOT / "faceqa_gui").rglob("*.py"))


def _marked(context: str, text: str) -> str:
    return f"QT_TRANSLATE_NOOP({context!r}, {text!r})\n"


def _run(tool: str, *arguments: str) -> None:
    found = shutil.which(tool, path=str(Path(sys.executable).parent))
    if found is None:
        raise SystemExit(f"{tool} is missing beside {sys.executable}. Run “make install”.")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or "warning" in done.stderr.lower():
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main(arguments: list[str]) -> None:
    """Do what the command line says."""
    what, *where = arguments or [""]
    folder = Path(where[0]) if where else HERE
    match what:
        case "update":
            update(folder)
        case "release":
            release(folder)
        case "pseudo" if where:
            pseudo(folder)
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
