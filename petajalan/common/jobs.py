"""Work that is done after the answer has been sent: a small port over huey.

    @job
    def read_file(regulation: int) -> None: ...

    read_file.later(regulation=7)      # queued when the transaction commits

A job takes only numbers and text, finds its rows itself, and may run twice: each one guards its own work with a
conditional update. Jobs of an app live in its `jobs.py`. `python -m petajalan.common.worker` runs them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.utils.module_loading import autodiscover_modules

if TYPE_CHECKING:
    from huey.api import Huey, TaskWrapper

log = logging.getLogger(__name__)

_jobs: dict[str, Job] = {}
_at_start: list[Callable[[], None]] = []


class Job:
    """A function that can be called now, or `later`."""

    def __init__(self, function: Callable[..., None]) -> None:
        self.function = function
        self.name = f"{function.__module__}.{function.__qualname__}"

    def __call__(self, **arguments: int | str) -> None:
        self.function(**arguments)

    def later(self, **arguments: int | str) -> None:
        """Queue the work once the surrounding transaction has committed; at once when there is none."""
        transaction.on_commit(partial(_enqueue, self.name, arguments))

    def after(self, wait: timedelta, **arguments: int | str) -> None:
        """Queue the work for later than now. Where there is no worker nothing is queued: its owner asks again."""
        transaction.on_commit(partial(_schedule, self.name, arguments, wait))


def job(function: Callable[..., None]) -> Job:
    registered = Job(function)
    _jobs[registered.name] = registered
    return registered


def at_worker_start(function: Callable[[], None]) -> Callable[[], None]:
    """Call this when a worker starts: to take up what an earlier one left unfinished."""
    _at_start.append(function)
    return function


def _enqueue(name: str, arguments: dict[str, int | str]) -> None:
    if settings.JOBS_IMMEDIATE:
        _jobs[name](**arguments)
    else:
        queue()(name, arguments)


def _schedule(name: str, arguments: dict[str, int | str], wait: timedelta) -> None:
    if not settings.JOBS_IMMEDIATE:
        queue().schedule((name, arguments), delay=wait.total_seconds())


@cache
def queue() -> TaskWrapper:
    """The queue in the installation's own database server, or in a file beside its SQLite database."""
    return storage().task(name="run")(_run)


@cache
def storage() -> Huey:
    # It loads the driver of PostgreSQL, 10 MB, in every installation: a web worker does so with the first job.
    from huey import PostgresHuey, SqliteHuey

    if connection.vendor == "postgresql":
        database = connection.settings_dict
        names = {"dbname": "NAME", "host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
        given = {ours: database[theirs] for ours, theirs in names.items() if database[theirs]}
        return PostgresHuey("petajalan", results=False, **given, **database["OPTIONS"])
    return SqliteHuey("petajalan", results=False, filename=str(settings.DATA_DIR / "jobs.sqlite3"), timeout=20)


def _run(name: str, arguments: dict[str, int | str]) -> None:
    close_old_connections()
    try:
        _jobs[name](**arguments)
    except Exception:
        log.exception("Job %s failed (%s)", name, arguments)
    finally:
        close_old_connections()


def work() -> None:
    """Work through the queue until stopped. One job at a time, each few in a fresh process, so that none can leak."""
    autodiscover_modules("jobs")
    queue()
    logging.getLogger("huey").setLevel(logging.WARNING)
    for function in _at_start:
        function()
    close_old_connections()
    consumer = storage().create_consumer(
        workers=1, worker_type="process", max_delay=0.5, max_tasks=20, periodic=False, graceful_signal="TERM"
    )
    consumer.run()
