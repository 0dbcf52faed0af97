"""Quarterly targets of an indicator: entered together, shown, and held against the target of the year."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.common.models import AuditEntry
from petajalan.planning.models import AdoptedFigure, Indicator
from petajalan.planning.queries.quarters import quarter_checks
from petajalan.planning.queries.register import register_of
from petajalan.planning.services import add_indicator, decide_figure, edit_indicator
from tests.cast import Cast
from tests.planning.plans import text_of, words
from tests.planning.regulations import AT
from tests.planning.services.conftest import Plan
from tests.planning.services.conftest import plan as plan  # the fixture

LIST = "/kota-melati/rencana/indikator/"
NONE = dict.fromkeys(("versi_q1", "versi_q2", "versi_q3", "versi_q4"), "0")


def page_of(indicator: Indicator, year: int = 2024) -> str:
    return f"{LIST}{indicator.key}/triwulan/{year}/"


def aim(plan: Plan, **texts: str) -> None:
    """`y2024="3"`, `q4="3"`."""
    for name, text in texts.items():
        period = name[1:] if name.startswith("y") else f"2024-{name.upper()}"
        decide_figure(
            indicator=plan.indicator, role="target", period=period, seen=0, text=text, by=plan.rina, at=AT
        )  # fmt: skip


def ruled(plan: Plan, rule: str) -> None:
    stored = Indicator.objects.get(pk=plan.indicator.pk)
    edit_indicator(indicator=stored, seen=stored.version, time_rule=rule, by=plan.rina, at=AT)


@pytest.mark.parametrize(
    ("rule", "texts", "state"),
    [
        ("last", {"y2024": "3", "q4": "3"}, ("good", "")),
        ("last", {"y2024": "3", "q3": "2", "q4": "2,9"}, ("bad", "")),
        ("last", {"y2024": "BB", "q4": "BB"}, ("good", "")),
        ("last", {"y2024": "BB", "q4": "B"}, ("bad", "")),
        ("last", {"y2024": "3", "q1": "1"}, ("open", "quarter")),
        ("last", {"q4": "3"}, ("open", "year")),
        ("sum", {"y2024": "10", "q1": "1", "q2": "2", "q3": "3", "q4": "4"}, ("good", "")),
        ("sum", {"y2024": "11", "q1": "1", "q2": "2", "q3": "3", "q4": "4"}, ("bad", "")),
        ("sum", {"y2024": "10%", "q1": "1%", "q2": "2%", "q3": "3%", "q4": "4%"}, ("open", "share")),
        ("mean", {"y2024": "2,5", "q1": "1", "q2": "2", "q3": "3", "q4": "4"}, ("good", "")),
        ("max", {"y2024": "9", "q1": "9", "q2": "2", "q3": "3", "q4": "4"}, ("good", "")),
        ("sum", {"y2024": "2 – 4", "q1": "1", "q2": "2", "q3": "3", "q4": "4"}, ("open", "words")),
        ("", {"y2024": "3", "q4": "3"}, ("open", "rule")),
    ],
)
def test_quarters_are_held_against_the_year(
    plan: Plan, rule: str, texts: dict[str, str], state: tuple[str, str]
) -> None:
    ruled(plan, rule)
    aim(plan, **texts)
    entry = register_of(plan.road_map, Indicator.objects.get(pk=plan.indicator.pk)).entries[0]
    assert [(one.year, one.state, one.why) for one in quarter_checks(entry, ("2024", "2025"))] == [("2024", *state)]


def test_all_four_are_saved_at_once_and_shown_with_the_check(client: Client, plan: Plan) -> None:
    ruled(plan, "sum")
    aim(plan, y2024="11")
    client.force_login(plan.cast.wati)
    address = page_of(plan.indicator)
    page = words(client, address)
    assert "Target 2024: 11. Dari triwulan ke tahun: jumlah." in page
    assert "Jumlah keempatnya harus sama dengan target tahun." in page
    answer = client.post(address, {"q1": "1", "q2": "2,5", "q3": "3", "q4": "4", **NONE}, follow=True)
    page = text_of(answer.content)
    assert "Target triwulan 2024 tersimpan." in page
    assert "Target triwulan 2024 menjadi 10,5, padahal target tahunnya 11. Perbaiki salah satu." in page
    assert "Target TW II 2024 Ubah Target TW II 2024: 2,5" in page
    assert "1 indikator punya target triwulan yang tidak sampai ke target tahunnya." in words(
        client, "/kota-melati/rencana/"
    )
    listed = client.get(LIST + "?tampil=triwulan").context["groups"]
    assert [line.name for group in listed for line in group.lines] == ["Indeks SPBE"]
    entries = AuditEntry.objects.filter(action="figure_decided", actor=plan.cast.wati).order_by("pk")
    assert [(one.after["period"], one.after["figure"]) for one in entries] == [
        ("2024-Q1", "1"), ("2024-Q2", "2,5"), ("2024-Q3", "3"), ("2024-Q4", "4"),
    ]  # fmt: skip
    versions = dict.fromkeys(NONE, "1")
    client.post(address, {"q1": "1", "q2": "3", "q3": "3", "q4": "4", **versions})
    assert "Target triwulan 2024 sampai ke target tahunnya." in words(client, f"{LIST}{plan.indicator.key}/")
    client.post(address, {"q1": "", "q2": "3", "q3": "3", "q4": "4", **versions, "versi_q2": "2"})
    assert "Target triwulan 2024 belum lengkap." in words(client, f"{LIST}{plan.indicator.key}/")


def test_nothing_is_saved_when_one_is_refused_and_nothing_typed_is_lost(client: Client, plan: Plan) -> None:
    aim(plan, q2="2")
    client.force_login(plan.rina)
    answer = client.post(page_of(plan.indicator), {"q1": "1,5", "q2": "9", "q3": "banyak", "q4": "", **NONE})
    assert answer.status_code == 409
    page, body = text_of(answer.content), answer.content.decode()
    assert "“banyak” bukan angka, rentang, atau predikat." in page
    assert f"{plan.rina} sudah menyimpan 2; Anda menulis 9." in page
    assert 'name="versi_q2" value="1"' in body
    assert all(f'value="{typed}"' in body for typed in ("1,5", "9", "banyak"))
    assert [one.printed for one in AdoptedFigure.objects.all()] == ["2"]


@pytest.mark.parametrize(("name", "status"), [("siti", 403), ("budi", 403), ("wali", 403), ("dewi", 404)])
def test_others_do_not_get_there(client: Client, cast: Cast, plan: Plan, name: str, status: int) -> None:
    client.force_login(cast[name])
    address = page_of(plan.indicator)
    assert client.get(address).status_code == status
    assert client.post(address, {"q1": "1", **NONE}).status_code == status
    assert not AdoptedFigure.objects.exists()


def test_other_years_and_locked_plans_say_so(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    assert client.get(page_of(plan.indicator, 2031)).status_code == 404
    assert client.get(page_of(plan.indicator, 2025)).status_code == 200
    plan.enacted()
    assert client.get(page_of(plan.indicator)).status_code == 409
    answer = client.post(page_of(plan.indicator), {"q1": "1", **NONE})
    assert "Mulai perubahan dulu." in text_of(answer.content)
    assert not AdoptedFigure.objects.exists()


def test_page_asks_a_constant_number_of_queries(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    counts = []
    for rows in (0, 3, 40):
        for number in range(rows):
            add_indicator(owner=plan.theme, name=f"Ukuran {rows} {number}", by=plan.rina, at=AT)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page_of(plan.indicator)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= 12
