"""A real `petajalan serve` that a test talks to over HTTP and may kill, and a client that signs in and posts forms.

    with serving(installation) as server:
        wati = Client(server.address)
        wati.sign_in("wati@kota-melati.example", PASSWORD)
        acknowledged = burst(server, [wati, ...], [("/kota-melati/unit/tambah/", {"name": ...}), ...], kill_after=8)

`burst` kills the whole server in the middle. Whoever counts afterwards starts it again, or reads the database.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from queue import Empty, SimpleQueue
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from tests.installation import COMMAND, Installation

SEE_OTHER = (302, 303)
Post = tuple[str, Mapping[str, str]]  # an address, and what its form sends


@dataclass(frozen=True, slots=True)
class Server:
    process: subprocess.Popen[str]
    address: str

    def kill(self) -> None:
        """As `kill -9` of everything at once: the command, its web processes and its worker."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def serving(installation: Installation, **environment: str) -> Iterator[Server]:
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", "0"],
        env={**installation.environment, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://[\d.:]+", process.stdout.readline())
        assert found, "the server did not start"
        yield Server(process, found[0])
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(timeout=60)
        assert process.stdout is not None
        process.stdout.close()


class NoRedirect(HTTPRedirectHandler):
    """An answer that sends on is the acknowledgement itself."""

    def redirect_request(self, *given: Any) -> None:
        return None


@dataclass
class Client:
    address: str
    token: str = ""
    cookies: CookieJar = field(default_factory=CookieJar)

    def __post_init__(self) -> None:
        self.opener = build_opener(HTTPCookieProcessor(self.cookies), NoRedirect)

    def get(self, path: str) -> str:
        with self.opener.open(self.address + path, timeout=30) as answer:
            page: str = answer.read().decode()
        if found := re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page):
            self.token = found[1]
        return page

    def post(self, path: str, values: Mapping[str, str]) -> int:
        """The status of the answer, read to its end."""
        sent = urlencode({**values, "csrfmiddlewaretoken": self.token}).encode()
        try:
            with self.opener.open(Request(self.address + path, sent), timeout=30) as answer:
                answer.read()
                return int(answer.status)
        except HTTPError as answer:
            answer.read()
            return answer.code

    def sign_in(self, email: str, password: str) -> None:
        self.get("/masuk/")
        assert self.post("/masuk/", {"login": email, "password": password}) in SEE_OTHER, "the sign-in was refused"


def burst(server: Server, clients: Sequence[Client], posts: Sequence[Post], *, kill_after: int) -> list[int]:
    """Send all posts, each client one after the other and all clients at once. Kill the server after so many
    acknowledgements, while others are on their way. Returns which were acknowledged, by their place in the list.
    """
    waiting: SimpleQueue[int] = SimpleQueue()
    for number in range(len(posts)):
        waiting.put(number)
    acknowledged: list[int] = []
    enough = threading.Event()

    def work(client: Client) -> None:
        try:
            while True:
                number = waiting.get_nowait()
                if client.post(*posts[number]) in SEE_OTHER:
                    acknowledged.append(number)
                if len(acknowledged) >= kill_after:
                    enough.set()
        except (Empty, OSError, HTTPException):
            enough.set()

    threads = [threading.Thread(target=work, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    enough.wait()
    server.kill()
    for thread in threads:
        thread.join()
    return sorted(acknowledged)
