"""Faces with open and closed eyes, cut from the demo clip."""

from pathlib import Path

from PIL import Image

from faceqa_gui.frames.demo_subject import DemoSubject
from faceqa_gui.frames.frame import Region
from support.labelled_pictures import write_manifest

SCENES = {"eyes open": "open", "eyes closed": "closed", "mask": "open"}


def write_faces(root: Path) -> Path:
    """A manifest of the split “test” with several faces of each label, and one that is missing."""
    rows = []
    clip = DemoSubject(1.0, paced=False, loop=False)
    clip.open()
    while (frame := clip.read()) is not None:
        scene = clip.scene_at(frame.sequence)
        label = SCENES.get(scene)
        if label is not None:
            name = f"{label}/{frame.sequence}.png"
            (root / label).mkdir(parents=True, exist_ok=True)
            Image.fromarray(Region.centred(frame).cut(frame)).save(root / name, compress_level=1)
            rows.append({"file": name, "label": label, "split": "test", "scene": scene})
    rows.append({"file": "open/gone.png", "label": "open", "split": "test", "scene": "gone"})
    write_manifest(root, rows)
    return root
