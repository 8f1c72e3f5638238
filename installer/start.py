"""Where the frozen program begins: the command `faceqa`, or a worker process of its own."""

import multiprocessing
import sys

if __name__ == "__main__":
    # A worker of the lab is this program again: it begins and ends in this call.
    multiprocessing.freeze_support()

    from faceqa_gui.cli import main

    sys.exit(main())
