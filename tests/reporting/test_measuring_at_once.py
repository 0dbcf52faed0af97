"""Two people measure, or add the same file, at the same moment: one row, and a sentence for the other.

Akvo RSR answered both posts with 201 in 20 of 20 tries, two rows each.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from petajalan.common.audit import SYSTEM
from petajalan.reporting.models import Evidence, EvidenceUse, Measurement
from petajalan.reporting.services import evidence
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.measurements import Overtaken
from tests.cast import assemble
from tests.planning.services.test_at_once import at_once
from tests.reporting.files import uploaded
from tests.reporting.measuring import OPEN, YEAR, Measuring, measures

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="threads share no in-memory database"),
]
TRIES = 5


@pytest.fixture
def city() -> Measuring:
    cast = assemble()
    open_calendar(agency=cast.agency, year=YEAR, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    return measures(cast)


def test_one_of_two_measurements_wins_and_the_other_is_told(city: Measuring) -> None:
    for number in range(TRIES):
        made = city.indicator(f"Indeks {number}")
        answers = at_once(
            *(
                partial(city.save, made, figure, by=by)
                for figure, by in (("2,7", city.cast.budi), ("2,8", city.cast.wati))
            )
        )
        [refused] = [one for one in answers if isinstance(one, Overtaken)]
        [row] = Measurement.objects.filter(indicator_key=made.key)
        assert (refused.measurement, row.version) == (row, 1)
        assert "sudah mengisi" in refused.sentence


def test_a_double_click_at_the_same_moment_is_one_measurement(city: Measuring) -> None:
    for number in range(TRIES):
        made, key = city.indicator(f"Indeks {number}"), uuid4()
        first, second = at_once(*(partial(city.save, made, "2,7", key=key) for _click in range(2)))
        assert first == second == Measurement.objects.get(indicator_key=made.key)


def test_the_same_file_twice_at_the_same_moment_is_one_piece(city: Measuring, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    row = city.save(city.indicator(), "2,7")
    for number in range(TRIES):
        content = f"%PDF-1.7 {number}".encode()
        add = partial(evidence.add_file, to=row, name="a.pdf", by=city.cast.budi, at=OPEN)
        first, second = at_once(*(partial(add, file=uploaded(content)) for _click in range(2)))
        assert first == second
    assert (Evidence.objects.count(), EvidenceUse.objects.count()) == (TRIES, TRIES)
