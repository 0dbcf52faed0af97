"""The pages of the worksheet: what they say, what they keep, what they refuse, for whom they exist."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from petajalan.accounts.models import User
from petajalan.evaluation.models import EvaluationWorksheet, IndexValue, Scenario, ScoreCorrection, WorksheetScore
from petajalan.planning.models import Action, ActionPlan, Indicator
from tests.cast import Cast
from tests.evaluation.worksheets import AT, YEAR, Scoring
from tests.evaluation.worksheets import scoring_ as scoring_

HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petajalan.common.clock.now", lambda: AT)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(name: str, *rest: Any) -> str:
    return reverse(name, args=["kota-melati", YEAR, *rest])


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def quick(client: Client, code: str, raw: str, version: int = 0, party: str = "mandiri", **more: Any) -> Any:
    return client.post(at("worksheet_quick", code, party), {"raw": raw, "version": version}, **more)


def test_without_an_instrument_it_says_what_is_needed(cast: Cast) -> None:
    page = text(signed_in(cast.wati), at("worksheet"))
    assert "Belum ada instrumen untuk tahun ini" in page
    assert "Pakai instrumen</a>" in page
    for_others = text(signed_in(cast.siti), at("worksheet"))
    assert "Administrator instansi ini yang memakainya" in for_others
    assert for_others.count('href="/kota-melati/katalog/instrumen/"') == 1


def test_the_administrator_begins_it(scoring_: Scoring) -> None:
    EvaluationWorksheet.objects.all().delete()
    for user, said in ((scoring_.cast.wati, "Mulai lembar kerja"), (scoring_.cast.siti, "Lembar kerja belum dimulai")):
        assert said in text(signed_in(user), at("worksheet"))
    answer = signed_in(scoring_.cast.wati).post(at("worksheet_start"), {"instrumen": scoring_.adopted.pk})
    assert (answer.status_code, EvaluationWorksheet.objects.get().year) == (302, YEAR)


def test_the_page_says_what_is_missing_and_what_is_certain(scoring_: Scoring) -> None:
    scoring_.score("A1", 80)
    scoring_.score("B2", 3)
    page = text(signed_in(scoring_.cast.siti), at("worksheet"))
    assert "Penilaian mandiri: 2 dari 6 butir bernilai; sementara 16,00 dari bobot 25." in page
    assert "A2 belum ada nilai; B1 belum ada nilai" in page
    assert "<form" not in page.split('class="pj-t pj-cards ws-table"')[1].split("</table>")[0]


def test_three_parties_stand_side_by_side(scoring_: Scoring) -> None:
    scoring_.all()
    scoring_.score("B1", 3, party="internal", by=scoring_.cast.ani)
    scoring_.score("B1", "2.8", party="national", source="LHE")
    IndexValue.objects.create(
        agency=scoring_.cast.agency, code="reform-index", year=YEAR, value="70.5", source="Surat hasil", entered_at=AT
    )
    page = text(signed_in(scoring_.cast.siti), at("worksheet"))
    row = page.split('id="b-B1"')[1].split("</tr>")[0]
    for figure in ("2,5", "20,00", "24,00", "2,8", "22,40"):
        assert figure in row
    assert "Perkiraan indeks 76,00 (BB) menurut penilaian mandiri." in page
    assert "Indeks resmi 2025: <b>70,50</b>" in page
    assert page.count("perkiraan</span>") == 1  # the two others are not known yet


def test_a_value_typed_in_its_cell_moves_what_depends_on_it(scoring_: Scoring) -> None:
    scoring_.all()
    client = signed_in(scoring_.cast.wati)
    answer = quick(client, "A1", "100", WorksheetScore.objects.get(item="A1").version, **HTMX).content.decode()
    assert WorksheetScore.objects.get(item="A1").raw == 100
    assert "Tersimpan" in answer
    assert "<b>78,50</b>" in answer  # the index
    assert 's-self-4"' in answer  # A2, which A1 multiplies
    assert "7,50" in answer


@pytest.mark.parametrize(
    ("code", "typed", "sentence"),
    [
        ("B1", "7", "7 di luar rentang butir ini, 1 sampai 5. Periksa angka dan satuannya."),
        ("B1", "tiga", "“tiga” bukan angka. Tulis satu angka, misalnya 7 atau 7,5."),
        ("B3", "AAA", "AAA"),
    ],
)
def test_what_cannot_be_is_said_in_the_cell_and_stays_typed(
    scoring_: Scoring, code: str, typed: str, sentence: str
) -> None:
    answer = quick(signed_in(scoring_.cast.wati), code, typed, **HTMX)
    assert (answer.status_code, WorksheetScore.objects.count()) == (200, 0)
    assert sentence in answer.content.decode()
    if code == "B1":
        assert f'value="{typed}"' in answer.content.decode()
        plain = quick(signed_in(scoring_.cast.wati), code, typed)
        assert plain.status_code == 302


def test_a_decimal_comma_is_read_and_an_emptied_field_takes_the_value_away(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.budi)
    assert quick(client, "B1", "2,75").status_code == 302
    row = WorksheetScore.objects.get()
    assert f"{row.raw}" == "2.75"
    quick(client, "B1", "", row.version)
    assert not WorksheetScore.objects.exists()


def test_a_stale_cell_is_told_who_was_faster(scoring_: Scoring) -> None:
    scoring_.score("B1", 3)
    answer = quick(signed_in(scoring_.cast.budi), "B1", "2", **HTMX).content.decode()
    assert "sudah mengubah nilai ini menjadi 3" in answer
    assert 'value="2"' in answer


def test_an_item_explains_its_score_down_to_the_document(scoring_: Scoring) -> None:
    scoring_.all()
    scoring_.score("A2", 50, source="LHE 2025", page="12")
    page = text(signed_in(scoring_.cast.siti), at("worksheet_item", "A2"))
    assert "Dokumen: LHE 2025, halaman 12." in page
    assert "50 / 100 × 15 × 0,8000 = 6,0000" in page
    assert "6,0000 dari 76,0000" in page
    assert "Petunjuk teknis uji" in page
    page = text(signed_in(scoring_.cast.siti), at("worksheet_item", "B3"))
    assert "WTP = 100 menurut instrumen" in page


def test_an_item_leads_to_what_moves_it(scoring_: Scoring) -> None:
    page = text(signed_in(scoring_.cast.siti), at("worksheet_item", "B1"))
    assert "Indeks SPBE" in page
    assert "Arsitektur SPBE" in page
    assert "Belum ada aksi 2025 untuk indikator ini." in page
    known = signed_in(scoring_.cast.budi).get(at("worksheet_item_known", "B1"), **HTMX).content.decode()
    assert "Belum ada nilai 2025" in known


def test_the_whole_form_keeps_state_document_and_page(scoring_: Scoring) -> None:
    client, address = signed_in(scoring_.cast.wati), at("worksheet_score", "B1", "mandiri")
    given = {"version": 0, "raw": "2,9", "source": "Keputusan SPBE", "page": "7", "note": "", "link": ""}
    assert client.post(address, given).status_code == 302
    row = WorksheetScore.objects.get()
    assert (f"{row.raw}", row.source, row.page, row.state) == ("2.9", "Keputusan SPBE", "7", "assessed")
    answer = client.post(address, {**given, "version": row.version, "raw": "9"})
    assert answer.status_code == 422
    assert "di luar rentang" in answer.content.decode()
    assert 'value="9"' in answer.content.decode()
    assert client.post(address, {**given, "raw": "2,8"}).status_code == 409
    out = {**given, "version": row.version, "raw": "", "excluded": "on", "note": "Bukan lokus"}
    assert client.post(address, out).status_code == 302
    assert "di luar lokus" in text(client, at("worksheet"))


def test_a_national_value_is_entered_with_its_document(scoring_: Scoring) -> None:
    client, address = signed_in(scoring_.cast.ani), at("worksheet_score", "B1", "nasional")
    assert client.post(address, {"version": 0, "raw": "2,9"}).status_code == 422
    assert client.post(address, {"version": 0, "raw": "2,9", "source": "LHE 2025"}).status_code == 302
    assert WorksheetScore.objects.get().party == "national"


def test_who_may_not_score_is_told_and_refused(scoring_: Scoring) -> None:
    cast = scoring_.cast
    assert "mengoordinasikan indikator butir ini" in text(signed_in(cast.ani), at("worksheet_item", "B2"))
    answer = signed_in(cast.ani).post(at("worksheet_score", "B2", "internal"), {"version": 0, "raw": "3"})
    assert answer.status_code == 403
    assert quick(signed_in(cast.wali), "B1", "3").status_code == 403
    for name, rest in (
        ("worksheet", ()), ("worksheet_item", ("B1",)), ("worksheet_simulation", ()), ("scenario_compare", ()),
        ("worksheet_known", ()), ("worksheet_item_known", ("B1",)),
    ):  # fmt: skip
        assert signed_in(cast.dewi).get(at(name, *rest)).status_code == 404
    assert quick(signed_in(cast.dewi), "B1", "3").status_code == 404
    assert signed_in(cast.wati).get(at("worksheet_item", "ZZ")).status_code == 404
    assert not WorksheetScore.objects.exists()


def test_known_values_are_taken_at_once(scoring_: Scoring) -> None:
    for code, value in (("spbe", "2.88"), ("spip", "9")):
        IndexValue.objects.create(
            agency=scoring_.cast.agency, code=code, year=YEAR, value=value, source=f"Keputusan {code}", entered_at=AT,
            provisional=code == "spbe",
        )  # fmt: skip
    client = signed_in(scoring_.cast.wati)
    page = text(client, at("worksheet_known"))
    assert "2,88" in page
    assert "sementara" in page
    assert "di luar rentang butir" in page
    client.post(at("worksheet_known"), {"butir": ["B1", "B2"]})
    row = WorksheetScore.objects.get()
    assert (row.item, f"{row.raw}", row.source) == ("B1", "2.88", "Keputusan spbe")
    assert client.get(at("worksheet_known")).status_code == 200


def test_a_final_worksheet_is_corrected_in_sight(scoring_: Scoring) -> None:
    scoring_.all()
    client = signed_in(scoring_.cast.wati)
    client.post(at("worksheet_finalise"), {"version": scoring_.worksheet.version})
    page = text(client, at("worksheet"))
    assert "Final sejak" in page
    assert "ws-cell" not in page
    row = WorksheetScore.objects.get(item="B1")
    given = {"version": row.version, "raw": "3", "source": "", "page": "", "note": "", "link": ""}
    address = at("worksheet_score", "B1", "mandiri")
    assert client.post(address, given).status_code == 422
    assert client.post(address, {**given, "reason": "Salah baca"}).status_code == 302
    assert ScoreCorrection.objects.get().reason == "Salah baca"
    assert "Semula 2,5: Salah baca" in text(client, at("worksheet_item", "B1"))


def test_the_coefficient_is_entered_with_its_document(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.wati)
    given = {"version": scoring_.worksheet.version, "coefficient": "-1,5", "note": ""}
    assert client.post(at("worksheet_coefficient"), given).status_code == 422
    assert client.post(at("worksheet_coefficient"), {**given, "note": "LHE 2025"}).status_code == 302
    assert "Koefisien -1,5: LHE 2025" in text(client, at("worksheet"))


def test_a_final_coefficient_is_corrected_with_its_reason(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.wati)
    scoring_.all()
    version = scoring_.finalise().version
    given = {"version": version, "coefficient": "-1,5", "note": "LHE 2025"}
    assert "Isi alasan koreksi." in client.post(at("worksheet_coefficient"), given).content.decode()
    assert client.post(at("worksheet_coefficient"), {**given, "reason": "LHE diterima"}).status_code == 302
    page = text(client, at("worksheet"))
    assert "Koefisien -1,5: LHE 2025" in page
    assert "Koefisien semula 0: LHE diterima (Wati" in page
    assert "Koreksi koefisien" in page


def test_the_simulation_shows_what_would_be(scoring_: Scoring) -> None:
    scoring_.all()
    client, here = signed_in(scoring_.cast.siti), at("worksheet_simulation")
    page = text(client, here)
    assert "<b>76,00</b>" in page
    assert "Belum ada nilai yang diubah." in page
    only = text(client, f"{here}?langkah=target_good")
    assert "2,5 menjadi 2,6 (target baik)" in only
    assert "(nilai tertinggi)" not in only
    page = text(client, f"{here}?dasar=self&n2=3%2C5")
    assert "<b>84,00</b>" in page
    assert "+8,00 dari keadaan sekarang (76,00); 1 nilai diubah." in page
    assert 'name="n2" value="3,5"' in page
    page = text(client, f"{here}?n2=9")
    assert "Di luar rentang 1 sampai 5." in page
    assert "<b>76,00</b>" in page
    assert WorksheetScore.objects.get(item="B1", party="self").version == 1


def test_scenarios_are_saved_compared_and_removed(scoring_: Scoring) -> None:
    scoring_.all()
    client = signed_in(scoring_.cast.siti)
    for name, raw in (("SPBE naik", "3,5"), ("SPBE turun", "2")):
        assert client.post(at("scenario_save"), {"nama": name, "dasar": "self", "n2": raw}).status_code == 302
    keys = list(Scenario.objects.order_by("pk").values_list("pk", flat=True))
    page = text(client, at("scenario_compare") + "?" + "&".join(f"s={key}" for key in keys))
    for figure in ("76,00", "84,00", "72,00", "+8,00", "−4,00", "SPBE naik", "SPBE turun"):
        assert figure in page
    assert "<b>84,00</b>" in text(client, at("worksheet_simulation") + f"?skenario={keys[0]}")
    changed = {"version": 1, "dasar": "self", "n2": "4"}
    client.post(at("scenario_change", keys[0]), changed)
    assert Scenario.objects.get(pk=keys[0]).values == {"B1": {"raw": "4"}}
    assert signed_in(scoring_.cast.budi).post(at("scenario_remove", keys[0])).status_code == 403
    client.post(at("scenario_remove", keys[0]))
    assert list(Scenario.objects.values_list("pk", flat=True)) == keys[1:]


def test_pages_ask_as_much_for_one_value_as_for_all(scoring_: Scoring) -> None:
    addresses = [
        at("worksheet"), at("worksheet_item", "B1"), at("worksheet_simulation"), at("worksheet_known"),
        at("worksheet_item_known", "B1"), at("scenario_compare"),
    ]  # fmt: skip

    def asked() -> list[int]:
        counts = []
        for address in addresses:
            client = signed_in(User.objects.get(pk=scoring_.cast.wati.pk))
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counts.append(len(captured))
        return counts

    scoring_.score("B1", 2)
    few = asked()
    scoring_.all()
    scoring_.all("national", source="LHE")
    many = asked()
    nothing_to_propose = addresses.index(at("worksheet_known"))
    assert many[nothing_to_propose] < few[nothing_to_propose]
    assert [one for place, one in enumerate(many) if place != nothing_to_propose] == [
        one for place, one in enumerate(few) if place != nothing_to_propose
    ]
    assert max(few) <= 12, few


def test_an_item_that_nobody_of_the_team_may_judge_asks_twelve_times_at_most(scoring_: Scoring) -> None:
    """Its page asks who is of the team, and for waivers, before it says that the secretariat judges."""
    spip = Indicator.objects.get(known_code="spip")
    plan = ActionPlan.objects.create(agency=scoring_.cast.agency, year=YEAR, coordinator=scoring_.inspectorate)
    Action.objects.create(
        agency=scoring_.cast.agency, plan=plan, position=1, name="Menilai risiko", indicator_key=spip.key
    )
    scoring_.all()
    client = signed_in(User.objects.get(pk=scoring_.cast.rina.pk))
    with CaptureQueriesContext(connection) as captured:
        page = text(client, at("worksheet_item", "B2"))
    assert "Menilai risiko" in page
    assert at("worksheet_score", "B2", "internal") in page
    assert len(captured) <= 12


def test_the_pages_read_in_english(scoring_: Scoring) -> None:
    scoring_.all()
    client = signed_in(scoring_.cast.wati)
    client.post("/bahasa/", {"language": "en", "next": "/"})
    assert "<b>76.00</b>" in text(client, at("worksheet"))
    assert "50 / 100 × 15 × 0.8000 = 6.0000" in text(client, at("worksheet_item", "A2"))
