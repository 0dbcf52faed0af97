"""A PostgreSQL server for the tests: one that is running, otherwise one started here for as long as they run."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from debian import install

# A PostgreSQL server refuses to run as root; these accounts can run it instead.
OTHER_ACCOUNTS = ("postgres", "nobody")


@contextmanager
def server() -> Iterator[tuple[str, str] | None]:
    """(address, description) of a server on which databases may be created; `None` when there is none to be had."""
    if address := os.environ.get("TEST_DATABASE_URL"):
        yield (address, "TEST_DATABASE_URL") if usable(address) else None
        return
    for address in running():
        if usable(address):
            yield address, f"running server at {address}"
            return
    if programs() is None and not install(["postgresql"], "PostgreSQL", "PostgreSQL"):
        yield None
        return
    with started() as address:
        yield address, f"own server at {address}"


def running() -> Iterator[str]:
    """Where a local server usually listens, for the current user and for the usual administrator."""
    me = pwd.getpwuid(os.geteuid()).pw_name
    for user in dict.fromkeys((me, "postgres")):
        yield f"postgresql://{user}@127.0.0.1:5432/postgres"
        yield f"postgresql://{user}@/postgres?host=/var/run/postgresql"


def usable(address: str) -> bool:
    """Does it answer, may we create databases there, and is it version 15 or newer?"""
    try:
        with psycopg.connect(address, connect_timeout=3) as connection:
            may_create = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            return bool(may_create and may_create[0]) and connection.info.server_version >= 150000
    except psycopg.Error:
        return False


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`; Debian keeps them out of PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].partition(".")[0])
    )
    return versions[-1].parent if versions else None


@contextmanager
def started() -> Iterator[str]:
    """A new server in a temporary folder on a free port, reachable from this machine only, stopped at the end."""
    folder = Path(tempfile.mkdtemp(prefix="petajalan-postgres-"))
    account = other_account()
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    commands = programs()
    assert commands is not None
    port = free_port()
    data = folder / "data"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off"
    try:
        run(account, commands / "initdb", "-D", data, "-U", "petajalan", "-A", "trust", "-E", "UTF8", "--locale=C")
        run(account, commands / "pg_ctl", "-D", data, "-w", "-l", folder / "server.log", "-o", options, "start")
        try:
            yield f"postgresql://petajalan@127.0.0.1:{port}/postgres"
        finally:
            run(account, commands / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def other_account() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in OTHER_ACCOUNTS if name in known)


def run(account: pwd.struct_passwd | None, *command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        done.check_returncode()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
