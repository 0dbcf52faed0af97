"""Invitations that nobody has accepted wait on the home page of whoever invites people."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Invitation
from tests.accounts.test_constant_queries import add_invitations
from tests.cast import Cast
from tests.planning.plans import words
from tests.planning.regulations import stored

HOME = "/kota-melati/"


def test_administrator_sees_how_many_wait_and_opens_them(client: Client, cast: Cast) -> None:
    stored(cast.agency)
    add_invitations(cast, range(3))
    Invitation.objects.filter(email="undangan0@kota.example").update(accepted_at=cast.wati.date_joined)
    client.force_login(cast.wati)
    assert "2 undangan belum diterima Kirim ulang bila suratnya tidak sampai" in words(client, HOME)
    assert 'href="/kota-melati/orang/undangan/"' in client.get(HOME).content.decode()


@pytest.mark.parametrize("name", ["rina", "siti", "wali"])
def test_others_are_not_told(client: Client, cast: Cast, name: str) -> None:
    stored(cast.agency)
    add_invitations(cast, range(2))
    client.force_login(cast[name])
    assert "undangan" not in words(client, HOME)


def test_no_invitation_no_task(client: Client, cast: Cast) -> None:
    stored(cast.agency)
    client.force_login(cast.wati)
    assert "undangan" not in words(client, HOME)


def test_home_of_an_administrator_asks_twelve_times(client: Client, cast: Cast) -> None:
    stored(cast.agency)
    add_invitations(cast, range(2))
    client.force_login(cast.wati)
    with CaptureQueriesContext(connection) as captured:
        words(client, HOME)
    assert len(captured) <= 12
