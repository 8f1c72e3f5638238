"""What the frozen program consists of, and what is left out of it and why.

Paths are those inside the program's folder, with forward slashes.
"""

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

LEFT_OUT_MODULES = (
    # Tools of development, which hooks and test helpers of libraries reach for.
    "IPython",
    "_pytest",
    "coverage",
    "hypothesis",
    "mypy",
    "mypyc",
    "pip",
    "pytest",
    "ruff",
    "setuptools",
    "tkinter",
    "wheel",
    # Judging on a cluster is an extra (“cluster”), which a desk does not have.
    "dask",
    "distributed",
    # Libraries that others can use, and FaceQA does not ask them to.
    "grpc",  # TensorFlow's remote debugger
    "jax",
    "pyarrow",
    "sqlalchemy",
    "tblib",
    "torch",
    "tornado",
    # A second way to the camera and the screen: OpenCV and PySide6 are the ones.
    "PyQt5",
    "PyQt6",
    "PySide2",
    "imageio_ffmpeg",
    # Parts of Qt that nothing here shows.
    "PySide6.Qt3DCore",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "pyqtgraph",
)

_LEFT_OUT_FILES = (
    # Headers and sources to build against a library.
    "*.h",
    "*.hpp",
    "*.inc",
    "*.pxd",
    "*.pyx",
    "*.lib",
    "*.a",
    "*.cmake",
    "tensorflow/include/*",
    "tensorflow/xla_aot_runtime_src/*",
    # TensorFlow's languages for other compilers, which nothing imports.
    "tensorflow/compiler/mlir/stablehlo/*.so",
    "tensorflow/compiler/tf2xla/ops/_xla_ops.so",
    "openvino/include/*",
    "openvino/cmake/*",
    # Tests and examples of libraries.
    "*/tests/*",
    "*/testing/data/*",
    "matplotlib/mpl-data/sample_data/*",
    "sklearn/datasets/*",
    "skimage/data/*",
    # Processors that FaceQA does not judge on, and forms of model that it does not read.
    "openvino/libs/libopenvino_intel_gpu_plugin.so*",
    "openvino/libs/libopenvino_intel_npu_plugin.so*",
    "openvino/libs/libopenvino_auto_plugin.so*",
    "openvino/libs/libopenvino_auto_batch_plugin.so*",
    "openvino/libs/libopenvino_hetero_plugin.so*",
    "openvino/libs/libopenvino_gguf_frontend.so*",
    "openvino/libs/libopenvino_jax_frontend.so*",
    "openvino/libs/libopenvino_paddle_frontend.so*",
    "openvino/libs/libopenvino_pytorch_frontend.so*",
    "openvino/libs/libopenvino_tensorflow*_frontend.so*",
    "openvino/frontend/jax/*.so",
    "openvino/frontend/pytorch/*.so",
    "openvino/frontend/tensorflow/*.so",
    "openvino/libs/*.pc",
    "openvino/libs/libopenvino_c.so*",
    "openvino/libs/cache.json",  # kernels of the graphics card
    # OpenCV's own windows, its cascades (FaceQA has its own, with checksums) and its fonts.
    "cv2/qt/*",
    "cv2/data/*",
    # Films: tones go to the sound device without Qt's second FFmpeg; speech that says nothing.
    "PySide6/Qt/lib/libQt6FFmpegStub*.so*",
    "PySide6/Qt/lib/libav*.so*",
    "PySide6/Qt/lib/libsw*.so*",
    "PySide6/Qt/plugins/multimedia/*",
    "PySide6/Qt/plugins/texttospeech/libqtexttospeech_mock.so",
    # Qt: what its hooks take along for programs of other kinds.
    "PySide6/Qt/lib/libQt6EglF*.so*",
    "PySide6/Qt/lib/libQt6Pdf*.so*",
    "PySide6/Qt/lib/libQt6Qml*.so*",
    "PySide6/Qt/lib/libQt6Quick*.so*",
    "PySide6/Qt/lib/libQt6VirtualKeyboard*.so*",
    "PySide6/Qt/qml/*",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
    "PySide6/Qt/plugins/platforms/libqminimal*.so",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/imageformats/libqpdf.so",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/tls/*",
    # Sources of the translations.
    "resources/translations/*.ts",
)

# Of what was left out, these are needed all the same.
_KEPT_FILES = (
    "skimage/data/__init__.pyi",
    "skimage/data/astronaut.png",  # the demo subject
    "skimage/data/coffee.png",
)

_METADATA = ("METADATA", "entry_points.txt")

_LANGUAGES = ("en", "ko")
"""Qt's own words are taken along in the languages that FaceQA speaks."""


def is_left_out(place: str) -> bool:
    """Whether a file of a library stays out of the program.

    Args:
        place: where it would lie, relative to the program's folder of libraries.
    """
    if place in _KEPT_FILES:
        return False
    if ".dist-info/" in place:
        # Versions and plug-ins are looked up there; licences lie in a folder of their own.
        return PurePosixPath(place).name not in _METADATA
    if place.startswith("PySide6/Qt/translations/"):
        name = PurePosixPath(place).stem
        return not (name.startswith("qtbase_") and name.removeprefix("qtbase_") in _LANGUAGES)
    return any(fnmatchcase(place, pattern) for pattern in _LEFT_OUT_FILES)


def is_of_the_system(source: str) -> bool:
    """Whether a shared library comes from the Linux system, whose packages then are required."""
    return source.startswith(("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/"))
