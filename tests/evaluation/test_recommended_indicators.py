"""A recommendation about an indicator: shown on both pages, and found by the filter of the list."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from petajalan.accounts.models import User
from petajalan.evaluation.models import Recommendation
from petajalan.planning.models import Indicator, RoadMap
from petajalan.planning.services.refusals import Refused
from tests.evaluation.recommending import Recommending
from tests.evaluation.recommending import recommending as recommending  # the fixture
from tests.evaluation.sheets import evaluating as evaluating
from tests.evaluation.sheets import in_time
from tests.evaluation.sheets import quarter as quarter
from tests.reporting.measuring import measures

HERE = "/kota-melati/rekomendasi/"


@pytest.fixture(autouse=True)
def early_february(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: in_time(1))


@pytest.fixture
def indicators(recommending: Recommending) -> list[Indicator]:
    measuring = measures(recommending.cast)
    RoadMap.objects.filter(pk=measuring.road_map.pk).update(current=True)
    return [measuring.indicator(name) for name in ("Indeks SPBE", "Indeks SAKIP", "Indeks Merit")]


def page(user: User, place: str, status: int = 200) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(place)
    assert answer.status_code == status
    return answer.content.decode()


def test_it_is_shown_on_both_pages(recommending: Recommending, indicators: list[Indicator]) -> None:
    cast, (spbe, sakip, _merit) = recommending.cast, indicators
    made = recommending.raised(indicator_key=spbe.key)
    by_action = recommending.raised(action=recommending.evaluating.quarter.action(indicator_key=sakip.key))
    for one, indicator in ((made, spbe), (by_action, sakip)):
        of_indicator = f"/kota-melati/rencana/indikator/{indicator.key}/"
        assert f'<a href="{of_indicator}">{indicator.name}</a>' in page(cast.siti, f"{HERE}{one.pk}/")
        beside = page(cast.siti, of_indicator).split('aria-labelledby="rekomendasi"')[1].split("</section>")[0]
        assert [each.code in beside for each in (made, by_action)] == [each == one for each in (made, by_action)]
        assert "Tulis rekomendasi" not in beside
    assert "Tulis rekomendasi" in page(cast.ani, f"/kota-melati/rencana/indikator/{spbe.key}/")


def test_the_list_is_narrowed_to_one(recommending: Recommending, indicators: list[Indicator]) -> None:
    cast, (spbe, sakip, merit) = recommending.cast, indicators
    codes = [
        recommending.raised(**more).code
        for more in (
            {"indicator_key": spbe.key}, {}, {"action": recommending.evaluating.quarter.action(indicator_key=spbe.key)},
            {"indicator_key": sakip.key},
        )
    ]  # fmt: skip
    for place in ("daftar/", "cetak/"):
        listed = page(cast.siti, f"{HERE}{place}?indikator={spbe.key}")
        assert [code in listed for code in codes] == [True, False, True, False]
    everything = page(cast.siti, f"{HERE}daftar/")
    assert [str(one.key) in everything for one in (spbe, sakip, merit)] == [True, True, False]
    assert page(cast.siti, f"{HERE}daftar/?indikator=bukan-kunci").count('class="rk-code"') == 4
    page(cast.dewi, f"{HERE}daftar/?indikator={spbe.key}", 404)


def test_what_was_planned_under_a_joined_entry_counts(recommending: Recommending, indicators: list[Indicator]) -> None:
    spbe, gone = indicators[0], uuid4()
    made = recommending.raised(action=recommending.evaluating.quarter.action(indicator_key=gone))
    assert spbe.name not in page(recommending.cast.siti, f"{HERE}{made.pk}/")
    Indicator.objects.filter(pk=spbe.pk).update(joined=[{"pk": 1, "key": str(gone)}])
    assert spbe.name in page(recommending.cast.siti, f"{HERE}{made.pk}/")
    assert made.code in page(recommending.cast.siti, f"{HERE}daftar/?indikator={spbe.key}")


def test_it_is_chosen_when_one_is_written(recommending: Recommending, indicators: list[Indicator]) -> None:
    cast, spbe = recommending.cast, indicators[0]
    form = page(cast.ani, f"{HERE}tulis/?indikator={spbe.key}")
    assert f'<option value="{spbe.key}" selected>Indeks SPBE</option>' in form
    client = Client()
    client.force_login(cast.ani)
    values = {
        "source_kind": "national", "year": 2024, "reference": "LHE 2024", "what": "Susun arsitektur SPBE",
        "owner": recommending.owner.pk, "due": "2025-06-30", "indicator": str(spbe.key), "key": uuid4(),
    }  # fmt: skip
    assert client.post(f"{HERE}tulis/", {**values, "indicator": str(uuid4())}).status_code == 422
    assert client.post(f"{HERE}tulis/", values).status_code == 302
    assert Recommendation.objects.get().indicator_key == spbe.key
    with pytest.raises(Refused, match="indikator instansi ini"):
        recommending.raised(indicator_key=uuid4())
