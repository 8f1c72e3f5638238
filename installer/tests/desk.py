"""What a person at a desk does with the installed program."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from faceqa_gui.frames import demo_scenes

FLOW_SECONDS = 300


def faceqa(
    *words: str, environment: Mapping[str, str], cwd: Path, seconds: float = 240.0
) -> subprocess.CompletedProcess[str]:
    """Run the installed command, away from the source tree."""
    return subprocess.run(
        ["faceqa", *words],
        cwd=cwd,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def labelled_pictures(folder: Path) -> Path:
    """A picture of each class, of the demo subject."""
    face = demo_scenes.open_eyes()
    pictures = {
        "good": demo_scenes.closed_eyes(face),
        "eyeglasses": demo_scenes.glasses(face),
        "covered_face": demo_scenes.mask(face),
        "blur": demo_scenes.out_of_focus(face),
        "wrong_object": demo_scenes.nobody_there(),
    }
    for label, pixels in pictures.items():
        (folder / label).mkdir(parents=True)
        Image.fromarray(pixels).save(folder / label / "0.png")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
