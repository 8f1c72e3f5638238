"""FaceQA: judges webcam frames, explains the decision and gates UV light."""

__version__ = "0.1.0"
