"""What every address has in common: who may come in, in which language it answers, what it never does."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from petajalan.accounts.models import Holding, Membership
from petajalan.api.models import ApiToken
from petajalan.api.services import revoke_token
from petajalan.api.v1.urls import ENDPOINTS
from tests.api.tokens import Api
from tests.cast import Cast


@pytest.fixture(autouse=True)
def no_one_was_here(db: None) -> None:
    cache.clear()


def problem(response: Any) -> tuple[int, str]:
    said = response.json()
    assert set(said) == {"code", "message", "fields"}
    assert response.headers["Content-Type"] == "application/json"
    return response.status_code, said["code"]


def test_a_token_says_whose_it_is(cast: Cast) -> None:
    api = Api(cast.agency, cast.siti, ["planning:read"])
    answer = api.get("token")
    assert answer.status_code == 200
    assert answer.json() == {
        "name": "Portal uji",
        "owner": cast.siti.full_name,
        "agency": {
            "slug": "kota-melati", "name": "Kota Melati", "kind": "city", "region_code": None,
            "time_zone": "Asia/Jakarta", "demonstration": False,
        },
        "scopes": ["planning:read"],
        "expires_at": api.token.expires_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    }  # fmt: skip
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert ApiToken.objects.get().last_used_at is not None


def test_without_a_good_token_nothing_opens(cast: Cast) -> None:
    api, client = Api(cast.agency, cast.siti), Client()
    assert problem(client.get("/api/v1/units")) == (401, "token_missing")
    refused = client.get("/api/v1/units", headers={"Authorization": "Bearer ptj_nothing"})
    assert problem(refused) == (401, "token_unknown")
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    assert problem(client.get("/api/v1/units", headers={"Authorization": f"Basic {api.secret}"})) == (
        401, "token_missing",
    )  # fmt: skip
    ApiToken.objects.update(created_at=timezone.now() - timedelta(days=9), expires_at=timezone.now())
    assert problem(api.get("units")) == (401, "token_expired")
    ApiToken.objects.update(expires_at=timezone.now() + timedelta(days=9))
    assert api.get("units").status_code == 200
    revoke_token(token=api.token, by=cast.wati, at=timezone.now())
    assert problem(api.get("units")) == (401, "token_revoked")


def test_a_session_opens_nothing_and_a_token_needs_no_csrf(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.wati)
    for one in ENDPOINTS:
        path = one.path.replace("<int:", "<").replace("<uuid:", "<").replace("<slug:", "<")
        for name in ("slug", "party", "kind"):
            path = path.replace(f"<{name}>", "x")
        path = path.replace("<indicator>", "9f1c9f5e-9c1e-4d3f-8f0a-0f5a2f3b4c5d")
        path = path.replace("<key>", "9f1c9f5e-9c1e-4d3f-8f0a-0f5a2f3b4c5d")
        for name in ("unit", "version", "plan", "report", "line", "year", "quarter", "evaluation", "recommendation"):
            path = path.replace(f"<{name}>", "1")
        assert "<" not in path
        assert problem(client.generic(one.method, f"/api/v1/{path}")) == (401, "token_missing"), path


def test_who_left_or_was_deactivated_leaves_a_dead_token(cast: Cast) -> None:
    api = Api(cast.agency, cast.siti)
    yesterday = timezone.localdate() - timedelta(days=1)
    Holding.objects.filter(user=cast.siti).update(starts_on=yesterday, ends_on=yesterday)
    assert problem(api.get("units")) == (401, "token_owner_gone")
    Holding.objects.filter(user=cast.siti).update(ends_on=None)
    assert api.get("units").status_code == 200
    cast.siti.is_active = False
    cast.siti.save()
    assert problem(api.get("units")) == (401, "token_owner_gone")


def test_a_role_that_ended_yesterday_ends_what_the_token_may(cast: Cast) -> None:
    """The token still says all it said; its owner may no longer."""
    api = Api(cast.agency, cast.ani)
    assert api.get("evaluations").status_code == 200
    Membership.objects.filter(user=cast.ani).delete()
    assert api.get("evaluations").status_code == 200  # her position in the inspectorate still makes her a member
    Holding.objects.filter(user=cast.ani).delete()
    assert problem(api.get("evaluations")) == (401, "token_owner_gone")


def test_a_scope_that_the_token_lacks_is_named(cast: Cast) -> None:
    api = Api(cast.agency, cast.wati, ["planning:read"])
    refused = api.get("evaluations", Accept_Language="en")
    assert problem(refused) == (403, "scope_missing")
    assert "evaluation:read" in refused.json()["message"]
    assert api.get("units").status_code == 200
    assert {one.scope for one in ENDPOINTS if one.method != "GET"} == {"reporting:write"}


def test_the_rate_of_one_token_is_bounded(cast: Cast, settings: Settings) -> None:
    settings.API_PER_MINUTE = 2
    api, other = Api(cast.agency, cast.siti), Api(cast.agency, cast.joko)
    statuses = [api.get("token").status_code for _number in range(3)]
    refused = api.get("token")
    # The minute may turn over in between.
    assert statuses[:2] == [200, 200]
    assert refused.status_code == 429 or statuses[2] == 200
    assert refused.status_code == 200 or 1 <= int(refused.headers["Retry-After"]) <= 60
    assert other.get("token").status_code == 200


def test_sentences_come_in_the_language_asked_for(cast: Cast) -> None:
    api = Api(cast.agency, cast.siti)
    told = {
        language: api.get("nowhere", **({"Accept_Language": language} if language else {}))
        for language in ("", "id", "en-GB,en;q=0.9", "nl,en;q=0.5")
    }
    assert {language: one.headers["Content-Language"] for language, one in told.items()} == {
        "": "id", "id": "id", "en-GB,en;q=0.9": "en", "nl,en;q=0.5": "en",
    }  # fmt: skip
    assert told[""].json()["message"] == "Yang diminta tidak ada. Periksa alamatnya."
    assert {problem(one) for one in told.values()} == {(404, "not_found")}


def test_what_cannot_be_asked_is_refused_as_json(cast: Cast) -> None:
    api = Api(cast.agency, cast.siti)
    wrong = api.ask("DELETE", "units")
    assert problem(wrong) == (405, "method_not_allowed")
    assert wrong.headers["Allow"] == "GET, HEAD"
    assert problem(api.get("units?limit=0")) == (422, "invalid")
    assert problem(api.get("units?tahun=2024")) == (422, "invalid")
    assert api.get("units?tahun=2024").json()["fields"].keys() == {"tahun"}
    assert problem(api.get("units?kind=palace")) == (422, "invalid")
    assert problem(api.get("units/99999999999999999999")) == (404, "not_found")
    assert problem(api.ask("POST", "reports", b"{")) == (400, "malformed")
    assert problem(api.ask("POST", "reports", {"unit": 1, "year": 2024})) == (422, "invalid")
    assert problem(api.ask("POST", "reports", b" " * (1024 * 1024 + 1))) == (413, "too_large")
    form = api.client.post("/api/v1/reports", {"unit": 1}, headers={"Authorization": f"Bearer {api.secret}"})
    assert problem(form) == (415, "not_json")


def test_an_unchanged_answer_is_not_sent_again(cast: Cast) -> None:
    api = Api(cast.agency, cast.siti)
    first = api.get("units")
    tag = first.headers["ETag"]
    again = api.get("units", If_None_Match=tag)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert api.get("units", If_None_Match=f'"other", W/{tag}').status_code == 304
    assert api.get("units", If_None_Match='"other"').status_code == 200


def test_lists_come_in_parts_that_lead_on(cast: Cast) -> None:
    api = Api(cast.agency, cast.siti)
    whole = api.get("units?limit=200").json()
    address, parts = "units?limit=2&kind=department", []
    while address:
        part = api.get(address.removeprefix("http://testserver/api/v1/")).json()
        parts += part["items"]
        address = part["next"]
    assert whole["next"] is None
    assert parts == [one for one in whole["items"] if one["kind"] == "department"]
    assert len(parts) > 2
