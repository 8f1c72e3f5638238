"""The few parts of distributed that FaceQA uses; its own types leave most calls untyped."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, ParamSpec, Self, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

class KilledWorker(Exception): ...  # noqa: N818  (it is called so)

class Future(Generic[_T]):
    @property
    def status(self) -> str: ...
    def result(self) -> _T: ...
    def exception(self) -> BaseException | None: ...
    def add_done_callback(self, fn: Callable[[Future[_T]], object]) -> None: ...

class _WorkerState:
    nthreads: int

class Worker:
    state: _WorkerState

class WorkerPlugin:
    name: str
    idempotent: bool
    def setup(self, worker: Worker) -> None: ...

class Client:
    status: str
    def __init__(self, address: str, *, timeout: float, set_as_default: bool) -> None: ...
    def register_plugin(self, plugin: WorkerPlugin) -> None: ...
    def run(
        self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> dict[str, _T]: ...
    def submit(self, func: Callable[..., _T], *args: object, pure: bool) -> Future[_T]: ...
    def cancel(self, futures: Iterable[Future[Any]]) -> None: ...
    def scheduler_info(self) -> dict[str, Any]: ...
    def close(self) -> None: ...

class LocalCluster:
    scheduler_address: str
    workers: dict[int, Any]
    def __init__(
        self,
        *,
        n_workers: int,
        threads_per_worker: int,
        host: str,
        dashboard_address: str | None,
        silence_logs: int = ...,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
