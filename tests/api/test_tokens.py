"""Tokens and their page: made once, shown once, revoked, never more than their owner may."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from petajalan.api.models import ApiToken
from petajalan.api.queries import digest_of, token_behind, tokens_of
from petajalan.api.services import make_token, note_use, revoke_token
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from tests.api.tokens import token
from tests.cast import Cast

AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)  # 10.00 WIB


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client


def test_of_a_secret_only_the_beginning_and_a_digest_are_kept(cast: Cast) -> None:
    made, secret = token(cast.agency, cast.siti, ["reporting:write", "planning:read"], at=AT)
    assert re.fullmatch(r"ptj_[\w-]{43}", secret)
    row = ApiToken.objects.values().get(pk=made.pk)
    assert secret not in str(row)
    assert {name: row[name] for name in ("shown", "digest", "scopes", "expires_at", "last_used_at", "revoked_at")} == {
        "shown": secret[:12],
        "digest": digest_of(secret),
        "scopes": ["planning:read", "reporting:write"],
        "expires_at": datetime(2026, 4, 1, 16, 59, 59, tzinfo=UTC),  # the end of 1 April in Jakarta
        "last_used_at": None,
        "revoked_at": None,
    }
    assert token_behind(secret) == made
    assert token_behind(secret + "x") is None
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.actor, entry.after["scopes"]) == (
        "api_token_made", cast.siti, ["planning:read", "reporting:write"],
    )  # fmt: skip
    assert secret not in str(AuditEntry.objects.values().get(pk=entry.pk))


@pytest.mark.parametrize(
    ("name", "scopes", "until"),
    [
        (" ", ["planning:read"], date(2026, 3, 9)),
        ("Portal", [], date(2026, 3, 9)),
        ("Portal", ["everything"], date(2026, 3, 9)),
        ("Portal", ["planning:read"], date(2026, 3, 2)),
        ("Portal", ["planning:read"], date(2027, 3, 4)),
    ],
)
def test_a_token_without_a_name_or_a_scope_or_an_end_within_a_year_is_refused(
    cast: Cast, name: str, scopes: list[str], until: date
) -> None:
    with pytest.raises(Refused):
        make_token(agency=cast.agency, name=name, scopes=scopes, until=until, by=cast.siti, at=AT)
    assert not ApiToken.objects.exists()


def test_nobody_makes_a_token_for_an_agency_of_others(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        token(cast.agency, cast.dewi)
    assert not ApiToken.objects.exists()


def test_its_owner_and_the_administrator_revoke_it_once(cast: Cast) -> None:
    own, _secret = token(cast.agency, cast.siti, at=AT)
    with pytest.raises(PermissionDenied):
        revoke_token(token=own, by=cast.joko, at=AT)
    revoke_token(token=own, by=cast.siti, at=AT)
    with pytest.raises(Refused):
        revoke_token(token=own, by=cast.wati, at=AT)
    other, _secret = token(cast.agency, cast.siti, at=AT)
    revoke_token(token=other, by=cast.wati, at=AT)
    assert [one.revoked_by for one in ApiToken.objects.order_by("pk")] == [cast.siti, cast.wati]
    assert AuditEntry.objects.filter(action="api_token_revoked").count() == 2


def test_its_use_is_noted_to_the_minute(cast: Cast) -> None:
    own, _secret = token(cast.agency, cast.siti, at=AT)
    seen = []
    for seconds in (0, 30, 90):
        own.refresh_from_db()
        note_use(token=own, at=AT + timedelta(seconds=seconds))
        seen.append(ApiToken.objects.get().last_used_at)
    assert seen == [AT, AT, AT + timedelta(seconds=90)]


def test_people_see_their_own_and_the_administrator_everybodys(cast: Cast) -> None:
    mine, _secret = token(cast.agency, cast.siti)
    his, _secret = token(cast.agency, cast.joko)
    token(cast.other_agency, cast.dewi)
    assert set(tokens_of(cast.siti, cast.agency, manages=False)) == {mine}
    assert set(tokens_of(cast.wati, cast.agency, manages=True)) == {mine, his}
    assert set(tokens_of(cast.dewi, cast.agency, manages=True)) == set()


def test_the_page_shows_the_secret_once(cast: Cast) -> None:
    client, address = signed_in(cast.siti), "/kota-melati/akses-api/"
    given = {
        "name": "Portal kinerja", "scopes": ["planning:read"], "until": timezone.localdate() + timedelta(days=10),
    }  # fmt: skip
    page = client.post(address + "buat/", given)
    found = re.search(r'value="(ptj_[\w-]+)"', page.content.decode())
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert found
    assert token_behind(found[1]) == ApiToken.objects.get()
    listed = client.get(address).content.decode()
    assert "Portal kinerja" in listed
    assert found[1] not in listed
    key = ApiToken.objects.get().pk
    assert signed_in(cast.joko).post(f"{address}{key}/cabut/").status_code == 404
    assert signed_in(cast.dewi).get(address).status_code == 404
    assert signed_in(cast.dewi).post(f"{address}{key}/cabut/").status_code == 404
    assert client.post(f"{address}{key}/cabut/").status_code == 302
    assert ApiToken.objects.get().revoked_by == cast.siti


def test_a_form_that_lacks_something_says_so_and_keeps_what_was_typed(cast: Cast) -> None:
    page = signed_in(cast.siti).post("/kota-melati/akses-api/buat/", {"name": "Portal", "until": "2020-01-01"})
    assert page.status_code == 422
    assert 'value="Portal"' in page.content.decode()
    assert not ApiToken.objects.exists()


def test_the_list_asks_as_much_for_three_as_for_one(cast: Cast) -> None:
    client, counts = signed_in(cast.wati), []
    for more in (1, 2):
        for _number in range(more):
            token(cast.agency, cast.siti)
        with CaptureQueriesContext(connection) as captured:
            client.get("/kota-melati/akses-api/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
