"""A Dask cluster that judges shards: a scheduler and workers that somebody else has started.

Workers need this FaceQA installed. The model is sent to each of them once, by its checksum. If
every worker finds the pictures at the paths used here (a shared drive), only paths are sent, else
the pictures' bytes go along with each shard; a video is then sent with each shard that holds some
of its pictures. A cluster runs whatever it is sent, so only one of your own may be named.
"""

import logging
import queue
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin

from faceqa_gui import __version__
from faceqa_gui.errors import FaceQAError, RunError
from faceqa_gui.lab.dataset import Dataset, file_sha256
from faceqa_gui.lab.run_crew import Done
from faceqa_gui.lab.run_shard import Shard, ShardAnswers
from faceqa_gui.lab.run_work import Judge, Work, judge_shard
from faceqa_gui.wording import said

_ANSWER_SECONDS = 10.0
_WORKERLESS_SECONDS = 60.0
# One shard is computed while the next is read.
_SHARDS_PER_WORKER = 2
_SAMPLES = 3


class DaskCluster:
    """Judges shards on the workers of a Dask cluster. See `Crew`."""

    def __init__(self, address: str, work: Work, dataset: Dataset) -> None:
        """Connect and bring what is asked to the workers.

        Args:
            address: of the scheduler.
            work: what workers are asked.
            dataset: whose pictures will be judged.

        Raises:
            RunError: the scheduler does not answer, or its workers cannot do this work.
        """
        # What goes wrong is said in our words.
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        self._address = address
        self._key = work.key
        self._out: dict[Future[ShardAnswers], Shard] = {}
        self._ended: queue.SimpleQueue[Future[ShardAnswers]] = queue.SimpleQueue()
        self._seen = time.monotonic()
        try:
            self._client = Client(address, timeout=_ANSWER_SECONDS, set_as_default=False)
        except (OSError, ValueError, ImportError) as error:
            raise RunError(
                said(
                    "No Dask scheduler answers at {address}. Start it, or check the address "
                    "(tcp://host:8786).",
                    address=address,
                )
            ) from error
        try:
            self._check_workers()
            self._client.register_plugin(_WorkOnWorkers(work))
            seen = self._client.run(_finds, _samples(dataset))
        except BaseException:
            self._client.close()
            raise
        self.sends_pictures = not all(seen.values())

    def _check_workers(self) -> None:
        try:
            versions = self._client.run(_version)
        except ImportError as error:
            raise RunError(
                said(
                    "The workers at {address} do not have FaceQA. Install {version} there.",
                    address=self._address,
                    version=__version__,
                )
            ) from error
        if not versions:
            raise RunError(
                said(
                    "The Dask scheduler at {address} has no workers. Start some.",
                    address=self._address,
                )
            )
        others = set(versions.values()) - {__version__}
        if others:
            raise RunError(
                said(
                    "Workers at {address} have FaceQA {others}; here is {version}. Install "
                    "the same everywhere.",
                    address=self._address,
                    others=", ".join(sorted(others)),
                    version=__version__,
                )
            )

    def wants_more(self) -> bool:
        """See `Crew`."""
        return len(self._out) < _SHARDS_PER_WORKER * max(1, self._workers())

    def give(self, shard: Shard) -> None:
        """See `Crew`."""
        files = _contents(shard) if self.sends_pictures else None
        # Workers need no groups, and what they do not need stays here.
        lean = Shard(shard.number, tuple(replace(one, attributes={}) for one in shard.images))
        future = self._client.submit(_judge_there, self._key, lean, files, pure=False)
        self._out[future] = shard
        future.add_done_callback(self._ended.put)

    def collect(self, seconds: float) -> Sequence[Done]:
        """See `Crew`."""
        if not self._out:
            return ()
        try:
            ended = self._ended.get(timeout=seconds)
        except queue.Empty:
            self._check_alive()
            return ()
        self._seen = time.monotonic()
        return (self._result(ended),)

    def close(self) -> None:
        """See `Crew`; what is asked stays with the workers for the next run."""
        self._client.cancel(list(self._out))
        self._out.clear()
        self._client.close()

    def _result(self, future: "Future[ShardAnswers]") -> Done:
        shard = self._out.pop(future)
        if future.status == "finished":
            return Done(shard, future.result())
        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker):
            return Done(shard, None)
        if isinstance(error, FaceQAError):
            raise error
        raise RunError(
            said(
                "The cluster at {address} failed while it judged ({what}). Look at its "
                "workers, then run again with the same folder.",
                address=self._address,
                what=type(error).__name__ if error else future.status,
            )
        ) from error

    def _workers(self) -> int:
        return len(self._client.scheduler_info()["workers"])

    def _check_alive(self) -> None:
        if self._client.status == "running" and self._workers():
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > _WORKERLESS_SECONDS:
            raise RunError(
                said(
                    "The cluster at {address} has no workers any more, or does not answer. "
                    "Start it again, then run again with the same folder.",
                    address=self._address,
                )
            )


# What follows runs on the workers.

_WORKS: dict[str, tuple[Work, int]] = {}
_JUDGES: dict[str, Judge] = {}
_OPENING = threading.Lock()


class _WorkOnWorkers(WorkerPlugin):
    """Brings what is asked to every worker, also to one that joins later; once for its checksum."""

    idempotent = True

    def __init__(self, work: Work) -> None:
        self.name = f"faceqa-work-{work.key}"
        self._asked = work

    def setup(self, worker: Worker) -> None:
        _WORKS[self._asked.key] = (self._asked, worker.state.nthreads)


def _judge_there(key: str, shard: Shard, files: Mapping[Path, bytes] | None) -> ShardAnswers:
    work, threads = _WORKS[key]
    with _OPENING:
        judge = _JUDGES.get(key)
        if judge is None:
            judge = _JUDGES[key] = work.open(threads)
    if files is None:
        return judge_shard(judge, shard)
    with tempfile.TemporaryDirectory(prefix="faceqa-") as folder:
        return _judge_copies(shard, judge, files, Path(folder))


def _judge_copies(
    shard: Shard, judge: Judge, files: Mapping[Path, bytes], folder: Path
) -> ShardAnswers:
    copies: dict[Path, Path] = {}
    for number, (path, content) in enumerate(files.items()):
        copies[path] = folder / f"{number:06}{path.suffix}"
        copies[path].write_bytes(content)
    images = tuple(replace(one, path=copies.get(one.path, one.path)) for one in shard.images)
    answers = judge_shard(judge, Shard(shard.number, images))
    reasons = {
        place: reason.replace(str(images[place].path), str(shard.images[place].path))
        for place, reason in answers.skipped.items()
    }
    return replace(answers, skipped=reasons)


def _version() -> str:
    return __version__


def _finds(samples: Mapping[Path, str | None]) -> bool:
    return all(file_sha256(path) == digest for path, digest in samples.items())


# And this runs here again.


def _samples(dataset: Dataset) -> dict[Path, str | None]:
    """A few pictures of a data set with their checksums."""
    images = dataset.images
    chosen = images[:: max(1, len(images) // _SAMPLES)]
    return {image.path: file_sha256(image.path) for image in chosen}


def _contents(shard: Shard) -> dict[Path, bytes]:
    """The bytes of every file of a shard that can be read; the others are missed by the worker."""
    return {
        path: path.read_bytes() for path in {one.path for one in shard.images} if path.is_file()
    }
