"""Saves captures until it is killed; run by `test_crashes.py`.

Each line on stdin forks a saver from this process, so that no time goes into starting Python:
`run` saves again and again, `step N` saves once and kills itself before its N-th call of the
system, `purge N` purges `PATIENT` and kills itself likewise. The answer is the saver's process
number; a saver prints the identifier of every capture that `save` said was stored.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from support.capture_records import EXPOSURE, FILES, PATIENT, make_record
from support.killed_calls import die_before_call

from faceqa_gui.records.store import CaptureStore


def say(text: str) -> None:
    os.write(sys.stdout.fileno(), f"{text}\n".encode())


def save_one(store: CaptureStore) -> None:
    draft = make_record(exposure=None)
    store.begin(draft)
    say(f"begun {draft.identifier}")
    stored = store.save(draft.model_copy(update={"exposure": EXPOSURE}), FILES)
    say(f"saved {stored.identifier}")


def run(store: CaptureStore, order: str, number: int) -> None:
    """Carry one order out in a process of its own."""
    if order == "run":
        while True:
            save_one(store)
    die_before_call(number)
    if order == "step":
        save_one(store)
    else:
        store.purge(PATIENT, who="Eva", now=datetime.now(UTC))
    sys.setprofile(None)


def main() -> None:
    store = CaptureStore(Path(sys.argv[1]), minimum_free_bytes=0)
    for line in sys.stdin:
        order, *number = line.split()
        saver = os.fork()
        if saver == 0:
            run(store, order, int(number[0]) if number else 0)
            os._exit(0)
        say(f"saver {saver}")
        _, status = os.waitpid(saver, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
