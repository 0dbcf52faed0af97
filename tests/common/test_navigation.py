import re

import pytest
from django.test import Client

from petajalan.common.navigation import Entry, menu, phone_bar
from petajalan.planning.views.parts import KINDS
from tests.cast import Cast, person


def drawn(entries: list[Entry]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (entry.place.key, entry.current, [(child.place.key, child.current) for child in entry.children])
        for entry in entries
    ]


def settings_of(cast: Cast, name: str, path: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Without the places of other apps."""
    key, current, children = drawn(menu(user=cast[name], agency=cast.agency, path=path))[-1]
    return key, current, [child for child in children if child[0] in {"account", "people", "trail"}]


def test_place_and_its_parent_are_current(cast: Cast) -> None:
    assert settings_of(cast, "wati", "/kota-melati/jejak/") == (
        "settings",
        "true",
        [("account", ""), ("people", ""), ("trail", "page")],
    )
    assert settings_of(cast, "wati", "/akun/") == (
        "settings",
        "true",
        [("account", "page"), ("people", ""), ("trail", "")],
    )
    assert settings_of(cast, "wati", "/akun/sandi/") == (
        "settings",
        "true",
        [("account", "true"), ("people", ""), ("trail", "")],
    )
    assert settings_of(cast, "wati", "/kota-melati/") == (
        "settings",
        "",
        [("account", ""), ("people", ""), ("trail", "")],
    )


def test_place_with_several_addresses_is_current_on_all(cast: Cast) -> None:
    def current(path: str) -> str:
        places = menu(user=cast.siti, agency=cast.agency, path=path)
        every = [one for place in places for one in (place, *place.children)]
        return next(one.current for one in every if one.place.key == "units")

    assert current("/kota-melati/unit/") == "page"
    assert (
        current("/kota-melati/unit/7/") == current("/kota-melati/tim/") == current("/kota-melati/jabatan/7/") == "true"
    )
    assert current("/kota-melati/jejak/") == current("/kota-contoh/tim/") == ""


def test_form_of_a_part_stands_under_the_place_that_shows_the_part(cast: Cast) -> None:
    def current(kind: str) -> list[str]:
        places = menu(user=cast.rina, agency=cast.agency, path=f"/kota-melati/rencana/isi/{kind}/tambah/")
        return [one.place.key for place in places for one in (place, *place.children) if one.current]

    assert {kind: current(kind) for kind in KINDS} == {
        kind: ["plan", "themes" if one.of_theme or kind == "tema" else "plan_text"] for kind, one in KINDS.items()
    }


def test_places_one_may_not_enter_are_not_shown(cast: Cast) -> None:
    assert settings_of(cast, "siti", "/akun/") == ("settings", "true", [("account", "page")])


def test_without_an_agency_only_the_own_account(cast: Cast) -> None:
    assert drawn(menu(user=person(), agency=None, path="/")) == [("settings", "", [("account", "")])]


def test_page_names_the_agency_and_the_role(client: Client, cast: Cast) -> None:
    client.force_login(cast.wati)
    page = client.get("/kota-melati/jejak/").content.decode()
    assert '<a href="/kota-melati/jejak/" aria-current="page">Jejak</a>' in page
    assert "<small>Administrator</small>" in page
    assert page.count("<h1>") == 1
    assert page.count('aria-current="page"') == 3  # breadcrumb, menu, menu of the phone


@pytest.mark.parametrize(
    ("name", "role", "keys"),
    [
        ("siti", "operator", ["home", "tasks", "indicators", "logic_map"]),
        ("joko", "unit_head", ["home", "tasks", "dashboard", "indicators"]),
        ("rina", "secretariat", ["home", "dashboard", "tasks", "road_map"]),
        ("wati", "administrator", ["home", "road_map", "indicators", "people"]),
        ("wali", "leader", ["home", "dashboard", "indicators", "logic_map"]),
        ("ani", "evaluator", ["home", "tasks", "evaluation_list", "guidance"]),
    ],
)
def test_bar_of_the_phone_has_what_the_role_uses_most(cast: Cast, name: str, role: str, keys: list[str]) -> None:
    places = menu(user=cast[name], agency=cast.agency, path="/kota-melati/")
    assert [entry.place.key for entry in phone_bar(places, role, 4)] == keys


def test_every_place_is_in_the_bar_of_the_phone_or_under_lainnya_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.wati)
    page = client.get("/kota-melati/").content.decode()
    bar = page[page.index('<nav class="pj-tabbar"') :]
    places = menu(user=cast.wati, agency=cast.agency, path="/kota-melati/")
    every = [one for place in places for one in (place.children or [place])]
    assert {one.place.key: bar.count(f'<a href="{one.url}"') for one in every} == {one.place.key: 1 for one in every}
    assert re.findall(r'<p class="pj-menu-h"[^>]*>([^<]+)', bar) == ["Rencana", "Evaluasi", "Pengaturan"]


def test_place_below_another_is_current_in_the_bar(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    page = client.get("/kota-melati/rencana/indikator/").content.decode()
    bar = page[page.index('<nav class="pj-tabbar"') :]
    assert bar.count("aria-current") == 1
    assert '<a href="/kota-melati/rencana/indikator/" aria-current="page">' in bar
