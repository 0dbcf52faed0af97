"""The memory of a worker, for `bench.py`: of `gunicorn` as an installation starts it, asked over loopback."""

from __future__ import annotations

import http.client
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60  # seconds for the server to start, and for each answer


def worker_memory(cookie: str, *asked: Iterable[str]) -> list[int] | None:
    """Megabytes that the one worker has needed at most after each group of addresses; `None` where Linux is not."""
    if not Path("/proc/self/task").exists():
        return None
    needed = []
    with server() as (port, master):
        for addresses in asked:
            for address in addresses:
                get(port, address, cookie)
            (worker,) = children(master)
            needed.append(peak(worker))
    return needed


@contextmanager
def server() -> Iterator[tuple[int, int]]:
    """The port and the process of a server with one worker, stopped at the end."""
    from petajalan.cli import serve

    listener = serve.listen("127.0.0.1", 0)
    web = serve.start_web(listener, 1)
    try:
        yield listener.getsockname()[1], web.pid
    finally:
        serve.stop(web)
        listener.close()


def get(port: int, address: str, cookie: str) -> None:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    asked.request("GET", address, headers={"Host": "localhost", "Cookie": cookie})
    answer = asked.getresponse()
    answer.read()
    asked.close()
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}.")


def children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def peak(process: int) -> int:
    """Megabytes of memory that a process has needed at most."""
    (line,) = (one for one in Path(f"/proc/{process}/status").read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
