"""A station of its own process, killed by a test in the middle of an exposure.

    python gate_process.py FOLDER [PORT]

Prints `lit` when the lamp is about to be lit for two seconds.
"""

import sys
import time
from pathlib import Path

from support.station_bench import SETTINGS, StationBench

from faceqa_gui.uv.serial_lamp import SerialLamp

folder, *port = sys.argv[1:]
uv = SETTINGS.uv.model_copy(update={"exposure_seconds": 2.0})
bench = StationBench(
    Path(folder),
    lamp=SerialLamp.open(port[0]) if port else None,
    settings=SETTINGS.model_copy(update={"uv": uv}),
)
bench.make_ready()
assert bench.station.press()
# The bench's clock stands still, as if a fresh frame came all the time.
print("lit", flush=True)
bench.station.run_capture()
time.sleep(60)
