"""The cap of a member in the mean of a group: the administrator sets it, and every total follows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import AchievementSetting
from petajalan.reporting.queries.achievement import achieved
from petajalan.reporting.queries.achievement_page import sums_of
from petajalan.reporting.services.achievement_setting import set_group_cap
from tests.planning.plans import words
from tests.reporting.reports import YEAR, moment
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

AT = moment(4, 3)
PAGE = "/kota-melati/capaian/pengaturan/"


def set_cap(city: City, cap: int, *, seen: int = 0, who: str = "wati", reason: str = "Keputusan 12/2025") -> bool:
    cast = city.quarter.cast
    return set_group_cap(agency=cast.agency, cap=Decimal(cap), reason=reason, seen=seen, by=cast[who], at=AT)


@pytest.fixture
def far_above(city: City) -> City:
    """One of the objective's two indicators is at 110 percent, the other at half; so are two actions."""
    city.quarter.action(indicator_key=city.indicator.key)
    city.quarter.action("Kedua", indicator_key=city.indicator.key, target_q1=Decimal(10))
    city.accept(city.quarter.sent(3, 5, obstacle="Hujan", solution="Tenda", confirmation="Sudah diperiksa"))
    city.measuring.save(city.indicator, "3,245")
    return city


def test_totals_follow_and_agree_with_a_recount(far_above: City, client: Client) -> None:
    theme, cast = far_above.theme.key, far_above.quarter.cast
    row = far_above.stored("theme", theme)
    assert (row.percent, row.work_percent) == (100, 75)
    assert set_cap(far_above, 120)
    row = far_above.stored("theme", theme)
    assert (row.percent, row.work_percent) == (Decimal(110), 85)
    far_above.check()
    # A line and a measurement that follow count with it too.
    far_above.measuring.save(far_above.indicator, "3,3", version=1)
    far_above.check()
    assert sums_of(achieved(cast.agency, YEAR, 1)).work.percent == 85
    client.force_login(cast.rina)
    explained = words(client, f"/kota-melati/capaian/{YEAR}/1/tema/{theme}/")
    assert "Batasi 0 sampai 120" in explained
    assert "batasnya ditetapkan instansi" in explained
    assert "masing-masing 0 sampai 120" in words(client, f"/kota-melati/capaian/{YEAR}/1/")
    entry = AuditEntry.objects.get(action="group_cap_set")
    assert (entry.before, entry.after) == ({"group_cap": "100"}, {"group_cap": "120"})
    assert entry.reason == "Keputusan 12/2025"
    assert set_cap(far_above, 100, seen=1)
    assert far_above.stored("theme", theme).percent == 100
    assert "cap" not in far_above.stored("theme", theme).trace
    far_above.check()


def test_it_is_refused_in_words(city: City) -> None:
    with pytest.raises(Refused, match="di bawah 100"):
        set_cap(city, 90)
    with pytest.raises(Refused, match="alasan"):
        set_cap(city, 120, reason=" ")
    with pytest.raises(Refused, match="orang lain"):
        set_cap(city, 120, seen=3)
    for who in ("rina", "joko", "ani", "wali"):
        with pytest.raises(PermissionDenied):
            set_cap(city, 120, who=who)
    assert not set_cap(city, 100)
    assert AchievementSetting.objects.count() == 0


def test_the_administrator_sets_it_on_a_page_that_everybody_reads(city: City, client: Client) -> None:
    client.force_login(city.quarter.cast.siti)
    assert "paling tinggi 100 persen" in words(client, PAGE)
    assert client.post(PAGE + "ubah/", {"group_cap": "120", "reason": "x", "version": "0"}).status_code == 403
    client.force_login(city.quarter.cast.wati)
    wrong = client.post(PAGE + "ubah/", {"group_cap": "500", "reason": "Surat 1", "version": "0"})
    assert (wrong.status_code, "Surat 1" in wrong.content.decode()) == (422, True)
    assert client.post(PAGE + "ubah/", {"group_cap": "120", "reason": "Surat 1", "version": "0"}).status_code == 302
    page = words(client, PAGE)
    assert "paling tinggi 120 persen" in page
    assert "Surat 1" in page
    assert '<option value="120" selected>' in client.get(PAGE).content.decode()
    client.force_login(city.quarter.cast.dewi)
    assert client.get(PAGE).status_code == 404
