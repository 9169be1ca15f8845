"""A web site on this machine, for the tests of fetching: the only network that any test may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

STORY = b"<!doctype html><title>Ferry</title><h1>Ferry strikes pier</h1><p>The ferry struck the pier at dawn.</p>"


@dataclass
class Site:
    """Pages by path, and what was asked for. `name` is one of the site's two names, so that it can be two hosts."""

    port: int
    pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)

    def url(self, path: str, name: str = "127.0.0.1") -> str:
        """Return the address of a page, by number or by the name "localhost"."""
        return f"http://{name}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """The pages that were asked for, in order."""
        return [path for path, _ in self.asked]

    def page(self, path: str, body: bytes = STORY, kind: str = "text/html", status: int = 200, **headers: str) -> str:
        """Put a page up and return its address; a header's underscore stands for its hyphen."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("Content-Type", kind)
            request.send_header("Set-Cookie", "track=1")
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        self.pages[path] = answer
        return self.url(path)

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        """Put up a page that sends one on."""
        return self.page(path, b"", status=status, Location=target)

    def endless(self, path: str) -> str:
        """Put up a page that goes on until nobody reads it any more."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.end_headers()
            while not self.go_on.is_set():
                request.wfile.write(b"x" * 4096)

        self.pages[path] = answer
        return self.url(path)

    def silent(self, path: str) -> str:
        """Put up a page that begins and then says nothing until the test ends."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.end_headers()
            request.wfile.write(b"The beginning")
            self.go_on.wait(30)

        self.pages[path] = answer
        return self.url(path)


@contextmanager
def site() -> Iterator[Site]:
    """Run a site as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, dict(self.headers)))
            answer = found.pages.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except OSError:
                pass  # whoever asked has gone

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Site(server.server_port)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield found
    finally:
        found.go_on.set()
        server.shutdown()
        server.server_close()
