"""`picture_of`: the pixels of a labelled picture, from its file or out of its video."""

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import read_picture
from faceqa_gui.frames.video_pictures import read_video_pictures
from faceqa_gui.lab.dataset import LabelledImage


def picture_of(image: LabelledImage) -> Pixels:
    """The picture as uint8, H×W×3, RGB (see `read_picture`).

    A video is decoded from its beginning each time; whoever needs many of its pictures asks
    `read_video_pictures` for all at once.

    Raises:
        SourceError: it cannot be read.
    """
    if image.frame is None:
        return read_picture(image.path)
    (picture,) = read_video_pictures(image.path, [image.frame])
    if picture is None:
        raise SourceError(
            f"{image.path} ends before its picture {image.frame}, or is damaged there. "
            "Replace the file."
        )
    return picture
