"""The pixels of labelled pictures, from their files or out of their videos."""

from collections.abc import Sequence

from faceqa_gui.errors import SourceError
from faceqa_gui.frames.frame import Pixels
from faceqa_gui.frames.picture_file import NotedPicture, read_noted_picture
from faceqa_gui.frames.video_pictures import read_video_pictures
from faceqa_gui.lab.dataset import LabelledImage
from faceqa_gui.wording import said


def picture_of(image: LabelledImage) -> Pixels:
    """The picture as uint8, H×W×3, RGB (see `read_picture`).

    A video is decoded from its beginning each time; `pictures_of` decodes it once for many.

    Raises:
        SourceError: it cannot be read.
    """
    (picture,) = pictures_of([image])
    if isinstance(picture, SourceError):
        raise picture
    return picture.pixels


def pictures_of(images: Sequence[LabelledImage]) -> list[NotedPicture | SourceError]:
    """The pixels of one picture file, or of several pictures of one video, or what is wrong.

    Args:
        images: all of the same file, in ascending order of `frame`.
    """
    first = images[0]
    try:
        if first.frame is None:
            return [read_noted_picture(first.path)]
        found = read_video_pictures(first.path, [image.frame or 0 for image in images])
    except SourceError as error:
        return [error for _ in images]
    return [
        _missing(image) if picture is None else NotedPicture(picture)
        for image, picture in zip(images, found, strict=True)
    ]


def _missing(image: LabelledImage) -> SourceError:
    return SourceError(
        said(
            "{path} ends before its picture {frame}, or is damaged there. Replace the file.",
            path=image.path,
            frame=image.frame,
        )
    )
