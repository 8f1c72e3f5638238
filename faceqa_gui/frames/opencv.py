"""The single import of OpenCV.

On Linux `import cv2` points QT_QPA_PLATFORM_PLUGIN_PATH and QT_QPA_FONTDIR at its own copy of
Qt, which can keep PySide6 from starting; both are put back here, so every other module imports
`cv2` from this one.
"""

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

# A source that fails says so in a `SourceError`; FFmpeg's own lines would print stream addresses,
# passwords included.
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2  # noqa: E402  (the environment must be read before OpenCV changes it)

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

__all__ = ["cv2"]
