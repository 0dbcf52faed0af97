"""A demonstration may set the day; an installation with real data may not."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from petajalan.common import clock
from petajalan.common.environment import UnusableSetting, demonstration_day

NAME = "PETAJALAN_TODAY"


def test_the_day_is_that_of_the_demonstration_in_every_zone(settings) -> None:
    settings.TODAY = date(2025, 3, 14)
    for zone in ("Asia/Jakarta", "Asia/Jayapura"):
        with timezone.override(ZoneInfo(zone)):
            assert clock.today() == date(2025, 3, 14)
            assert timezone.localdate(clock.now()) == date(2025, 3, 14)


def test_without_it_the_clock_is_real(settings) -> None:
    settings.TODAY = None
    before = timezone.now()
    assert before <= clock.now() <= timezone.now()


def test_a_demonstration_names_its_day() -> None:
    assert demonstration_day(NAME, "2025-03-14", allowed=True) == date(2025, 3, 14)
    assert demonstration_day(NAME, "", allowed=False) is None


@pytest.mark.parametrize(("text", "allowed", "words"), [
    ("2025-03-14", False, "hanya untuk kota contoh"),
    ("besok", True, "harus tanggal"),
])  # fmt: skip
def test_real_data_or_a_day_that_is_none_stop_the_start(text: str, allowed: bool, words: str) -> None:
    with pytest.raises(UnusableSetting, match=words):
        demonstration_day(NAME, text, allowed=allowed)
