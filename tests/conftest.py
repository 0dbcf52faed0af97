"""Fixtures that any test may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.cast import cast as cast  # the fixture


@pytest.fixture(scope="session")
def seed() -> Path:
    """A real regulation on this machine. Tests that need it are skipped where PETAJALAN_SEED does not name one."""
    name = os.environ.get("PETAJALAN_SEED")
    if not name:
        pytest.skip("PETAJALAN_SEED names no regulation")
    return Path(name)


@pytest.fixture
def waiting_queue(tmp_path: Path) -> Iterator[None]:
    """A queue with nobody working on it: in a file of its own, or in the test database on PostgreSQL."""
    from petajalan.common import jobs

    jobs.storage.cache_clear()
    jobs.queue.cache_clear()
    with override_settings(JOBS_IMMEDIATE=False, DATA_DIR=tmp_path):
        yield
        jobs.storage().flush()
        jobs.storage().storage.close()
    jobs.storage.cache_clear()
    jobs.queue.cache_clear()
