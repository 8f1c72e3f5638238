"""A small data set in the form of FairFace's published label files, pictures included."""

from collections.abc import Mapping
from pathlib import Path

from support.labelled_pictures import write_picture

COLOUR_OF = {"Female": "good", "Male": "blur"}
"""Gender is told by colour alone, so that a network learns it in a few steps."""


def write_fairface(root: Path, each: Mapping[str, int]) -> Path:
    """`label_train.csv` and `label_val.csv` with `each[split]` pictures per gender."""
    for split, count in each.items():
        lines = ["file,age,gender,race,service_test"]
        for number in range(count):
            for place, (gender, colour) in enumerate(COLOUR_OF.items()):
                name = f"{split}/{2 * number + place}.png"
                write_picture(root / name, colour, 1000 * len(split) + 10 * number + place)
                age = ("20-29", "more than 70", "3-9")[number % 3]
                lines.append(f"{name},{age},{gender},East Asian,False")
        (root / f"label_{split}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return root
