"""`petajalan serve`: the web server and the job worker in one process group, started and stopped together."""

from __future__ import annotations

import argparse
import ctypes
import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from petajalan.cli.database import open_database
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _

DEFAULT_PORT = 8000
PATIENCE = 20.0  # seconds that a request or a job may take to finish when the server is asked to stop
WORKER_PAUSE = 5.0  # seconds between two attempts to replace a worker that ended by itself
TERMINATE_WITH_PARENT = 1  # prctl(PR_SET_PDEATHSIG)
ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}  # glibc would keep one for each thread: 5 MB more of a web worker


def serve(given: argparse.Namespace) -> int:
    listener = listen(given.host, port_of(given))
    open_database()
    return run(listener)


@contextmanager
def in_use() -> Iterator[None]:
    """While servers run on a data folder nobody may restore a backup into it. Several servers may share it."""
    from django.conf import settings

    with (settings.DATA_DIR / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Failure(
                _("Sebuah cadangan sedang dipulihkan di %(folder)s. Tunggu sampai selesai, lalu jalankan lagi.")
                % {"folder": settings.DATA_DIR},
                1,
            ) from error
        yield


def port_of(given: argparse.Namespace) -> int:
    text = given.port or os.environ.get("PORT") or str(DEFAULT_PORT)
    if text.isdecimal() and int(text) < 65536:
        return int(text)
    raise Failure(_("Porta %(port)s tidak ada. Pilih angka antara 1024 dan 65535.") % {"port": text})


def listen(host: str, port: int) -> socket.socket:
    """The listening socket, made before anything slow, so that an address in use is told at once."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        raise Failure(refusal(error, host, port)) from error
    return listener


def refusal(error: OSError, host: str, port: int) -> str:
    where = {"host": host, "port": port, "other": port + 1 if 1024 <= port < 65535 else DEFAULT_PORT}
    if error.errno == errno.EADDRINUSE:
        return _("%(host)s:%(port)d sudah dipakai program lain. Pilih porta lain, misalnya PORT=%(other)d.") % where
    if error.errno == errno.EACCES:
        return (
            _("Porta %(port)d hanya boleh dibuka administrator mesin. Pilih porta lain, misalnya PORT=%(other)d.")
            % where
        )
    why = error.strerror or str(error)
    return _("%(host)s:%(port)d tidak dapat dibuka: %(why)s.") % {**where, "why": why}


def run(listener: socket.socket) -> int:
    with in_use():
        return keep_running(listener)


def keep_running(listener: socket.socket) -> int:
    """Keep both alive until a signal asks to stop, or the web server ends by itself."""
    workers = number_of_workers()
    asked: list[int] = []
    heed(asked)
    web, worker = start_web(listener, workers), start_worker()
    restart_at = 0.0
    print(_("Petajalan berjalan di %(address)s (berhenti: Ctrl+C)") % {"address": address_of(listener)}, flush=True)
    while not asked and web.poll() is None:
        if worker.poll() is not None and time.monotonic() >= restart_at:
            restart_at = time.monotonic() + WORKER_PAUSE
            worker = start_worker()
        time.sleep(0.2)
    stop(web, worker)
    if asked:
        return 0
    raise Failure(_("Server web berhenti sendiri dengan kode %(code)d.") % {"code": web.returncode}, 1)


def heed(asked: list[int]) -> None:
    """Write into the list which signal asked to stop. What the caller ignores stays so: `nohup petajalan serve`."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda given, _frame: asked.append(given))


def address_of(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def number_of_workers() -> int:
    text = os.environ.get("PETAJALAN_WORKERS") or str(max(2, os.cpu_count() or 1))
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise Failure(_("PETAJALAN_WORKERS harus bilangan bulat mulai dari 1, bukan %(text)s.") % {"text": text})


def start_web(listener: socket.socket, workers: int) -> subprocess.Popen[bytes]:
    return start(
        [
            *("gunicorn", "petajalan.wsgi", "--bind", f"fd://{listener.fileno()}", "--preload", "--no-control-socket"),
            # Threads, because a browser keeps connections open in advance, and each would hold a whole worker.
            *("--workers", str(workers), "--threads", "4"),
            *("--graceful-timeout", str(int(PATIENCE)), "--timeout", "120", "--log-level", "warning"),
        ],
        listener.fileno(),
    )


def start_worker() -> subprocess.Popen[bytes]:
    return start(["petajalan.common.worker"])


def start(module: list[str], *descriptors: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        stdin=subprocess.DEVNULL,
        env=ONE_HEAP | os.environ,
        pass_fds=descriptors,
        preexec_fn=stop_with_parent if sys.platform == "linux" else None,
    )


def stop_with_parent() -> None:
    """In the child: end when the command itself is killed, so that no orphan keeps the address."""
    ctypes.CDLL(None).prctl(TERMINATE_WITH_PARENT, signal.SIGTERM)


def stop(*processes: subprocess.Popen[bytes]) -> None:
    """Ask each to finish what it has in hand, and insist when that takes too long."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + PATIENCE + 5
    for process in processes:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
