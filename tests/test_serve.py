"""`petajalan serve`: one command starts the web server and the job worker, one signal stops both."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from petajalan.cli.serve import heed

COMMAND = str(Path(sys.executable).parent / "petajalan")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something else listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def free() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def started(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "PORT"}}
    return subprocess.Popen(
        [COMMAND, "serve", *arguments],
        env={**kept, "LC_ALL": "id_ID", "PETAJALAN_DATA_DIR": str(folder), "DATABASE_URL": "", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=with_its_own_signals,
    )


def with_its_own_signals() -> None:
    """Tests that run in the background inherit an ignored SIGINT, which the server would go on ignoring."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(child) for child in listed]


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_answers_and_stops_with_everything_it_started(number: int, free: int, tmp_path: Path) -> None:
    with started(tmp_path / "data", PORT=str(free)) as server:
        assert server.stdout is not None
        assert f"http://127.0.0.1:{free}" in server.stdout.readline()
        with urllib.request.urlopen(f"http://127.0.0.1:{free}/masuk/", timeout=30) as answer:
            page = answer.read().decode()
            styles = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
            assert answer.status == 200
        with urllib.request.urlopen(f"http://127.0.0.1:{free}{styles}", timeout=30) as answer:
            assert answer.headers["Content-Type"].startswith("text/css")
        begun = children(server.pid)
        assert len(begun) == 2
        server.send_signal(number)
        try:
            assert server.wait(timeout=30) == 0
        finally:
            server.terminate()  # leaving the block waits for it
    assert [is_gone(child) for child in begun] == [True, True]
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{free}/", timeout=5)


def test_an_address_in_use_is_told_before_anything_is_created(taken: int, tmp_path: Path) -> None:
    with started(tmp_path / "data", "--port", str(taken)) as server:
        shown, told = server.communicate(timeout=30)
    assert (server.returncode, shown) == (2, "")
    assert told == (
        f"petajalan: 127.0.0.1:{taken} sudah dipakai program lain. Pilih porta lain, misalnya PORT={taken + 1}.\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("port", ["web", "99999", "-1"])
def test_a_port_that_is_none(port: str, tmp_path: Path) -> None:
    with started(tmp_path / "data", f"--port={port}") as server:
        _shown, told = server.communicate(timeout=30)
    assert server.returncode == 2
    assert told == f"petajalan: Porta {port} tidak ada. Pilih angka antara 1024 dan 65535.\n"


@pytest.mark.parametrize("workers", ["0", "dua"])
def test_a_number_of_workers_that_is_none(workers: str, free: int, tmp_path: Path) -> None:
    with started(tmp_path / "data", PORT=str(free), PETAJALAN_WORKERS=workers) as server:
        _shown, told = server.communicate(timeout=60)
    assert server.returncode == 2
    assert told == f"petajalan: PETAJALAN_WORKERS harus bilangan bulat mulai dari 1, bukan {workers}.\n"


def test_a_signal_that_the_caller_ignores_does_not_stop_it() -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    asked: list[int] = []
    try:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        heed(asked)
        signal.raise_signal(signal.SIGHUP)
        assert asked == []
        signal.raise_signal(signal.SIGTERM)
        assert asked == [signal.SIGTERM]
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
