"""The mark of findings in the register: the live ones of the plan, each a click from its row."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from petajalan.planning.models import Indicator, RoadMap
from petajalan.planning.services import check_plan, decide_figure, start_amendment
from tests.cast import Cast
from tests.planning.plans import words
from tests.planning.regulations import AT, stored

LIST = "/kota-melati/rencana/indikator/"
FINDINGS = "/kota-melati/rencana/temuan/"


@pytest.fixture
def plan(cast: Cast) -> RoadMap:
    """A draft whose SPBE target of 2024 is below its baseline of 2,66."""
    _regulation, printed = stored(cast.agency)
    road_map = start_amendment(road_map=printed, reason="Uji", by=cast.rina, at=AT)
    decide(road_map, cast, "2,5")
    return road_map


def decide(road_map: RoadMap, cast: Cast, text: str) -> None:
    spbe = Indicator.objects.get(road_map=road_map, known_code="spbe")
    seen = spbe.adopted.get(role="target", period="2024").version
    decide_figure(
        indicator=spbe, role="target", period="2024", seen=seen, text=text, reason="Uji", by=cast.rina, at=AT
    )  # fmt: skip
    check_plan(road_map=RoadMap.objects.select_related("agency").get(pk=road_map.pk))


def marks(client: Client) -> dict[str, str]:
    """Names of the indicators that are marked, with the address of the mark."""
    page = client.get(LIST).content.decode()
    found = re.findall(r'class="pr-mark" href="([^"]+)".*?<span class="visually-hidden">: ([^<]+)</span>', page)
    return {name: address for address, name in found}


def test_mark_leads_to_the_findings_of_its_row_and_back(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    spbe = Indicator.objects.get(road_map=plan, known_code="spbe")
    address = marks(client)["Indeks SPBE"]
    assert address == f"{FINDINGS}?tentang={spbe.key}"
    page = words(client, address)
    assert "Hanya temuan tentang Indeks SPBE. Buka barisnya" in page
    assert "Inflasi" not in page
    assert f'href="{LIST}{spbe.key}/"' in client.get(address).content.decode()


def test_mark_goes_when_the_row_is_put_right(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    address = marks(client)["Indeks SPBE"]
    decide(plan, cast, "2,95")
    assert "Indeks SPBE" not in marks(client)
    assert "target lebih buruk" not in words(client, address).lower()


def test_gap_that_the_row_shows_by_itself_is_not_marked(client: Client, cast: Cast, plan: RoadMap) -> None:
    """Of each row the source column says so already, and a mark on nearly every row marks nothing."""
    client.force_login(cast.rina)
    assert "sumber" in words(client, FINDINGS).lower()
    unsourced = set(Indicator.objects.filter(road_map=plan, source="").values_list("name", flat=True))
    assert unsourced - set(marks(client)) != set()


def test_row_without_findings_says_so(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    page = words(client, FINDINGS + "?tentang=entah")
    assert "Tidak ada lagi temuan tentang baris itu. Lihat semua temuan" in page
    assert "Tidak ada temuan" in page
