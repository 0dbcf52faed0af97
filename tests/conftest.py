"""Fixtures that any test may use."""

import os
from pathlib import Path

import pytest

from tests.cast import cast as cast  # the fixture


@pytest.fixture(scope="session")
def seed() -> Path:
    """A real regulation on this machine. Tests that need it are skipped where PETAJALAN_SEED does not name one."""
    name = os.environ.get("PETAJALAN_SEED")
    if not name:
        pytest.skip("PETAJALAN_SEED names no regulation")
    return Path(name)
