"""Everything that can be read: answered as described, with as many queries for many rows, and nothing to others."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from petajalan.api.v1.urls import ENDPOINTS
from petajalan.planning.models import RoadMap
from petajalan.planning.services import check_plan
from tests.accounts.test_constant_queries import add_units
from tests.api.everything import examples, readable
from tests.api.tokens import Api
from tests.cast import Cast
from tests.evaluation.indices import some_indices
from tests.planning.growing import grow, with_actions
from tests.test_every_page import amended

FEW = 22


@pytest.fixture(autouse=True)
def no_one_was_here(db: None) -> None:
    cache.clear()


def test_every_address_answers_as_it_is_described(cast: Cast) -> None:
    amended(cast)
    api = Api(cast.agency, cast.wati)
    wrong = {}
    for one, path in readable(cast.agency):
        answer = api.get(path)
        if answer.status_code != 200:
            wrong[path] = answer.content
            continue
        msgspec.json.decode(answer.content, type=one.gives)
    assert wrong == {}


def test_nothing_of_an_agency_is_there_for_another(cast: Cast) -> None:
    amended(cast)
    theirs = Api(cast.other_agency, cast.dewi)
    names = [r"Melati", r"melati", r"Diskominfo", r"Menyatukan layanan", cast.siti.full_name]
    answers: dict[int, set[str]] = {}
    leaks = []
    for one, path in readable(cast.agency):
        answer = theirs.get(path)
        answers.setdefault(answer.status_code, set()).add(one.path)
        leaks += [(path, name) for name in names if re.search(name, answer.content.decode())]
    assert leaks == []
    assert set(answers) == {200, 404}
    assert {path for path in answers[200] if "<" in path} == set()
    for one, path in readable(cast.agency):
        if "<" not in one.path and one.gives is not bytes and one.path not in ("token", "agencies", "documents"):
            found = theirs.get(f"{path}?limit=200").json()["items"]
            assert not found or one.path == "units", path


def test_a_token_of_one_agency_shows_nothing_of_the_other_to_somebody_of_both(cast: Cast) -> None:
    """Also not to the keeper of the installation, who sees every agency on the pages."""
    amended(cast)
    cast.dewi.is_superuser = True
    cast.dewi.save()
    theirs = Api(cast.other_agency, cast.dewi)
    statuses = {theirs.get(path).status_code for one, path in readable(cast.agency) if "<" in one.path}
    assert statuses == {404}
    assert theirs.get("reports").json()["items"] == []


def test_everything_asks_as_much_for_one_row_as_for_three(cast: Cast) -> None:
    draft = amended(cast)
    api = Api(cast.agency, cast.wati)
    api.get("token")
    counts: list[dict[str, int]] = []
    for rows in (range(1), range(1, 3)):
        grow(draft, cast.rina, rows)
        with_actions(cast, rows)
        add_units(cast, rows)
        some_indices(cast.agency, rows if rows.start else range(0))
        draft = RoadMap.objects.select_related("agency").get(pk=draft.pk)
        check_plan(road_map=draft)
        counts.append({})
        for one, path in readable(cast.agency):
            with CaptureQueriesContext(connection) as captured:
                api.get(path)
            counts[-1][one.path] = len(captured)
    few, more = counts
    assert {path: (few[path], more[path]) for path in few if few[path] != more[path]} == {}
    assert {path: count for path, count in few.items() if count > FEW} == {}


def test_what_was_changed_since_a_moment(cast: Cast) -> None:
    amended(cast)
    api = Api(cast.agency, cast.wati)
    lists = [one.path for one in ENDPOINTS if one.query and "changed_since" in one.query.__struct_fields__]
    assert lists == ["action-plans", "reports", "measurements", "evaluations", "recommendations"]
    long_ago = "2000-01-01T00:00:00Z"
    ahead = (timezone.now() + timedelta(days=9)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found: dict[str, list[int]] = {
        path: [len(api.get(f"{path}?changed_since={since}").json()["items"]) for since in (long_ago, ahead)]
        for path in lists
    }
    assert {path: both[1] for path, both in found.items()} == dict.fromkeys(lists, 0)
    assert found["reports"][0] == 1
    assert api.get("reports?changed_since=2025-03-01").json()["fields"].keys() == {"changed_since"}


def test_reports_are_found_by_year_month_unit_and_status(cast: Cast) -> None:
    amended(cast)
    api = Api(cast.agency, cast.wati)
    [report] = api.get("reports").json()["items"]
    unit = report["unit"]["id"]
    found = {
        query: [one["id"] for one in api.get(f"reports?{query}").json()["items"]]
        for query in (
            f"year=2025&month=1&unit={unit}&status=draft", "year=2024", "month=2", f"unit={unit + 1}",
            "status=accepted",
        )
    }  # fmt: skip
    assert list(found.values()) == [[report["id"]], [], [], [], []]
    assert report == {
        "id": report["id"], "unit": report["unit"], "year": 2025, "month": 1, "status": "draft", "nil": False,
        "first_submitted_at": None, "submitted_at": None, "submitted_by": None, "accepted_at": None,
        "repair_due": None, "locked_at": None, "simulated": False, "lines": 1,
    }  # fmt: skip


def test_an_indicator_says_where_its_figures_are_from(cast: Cast) -> None:
    amended(cast)
    api = Api(cast.agency, cast.wali)
    rows = examples(cast.agency)
    listed: list[dict[str, Any]] = api.get(f"road-maps/{rows['version']}/indicators").json()["items"]
    one = api.get(f"road-maps/{rows['version']}/indicators/{listed[0]['key']}").json()
    assert one["name"] == "Indeks RB"
    baseline = next(figure for figure in one["figures"] if figure["role"] == "baseline")
    assert {name: baseline[name] for name in ("printed", "value", "level", "undecided")} == {
        "printed": "Baik (nilai 64,09)", "value": "64.09", "level": "Baik", "undecided": False,
    }  # fmt: skip
    assert baseline["statements"] == [
        {"printed": "Baik (nilai 64,09)", "state": "set", "value": "64.09", "level": "Baik"}
    ]
    assert baseline["steps"][0]["title"] == "Tercetak: “Baik (nilai 64,09)”"
    english = api.get(f"road-maps/{rows['version']}/indicators/{listed[0]['key']}", Accept_Language="en").json()
    assert english["figures"][0]["steps"][0]["title"] != baseline["steps"][0]["title"]
    assert {**one, "figures": []} == {**listed[0], "figures": []}


def test_a_moment_of_the_calendar_is_that_of_the_agency(cast: Cast) -> None:
    amended(cast)
    [first, *_rest] = Api(cast.agency, cast.siti).get("deadlines?year=2024&kind=monthly_progress").json()["items"]
    assert datetime.fromisoformat(first["due"]).astimezone(UTC).strftime("%H:%M:%S") == "16:59:59"
