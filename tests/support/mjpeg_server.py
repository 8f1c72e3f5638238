"""A real MJPEG server on the loopback interface."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_PART_SECONDS = 0.02


@contextmanager
def mjpeg_server(
    jpeg: bytes | Callable[[], bytes], *, parts: int | None = None, stalls: bool = False
) -> Iterator[str]:
    """Serve `jpeg` again and again; yields the stream's address.

    Args:
        jpeg: the encoded picture, or what gives the next one at its own pace.
        parts: how many pictures are sent before the connection drops (None: for ever).
        stalls: after `parts` pictures the connection stays open and silent.
    """
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            sent = 0
            try:
                while not stopped.is_set() and (parts is None or sent < parts):
                    self.wfile.write(_part(jpeg if isinstance(jpeg, bytes) else jpeg()))
                    sent += 1
                    if isinstance(jpeg, bytes):
                        time.sleep(_PART_SECONDS)
                if stalls:
                    stopped.wait()
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/stream.mjpg"
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _part(jpeg: bytes) -> bytes:
    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
    return head.encode() + jpeg + b"\r\n"
