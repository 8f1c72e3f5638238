"""`faceqa model pack`, `import`, `list` and `remove`: models that a station may load."""

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json

if TYPE_CHECKING:
    from pydantic import JsonValue

    from faceqa_gui.records.audit import AuditEvent


def add_parsers(actions: Parsers) -> None:
    """Add the four actions, and the one that a trial's child process runs."""
    packing = actions.add_parser(
        "pack",
        help="one file of a model folder, to import elsewhere",
        description="Write a model folder into one zip file: the same bytes for the same model.",
    )
    packing.add_argument("folder", type=Path, metavar="FOLDER", help="model folder")
    packing.add_argument("--out", type=Path, required=True, metavar="FILE", help="file to write")
    packing.set_defaults(run=run_pack)
    importing = actions.add_parser(
        "import",
        help="check a packed model or a model folder, and let the station load it",
        description="Check a model's file by file and byte by byte, try it in a process of its "
        "own, and put it on the list of models that this computer's station may load. A "
        "supervisor answers for it where operators sign in. Exit status 2 with the reason if it "
        "is refused.",
    )
    importing.add_argument("file", type=Path, metavar="FILE", help="packed model or model folder")
    importing.set_defaults(run=run_import)
    listing = actions.add_parser(
        "list",
        help="models that the station may load",
        description="List the shipped model and the imported ones.",
    )
    add_json_option(listing)
    listing.set_defaults(run=run_list)
    removing = actions.add_parser(
        "remove",
        help="take an imported model off the list",
        description="Take an imported model off the station's list and remove its files.",
    )
    removing.add_argument(
        "model", metavar="MODEL", help="its name, or the first digits that “list” prints"
    )
    removing.set_defaults(run=run_remove)
    for action in (importing, removing):
        action.add_argument(
            "--supervisor", metavar="NAME", help="who answers for it; the PIN is asked for"
        )
    trying = actions.add_parser("try", description="For FaceQA itself: try a model.")
    trying.add_argument("folder", type=Path)
    trying.add_argument("memory_bytes", type=int)
    trying.add_argument("cpu_seconds", type=int)
    trying.set_defaults(run=run_try)
    probing = actions.add_parser("probe", description="For FaceQA itself: probe a runtime.")
    probing.add_argument("runtime")
    probing.add_argument("folder", type=Path)
    probing.add_argument("manifest_sha256")
    probing.set_defaults(run=run_probe)


def run_pack(options: argparse.Namespace) -> int:
    """Write the file, whole or not at all."""
    import hashlib

    from faceqa_gui.errors import ModelError
    from faceqa_gui.quality.model_package import pack
    from faceqa_gui.records.durable import replace_file

    out: Path = options.out
    content = pack(options.folder)
    try:
        replace_file(out, content)
    except OSError as error:
        raise ModelError(f"{out} cannot be written: {error.strerror}.") from error
    print(f"{out}: {len(content) / 1e6:.1f} MB, sha256 {hashlib.sha256(content).hexdigest()}")
    print(f"Bring it to the station and run there: faceqa model import {out.name}")
    return 0


def run_import(options: argparse.Namespace) -> int:
    """Import, and say how to choose the model."""
    from faceqa_gui.operators.command_rights import authorise
    from faceqa_gui.operators.operator import Right
    from faceqa_gui.quality.model_import import take_in
    from faceqa_gui.quality.model_list import ModelList
    from faceqa_gui.settings import home

    folder = home()
    who = authorise(Right.MODELS, folder, options.supervisor).name
    print(f"{options.file} is looked at, then tried in a process of its own …", flush=True)
    model = take_in(options.file, ModelList(folder), who, partial(_note, who))
    print(f"{model.name}, sha256 {model.sha256}, is on this station's list (by {who}).")
    print(f"Choose it with “faceqa station --model {model.short}” or in the settings.")
    return 0


def run_list(options: argparse.Namespace) -> int:
    """Print one line per model."""
    from faceqa_gui.quality.model_list import ModelList
    from faceqa_gui.quality.shipped_models import SHIPPED_QUALITY_MODEL
    from faceqa_gui.settings import home

    check_json_place(options.json)
    models = ModelList(home()).imported()
    print(f"{SHIPPED_QUALITY_MODEL[:8]}  came with the program")
    for model in models:
        at = model.imported_at.isoformat(timespec="seconds")
        print(f"{model.short}  {model.name}  imported {at} by {model.imported_by}")
    rows = [model.model_dump(mode="json") for model in models]
    write_json(options.json, {"shipped": SHIPPED_QUALITY_MODEL, "imported": rows})
    return 0


def run_remove(options: argparse.Namespace) -> int:
    """Remove, and say what a station does now."""
    from faceqa_gui.operators.command_rights import authorise
    from faceqa_gui.operators.operator import Right
    from faceqa_gui.quality.model_import import take_off
    from faceqa_gui.quality.model_list import ModelList
    from faceqa_gui.settings import home

    folder = home()
    who = authorise(Right.MODELS, folder, options.supervisor).name
    model = take_off(options.model, ModelList(folder), partial(_note, who))
    print(
        f"{model.name}, {model.short}, is off the list. A station that is set to it stays closed "
        "until another model is chosen."
    )
    return 0


def run_try(options: argparse.Namespace) -> int:
    """Try a model; only `quality.model_checks.trial` runs this."""
    from faceqa_gui.quality.model_checks.limits import Limits
    from faceqa_gui.quality.model_checks.trial_child import answer_for

    answer_for(
        options.folder,
        Limits(memory_bytes=options.memory_bytes, cpu_seconds=options.cpu_seconds),
    )
    return 0


def run_probe(options: argparse.Namespace) -> int:
    """Probe a runtime; only `quality.runtimes` runs this."""
    from faceqa_gui.quality.runtimes import probe_in_this_process

    return probe_in_this_process(options.runtime, options.folder, options.manifest_sha256)


def _note(who: str, event: "AuditEvent", facts: "Mapping[str, JsonValue]") -> None:
    from faceqa_gui.commands.store_option import named_store

    store = named_store(argparse.Namespace(store=None, key_file=None))
    store.append(event, who=who, facts=facts)
