"""`python -m faceqa_gui` is the command `faceqa`."""

import sys

from faceqa_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
