"""Reports and measurements written by another system: by the rules of the pages, once, and over nothing unseen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from petajalan.common.models import AuditEntry
from petajalan.reporting.models import Measurement, ProgressLine, ProgressReport, WriteKey
from tests.api.tokens import Api
from tests.reporting.measuring import OPEN, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

LINE = {"realised_output": "1.5", "budget_absorbed": "10", "narrative": "Rapat"}


@pytest.fixture(autouse=True)
def in_january(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    cache.clear()
    monkeypatch.setattr(timezone, "now", lambda: moment(1))


def code(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def begun(quarter: Quarter, api: Api) -> tuple[str, dict[str, Any]]:
    """The address of the one line of a report, and the line."""
    quarter.action()
    made = api.ask("POST", "reports", {"unit": quarter.unit.pk, "year": 2025, "month": 1})
    assert made.status_code == 201
    [line] = made.json()["lines"]
    return f"reports/{line['report']}/lines/{line['id']}", line


def test_a_report_is_begun_filled_and_sent(quarter: Quarter) -> None:
    siti, joko = (Api(quarter.cast.agency, one) for one in (quarter.cast.siti, quarter.cast.joko))
    address, line = begun(quarter, siti)
    assert siti.get(address).json() == line
    assert siti.get(address).headers["ETag"] == line["etag"]
    report = f"reports/{line['report']}"
    assert code(joko.ask("POST", f"{report}/submission")) == (422, "refused")  # a line lacks its words
    saved = siti.ask("PUT", address, LINE, If_Match=line["etag"])
    assert saved.status_code == 200
    assert {name: saved.json()[name] for name in (*LINE, "version", "lacks")} == {**LINE, "version": 2, "lacks": None}
    assert code(siti.ask("POST", f"{report}/submission")) == (403, "forbidden")  # the head sends
    sent = joko.ask("POST", f"{report}/submission")
    assert sent.status_code == 200
    assert sent.json()["report"]["status"] == "submitted"
    assert sent.json()["may_write"] is False
    row = ProgressReport.objects.get()
    assert (row.status, row.submitted_by, row.first_submitted_at) == ("submitted", quarter.cast.joko, moment(1))
    assert list(AuditEntry.objects.filter(action="line_saved").values_list("actor", flat=True)) == [
        quarter.cast.siti.pk
    ]  # fmt: skip


def test_beginning_again_finds_the_report(quarter: Quarter) -> None:
    api = Api(quarter.cast.agency, quarter.cast.siti)
    _address, line = begun(quarter, api)
    again = api.ask("POST", "reports", {"unit": quarter.unit.pk, "year": 2025, "month": 1})
    assert (again.status_code, again.json()["report"]["id"]) == (201, line["report"])
    assert again.headers["Location"] == f"http://testserver/api/v1/reports/{line['report']}"
    assert code(api.ask("POST", "reports", {"unit": quarter.unit.pk, "year": 2025, "month": 9})) == (422, "refused")
    assert code(api.ask("POST", "reports", {"unit": quarter.coordinator.pk, "year": 2025, "month": 1})) == (
        403, "forbidden",
    )  # fmt: skip
    assert code(api.ask("POST", "reports", {"unit": 999999, "year": 2025, "month": 1})) == (404, "not_found")


def test_nothing_unseen_is_written_over(quarter: Quarter) -> None:
    api = Api(quarter.cast.agency, quarter.cast.siti)
    address, line = begun(quarter, api)
    assert code(api.ask("PUT", address, LINE)) == (428, "precondition_required")
    assert api.ask("PUT", address, LINE, If_Match=f"W/{line['etag']}").status_code == 200
    late = api.ask("PUT", address, {**LINE, "realised_output": "2"}, If_Match=line["etag"])
    assert code(late) == (412, "precondition_failed")
    now = api.get(address).json()
    assert late.headers["ETag"] == now["etag"] != line["etag"]
    assert ProgressLine.objects.get().realised_output == Decimal("1.5")
    assert api.ask("PUT", address, {**LINE, "realised_output": "2"}, If_Match=now["etag"]).status_code == 200


def test_a_request_that_is_repeated_counts_once(quarter: Quarter) -> None:
    api = Api(quarter.cast.agency, quarter.cast.siti)
    address, line = begun(quarter, api)
    same = {"If_Match": line["etag"], "Idempotency_Key": "januari-1"}
    first = api.ask("PUT", address, LINE, **same)
    again = api.ask("PUT", address, LINE, **same)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert ProgressLine.objects.get().version == 2
    other = api.ask("PUT", address, {**LINE, "narrative": "Lain"}, **same)
    assert code(other) == (409, "key_reused")
    assert code(api.ask("PUT", address, LINE, If_Match=line["etag"], Idempotency_Key="k" * 101)) == (400, "malformed")


def test_a_write_that_was_refused_leaves_its_key_free(quarter: Quarter) -> None:
    api = Api(quarter.cast.agency, quarter.cast.siti)
    address, line = begun(quarter, api)
    strange = {**LINE, "realised_output": "400"}
    doubted = api.ask("PUT", address, strange, If_Match=line["etag"], Idempotency_Key="satu")
    assert code(doubted) == (422, "doubtful")
    assert doubted.json()["fields"].keys() == {"confirmation"}
    assert not WriteKey.objects.exists()
    sure = {**strange, "confirmation": "Empat ratus dokumen dihitung ulang"}
    assert api.ask("PUT", address, sure, If_Match=line["etag"], Idempotency_Key="satu").status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {"realised_output": 1.5},
        {"realised_output": "1,5"},
        {"realised_output": "1e9"},
        {"realised_output": "99999999999999999999.9"},
        {"realised_output": "-1"},
        {"narrative": "x" * 5001},
        {"narrative": "nol\0"},
        {"nil": "yes"},
        {"output": "1"},
        [],
        None,
    ],
)
def test_what_is_no_line_is_refused(quarter: Quarter, body: Any) -> None:
    api = Api(quarter.cast.agency, quarter.cast.siti)
    address, line = begun(quarter, api)
    refused = api.ask("PUT", address, b"null" if body is None else body, If_Match=line["etag"])
    assert refused.status_code == 422
    assert ProgressLine.objects.get().version == 1


def test_reading_scopes_write_nothing_and_strangers_find_nothing(quarter: Quarter) -> None:
    cast = quarter.cast
    address, line = begun(quarter, Api(cast.agency, cast.siti))
    reads = Api(cast.agency, cast.siti, ["reporting:read"])
    assert code(reads.ask("PUT", address, LINE, If_Match=line["etag"])) == (403, "scope_missing")
    coordinator = Api(cast.agency, cast.budi)
    assert code(coordinator.ask("PUT", address, LINE, If_Match=line["etag"])) == (403, "forbidden")
    dewi = Api(cast.other_agency, cast.dewi)
    assert code(dewi.ask("PUT", address, LINE, If_Match=line["etag"])) == (404, "not_found")
    assert code(dewi.ask("POST", f"reports/{line['report']}/submission")) == (404, "not_found")
    assert code(dewi.ask("POST", "reports", {"unit": quarter.unit.pk, "year": 2025, "month": 1})) == (
        404, "not_found",
    )  # fmt: skip
    assert ProgressLine.objects.get().version == 1


def test_a_measurement_is_made_and_written_over(measuring: Measuring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: OPEN)
    cast, indicator = measuring.cast, measuring.indicator()
    api = Api(cast.agency, cast.budi)
    address = f"units/{measuring.unit.pk}/measurements/2025/1/{indicator.key}"
    empty = api.get(address).json()
    assert (empty["measured"], empty["target"], empty["may_write"]) == (None, "2,95", True)
    body = {"figure": "2.8", "source": "Surat KemenPANRB 12/2025"}
    assert code(api.ask("PUT", address, body)) == (428, "precondition_required")
    made = api.ask("PUT", address, body, If_Match=empty["etag"], Idempotency_Key="a")
    assert made.status_code == 200
    assert made.json()["measured"]["value"] == "2.8"
    assert made.json()["standing"]["percent"].startswith("94.9152")
    assert code(api.ask("PUT", address, {**body, "figure": "2.7"}, If_Match=empty["etag"])) == (
        412, "precondition_failed",
    )  # fmt: skip
    assert api.ask("PUT", address, {**body, "figure": "2.7"}, If_Match=made.json()["etag"]).status_code == 200
    assert [(row.value, row.version) for row in Measurement.objects.all()] == [(Decimal("2.7"), 2)]
    [listed] = api.get("measurements?year=2025&quarter=1").json()["items"]
    assert listed["value"] == "2.7"
    assert [one["indicator"] for one in api.get(address.rsplit("/", 1)[0]).json()["items"]] == [str(indicator.key)]


def test_a_measurement_by_others_is_refused(measuring: Measuring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: OPEN)
    cast, indicator = measuring.cast, measuring.indicator()
    address = f"units/{measuring.unit.pk}/measurements/2025/1/{indicator.key}"
    siti, dewi = Api(cast.agency, cast.siti), Api(cast.other_agency, cast.dewi)
    seen = siti.get(address).json()
    body = {"figure": "2.8", "source": "Surat"}
    assert seen["may_write"] is False
    assert code(siti.ask("PUT", address, body, If_Match=seen["etag"])) == (403, "forbidden")
    assert code(dewi.ask("PUT", address, body, If_Match=seen["etag"])) == (404, "not_found")
    budi = Api(cast.agency, cast.budi)
    assert code(budi.ask("PUT", address, {"figure": "2.8"}, If_Match=budi.get(address).json()["etag"])) == (
        422, "refused",
    )  # fmt: skip
    assert not Measurement.objects.exists()


@pytest.mark.parametrize(("figure", "value"), [("1250", "1250"), ("1.250", "1.25"), ("12.5", "12.5"), ("-3", "-3")])
def test_a_point_is_a_decimal_point(
    measuring: Measuring, monkeypatch: pytest.MonkeyPatch, figure: str, value: str
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: OPEN)
    indicator = measuring.indicator(baseline="1", target=value.replace(".", ","))
    api = Api(measuring.cast.agency, measuring.cast.budi)
    address = f"units/{measuring.unit.pk}/measurements/2025/1/{indicator.key}"
    body = {"figure": figure, "source": "Surat", "confirmation": "Dihitung ulang"}
    made = api.ask("PUT", address, body, If_Match=api.get(address).json()["etag"])
    assert made.status_code == 200, made.content
    assert Decimal(made.json()["measured"]["value"]) == Decimal(value)
