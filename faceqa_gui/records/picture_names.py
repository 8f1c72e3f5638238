"""Names of the pictures of a capture; every one is a lossless PNG."""

FRAME_FILE = "frame.png"
"""The visible frame that the permission was for."""

FACE_FILE = "face.png"
"""The face of that frame at uniform size."""

EXPLANATION_FILE = "explanation.png"
"""The combined explanation of why the face was judged clear."""

UV_FILE = "uv.png"
"""The frame of the UV camera as it came."""

REGISTERED_FILE = "uv_registered.png"
"""The same at the size and aspect of the visible frame."""

VISIBLE_FILE = "uv_visible.png"
"""The visible frame that is nearest in time to the UV camera's."""
