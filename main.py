"""Start the station; nothing else."""

import sys

from faceqa_gui.cli import main

if __name__ == "__main__":
    sys.exit(main(["station", *sys.argv[1:]]))
