"""Local processes that judge shards: each with its own runtime and its share of the cores.

They are spawned, never forked: runtimes hold threads, which do not survive a fork.
"""

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from faceqa_gui.errors import FaceQAError
from faceqa_gui.lab.run_crew import Done
from faceqa_gui.lab.run_shard import Shard, ShardAnswers
from faceqa_gui.lab.run_work import Work, judge_shard

MOST_DEATHS = 3
"""A shard is given up when it was under way in so many workers that died."""

_PATIENCE_SECONDS = 5.0


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, our end of its pipe, and the shard it works on."""

    process: SpawnProcess
    pipe: "Connection[Shard | None, ShardAnswers | FaceQAError]"
    shard: Shard | None = None


class LocalProcesses:
    """Judges shards in processes of this computer; one that dies is replaced. See `Crew`."""

    def __init__(self, work: Work, workers: int) -> None:
        """Start `workers` processes."""
        self._asked = work
        self._threads = max(1, usable_cores() // workers)
        self._deaths: Counter[int] = Counter()
        self._workers: list[_Worker] = []
        try:
            for _ in range(workers):
                self._workers.append(self._started())
        except BaseException:
            self.close()
            raise

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Of the processes that live now."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def wants_more(self) -> bool:
        """See `Crew`."""
        return any(worker.shard is None for worker in self._workers)

    def give(self, shard: Shard) -> None:
        """See `Crew`."""
        worker = next(worker for worker in self._workers if worker.shard is None)
        worker.shard = shard
        # A worker that died while it was idle is found out by `collect`.
        with suppress(BrokenPipeError):
            worker.pipe.send(shard)

    def collect(self, seconds: float) -> Sequence[Done]:
        """See `Crew`."""
        busy = [worker for worker in self._workers if worker.shard is not None]
        # An answer comes through the pipe, and so does the end of a process.
        wait([worker.pipe for worker in busy], seconds)
        found = [self._heard(worker, worker.shard) for worker in busy if worker.shard is not None]
        return [done for done in found if done is not None]

    def close(self) -> None:
        """See `Crew`."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            _ended(worker)
        self._workers.clear()

    def _heard(self, worker: _Worker, shard: Shard) -> Done | None:
        """What a busy worker has finished; None if it works on, or was replaced to try again."""
        try:
            if not worker.pipe.poll():
                return None
            answers = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            return self._replaced(worker, shard)
        if isinstance(answers, FaceQAError):
            raise answers
        worker.shard = None
        return Done(shard, answers)

    def _replaced(self, worker: _Worker, shard: Shard) -> Done | None:
        _ended(worker)
        fresh = self._started()
        self._workers[self._workers.index(worker)] = fresh
        self._deaths[shard.number] += 1
        if self._deaths[shard.number] >= MOST_DEATHS:
            return Done(shard, None)
        fresh.shard = shard
        fresh.pipe.send(shard)
        return None

    def _started(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_work, args=(theirs, self._asked, self._threads), daemon=True
        )
        try:
            process.start()
        finally:
            # Only then does our end hear that the process is gone.
            theirs.close()
        return _Worker(process, ours)


def usable_cores() -> int:
    """Processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ended(worker: _Worker) -> None:
    worker.process.join(_PATIENCE_SECONDS)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()
    worker.pipe.close()


def _work(
    pipe: "Connection[ShardAnswers | FaceQAError, Shard | None]", work: Work, threads: int
) -> None:
    """What a worker does until its parent is gone."""
    # Ctrl+C reaches every process of a terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionResetError, BrokenPipeError):
        try:
            judge = work.open(threads)
            while (shard := pipe.recv()) is not None:
                pipe.send(judge_shard(judge, shard))
        except FaceQAError as error:
            pipe.send(error)
