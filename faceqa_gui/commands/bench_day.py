"""`faceqa bench day`: a whole day at the front desk, through the real window."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from faceqa_gui.commands import Parsers
from faceqa_gui.commands.arguments import add_listed_model_option, positive
from faceqa_gui.commands.json_file import add_json_option, check_json_place, write_json
from faceqa_gui.errors import FaceQAError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from faceqa_gui.frames.demo_scenes import Scene
    from faceqa_gui.frames.frame import Pixels

_OF_EACH = 12


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench day`."""
    parser = subparsers.add_parser(
        "day",
        help="thirty subjects at the real window, with all that goes wrong in a day",
        description="Sit one subject after the other in front of the real station window, in real "
        "time: glasses, masks, blur, open eyes; explanations that are cancelled, an unplugged "
        "camera, a lamp that fails, eyes opened in the light, another language, lock and unlock. "
        "The subjects do what the window says, a moment later. It prints seconds from sitting down "
        "to capture, clicks, wrong greens and memory, and leaves contact sheets. The lamp is "
        "simulated. With DATA, what hides a face is shown by pictures of real people too. The "
        "status is 0 only without a wrong green, with everybody captured and all records whole.",
    )
    parser.add_argument(
        "data", nargs="?", type=Path, metavar="DATA", help="face-quality data set (see evaluate)"
    )
    parser.add_argument("--split", default="val", help="which split of DATA (default: val)")
    parser.add_argument(
        "--subjects", type=positive, default=30, metavar="N", help="how many (default: 30)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the choice of pictures")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("faceqa-day"),
        metavar="DIR",
        help="a new folder for records and contact sheets (default: faceqa-day)",
    )
    add_listed_model_option(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play the day and print its figures."""
    check_json_place(options.json)
    _make_new(options.out)
    real = {} if options.data is None else _pictures(options.data, options.split)
    from faceqa_gui.station_day.play import play_day

    day = play_day(options.subjects, real, seed=options.seed, model=options.model, out=options.out)
    print(day.text())
    write_json(options.json, day.as_json())
    return 0 if day.reaches_goal else 1


def _make_new(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        raise FaceQAError(
            f"{folder} exists already. Name a new folder with --out, or remove it first."
        ) from None
    except OSError as error:
        raise FaceQAError(
            f"{folder} cannot be made: {error.strerror}. Name another folder with --out."
        ) from error


def _pictures(data: Path, split: str) -> "Mapping[Scene, Sequence[Pixels]]":
    """Pictures of real people for what hides a face; few of each, so that memory stays small."""
    from faceqa_gui.frames.demo_scenes import Scene
    from faceqa_gui.lab.dataset import read_dataset
    from faceqa_gui.lab.labelled_picture import picture_of
    from faceqa_gui.quality.labels import Quality

    shown = {
        Quality.EYEGLASSES: Scene.GLASSES,
        Quality.COVERED_FACE: Scene.MASK,
        Quality.BLUR: Scene.OUT_OF_FOCUS,
    }
    images = read_dataset(data, tuple(Quality), split).images
    chosen: dict[Scene, list[Pixels]] = {}
    for quality, scene in shown.items():
        of_class = [image for image in images if image.label == quality]
        step = max(1, len(of_class) // _OF_EACH)
        chosen[scene] = [picture_of(image) for image in of_class[::step][:_OF_EACH]]
    return chosen
