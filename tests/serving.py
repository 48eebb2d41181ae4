"""The site behind a server that sends what the guide's nginx sample sends: the sample itself is what is tested."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide" / "serving.md"
HEADER = re.compile(r'^ +add_header ([\w-]+) "([^"]*)" always;$', re.MULTILINE)


def sample_headers() -> dict[str, str]:
    return dict(HEADER.findall(GUIDE.read_text(encoding="utf-8")))


class Handler(SimpleHTTPRequestHandler):
    """A folder's address gets its index.html, anything missing the site's own 404.html."""

    def __init__(self, *arguments, headers: dict[str, str], **named) -> None:
        self.sample = headers
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for name, value in self.sample.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: object) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, headers: dict[str, str] | None = None) -> Iterator[str]:
    """The address, ending in a slash, under which a folder is served for the time being."""
    handler = partial(Handler, directory=str(folder), headers=sample_headers() if headers is None else headers)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
