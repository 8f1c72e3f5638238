"""Reads the sources, without running them, for texts that a window shows."""

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "faceqa_gui"
_WINDOWS = ("app", "windows", "widgets", "workers")
_IN_A_CHILD = ("quality.model_checks",)
"""What no window imports, but whose refusals one shows."""


@dataclass(frozen=True, slots=True)
class Place:
    """A call in a source."""

    path: Path
    call: ast.Call

    def __str__(self) -> str:
        """As `file:line: source`."""
        where = self.path.relative_to(PACKAGE.parent)
        return f"{where}:{self.call.lineno}: {ast.unparse(self.call)}"


@cache
def trees() -> dict[str, tuple[Path, ast.Module]]:
    """Every module of the program, by name without the package's."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found[name] = (path, ast.parse(path.read_text("utf-8")))
    return found


@cache
def behind_windows() -> frozenset[str]:
    """Names of the modules whose texts can reach a window: what windows import, at any depth."""
    modules = trees()
    waiting = [name for name in modules if name.split(".")[0] in _WINDOWS]
    waiting += [name for name in modules if name.startswith(_IN_A_CHILD)]
    found = set(waiting)
    while waiting:
        new = _imports(modules[waiting.pop()][1]) & modules.keys() - found
        found |= new
        waiting += new
    return frozenset(found)


def calls(names: frozenset[str], modules: frozenset[str]) -> Iterator[Place]:
    """Every call of a function, class or method called one of `names` in `modules`."""
    for module in sorted(modules):
        path, tree = trees()[module]
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                yield Place(path, node)


@cache
def errors_of_users() -> frozenset[str]:
    """Names of `FaceQAError`, of what is derived from it, and of what becomes part of one."""
    classes = {
        node.name: {_name(base) for base in node.bases}
        for _, tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"FaceQAError", "UnsoundError", "ArchiveError", "OnnxFileError", "_UnusableError"}
    while new := {name for name, bases in classes.items() if bases & found} - found:
        found |= new
    return frozenset(found)


def built_text(argument: ast.expr) -> bool:
    """Whether an argument is a text that no window can translate: plain, or put together."""
    match argument:
        case ast.JoinedStr() | ast.BinOp():
            return True
        case ast.Constant(value=str(text)):
            return bool(text)
        case ast.IfExp(body=body, orelse=other):
            return built_text(body) or built_text(other)
        case ast.BoolOp(values=values):
            return any(map(built_text, values))
        case ast.Call(func=ast.Attribute(attr="format" | "join")):
            return True
    return False


def places_of(text: str) -> set[str]:
    """The names in the braces of a text; ValueError where it cannot be filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def said_literals() -> dict[str, Place]:
    """Every text in a call of `said` in the program, and a place where it stands."""
    found = {}
    for place in calls(frozenset({"said"}), frozenset(trees())):
        match place.call.args:
            case [ast.Constant(value=str(text))]:
                found[text] = place
    return found


def _imports(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("faceqa_gui"):
            module = (node.module or "").removeprefix("faceqa_gui").removeprefix(".")
            found.add(module)
            found |= {f"{module}.{name.name}".removeprefix(".") for name in node.names}
    return found


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
