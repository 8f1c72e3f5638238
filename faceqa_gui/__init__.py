"""FaceQA: judges webcam frames, explains the decision and gates UV light."""

import os

__version__ = "0.1.0"

# Before numpy is imported: its small products would fight with the networks for the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
