"""A real Orthanc on loopback with a temporary configuration, for tests of a picture archive."""

import http.client
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TITLE = "ARCHIVE"
_PATIENCE_SECONDS = 30.0


def orthanc_program() -> str | None:
    """Where Orthanc is installed; Debian keeps it out of the user's path."""
    return shutil.which("Orthanc", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


def free_port() -> int:
    """A port of the loopback address that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Orthanc:
    """A running archive: its DICOM port and its REST interface."""

    dicom_port: int
    http_port: int

    def get(self, path: str) -> bytes:
        """What the REST interface answers."""
        return self._ask("GET", path, None)

    def post(self, path: str, body: Mapping[str, Any]) -> bytes:
        """What it answers to JSON."""
        return self._ask("POST", path, json.dumps(body))

    def names(self, path: str) -> list[str]:
        """A list that it answers."""
        names: list[str] = json.loads(self.get(path))
        return names

    def statistics(self) -> dict[str, Any]:
        """What it holds."""
        values: dict[str, Any] = json.loads(self.get("/statistics"))
        return values

    def _ask(self, method: str, path: str, body: str | None) -> bytes:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.http_port, timeout=_PATIENCE_SECONDS
        )
        with closing(connection):
            connection.request(method, path, body)
            answer = connection.getresponse()
            content = answer.read()
            assert answer.status == http.client.OK, content
            return content


@contextmanager
def running_orthanc(folder: Path, settings: Mapping[str, Any] | None = None) -> Iterator[Orthanc]:
    """Start Orthanc with its data in `folder` and wait until it answers; stop it in the end."""
    program = orthanc_program()
    assert program is not None
    folder.mkdir(parents=True)
    archive = Orthanc(free_port(), free_port())
    configuration = {
        "Name": "test",
        "StorageDirectory": str(folder / "data"),
        "IndexDirectory": str(folder / "data"),
        "Plugins": [],
        "DicomAet": TITLE,
        "DicomPort": archive.dicom_port,
        "DicomCheckCalledAet": True,
        "HttpPort": archive.http_port,
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": False,
        "DicomAlwaysAllowGet": True,
        **(settings or {}),
    }
    path = folder / "orthanc.json"
    path.write_text(json.dumps(configuration))
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen([program, str(path)], stdout=log, stderr=log, cwd=folder)
        try:
            _wait(archive, process, folder / "log.txt")
            yield archive
        finally:
            # Its orderly end takes seconds, and its data is thrown away.
            process.kill()
            process.wait(_PATIENCE_SECONDS)


def _wait(archive: Orthanc, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        assert process.poll() is None, log.read_text(errors="replace")
        assert time.monotonic() < end, log.read_text(errors="replace")
        try:
            archive.get("/system")
        except OSError:
            time.sleep(0.05)
        else:
            return
