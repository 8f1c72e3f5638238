"""`Crew`: whoever judges the shards of a run; and the crew that is this process itself."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from faceqa_gui.lab.run_shard import Shard, ShardAnswers
from faceqa_gui.lab.run_work import Judge, judge_shard


@dataclass(frozen=True, slots=True)
class Done:
    """A shard that a crew was given, with its answers; None where its worker was lost."""

    shard: Shard
    answers: ShardAnswers | None


class Crew(Protocol):
    """Judges shards, several at once if it can. Used by one thread."""

    def wants_more(self) -> bool:
        """Whether another shard would be begun now."""

    def give(self, shard: Shard) -> None:
        """Hand over a shard."""

    def collect(self, seconds: float) -> Sequence[Done]:
        """What was finished or lost; waits at most `seconds` for the first.

        Raises:
            ModelError: a worker cannot run the model.
            DatasetError: the workers cannot be reached any more.
        """

    def close(self) -> None:
        """End every worker; shards under way are lost."""


class OneProcess:
    """This process judges, one shard at a time, when it is asked for results."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._given: deque[Shard] = deque()

    def wants_more(self) -> bool:
        """See `Crew`."""
        return not self._given

    def give(self, shard: Shard) -> None:
        """See `Crew`."""
        self._given.append(shard)

    def collect(self, seconds: float) -> Sequence[Done]:  # noqa: ARG002  (nothing is waited for)
        """See `Crew`."""
        if not self._given:
            return ()
        shard = self._given.popleft()
        return (Done(shard, judge_shard(self._judge, shard)),)

    def close(self) -> None:
        """See `Crew`; nothing is left."""
        self._given.clear()
