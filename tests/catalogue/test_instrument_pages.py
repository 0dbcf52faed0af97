"""A worksheet in the browser: adopted, completed, refused when weights do not sum, continued, handed in as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from petajalan.catalogue import services
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.instruments import entry, instrument_named
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common.models import AuditEntry
from tests.cast import Cast
from tests.catalogue.pages import text_of, words

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)
HERE = "/kota-melati/katalog/instrumen/"
NATIONAL = HERE + "nasional/lke-2024-kabkota/"


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


@pytest.fixture
def adopted(cast: Cast) -> AdoptedInstrument:
    return services.adopt_instrument(agency=cast.agency, code="lke-2024-kabkota", by=cast.wati, at=AT)


def item(adopted: AdoptedInstrument, code: str) -> Any:
    adopted.refresh_from_db()
    return next(one for one in adopted.instrument.items() if one.code == code)


def sent(adopted: AdoptedInstrument, **fields: str) -> dict[str, str]:
    return {
        "version": str(adopted.version),
        "source": "Juknis uji",
        "confidence": "P",
        **{name.replace("__", ":"): text for name, text in fields.items()},
    }


def test_the_list_offers_what_fits_this_kind_of_agency(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    page = words(client, HERE)
    offered = page.index("Yang tersedia untuk instansi ini")
    others = page.index("Untuk kelompok instansi lain")
    assert offered < page.index("kabupaten/kota 2024") < others < page.index("kementerian/lembaga 2024")
    assert "Belum ada. Administrator instansi ini yang memakainya." in page


def test_an_administrator_adopts_one(wati: Client, cast: Cast) -> None:
    assert "belum ada: bobot 35 butir" in words(wati, NATIONAL)
    answer = wati.post(NATIONAL + "pakai/", follow=True)
    made = AdoptedInstrument.objects.get()
    assert (made.agency, made.code, made.instrument) == (
        cast.agency, "lke-2024-kabkota", instrument_named("lke-2024-kabkota"),
    )  # fmt: skip
    assert "Lengkapi yang belum ada." in text_of(answer)
    assert AuditEntry.objects.get(action="instrument_adopted").actor == cast.wati
    again = text_of(wati.post(NATIONAL + "pakai/", follow=True))
    assert "sudah dipakai instansi ini" in again
    assert AdoptedInstrument.objects.count() == 1


def test_one_for_other_agencies_is_not_adopted(wati: Client) -> None:
    assert wati.post(HERE + "nasional/lke-2024-kl/pakai/").status_code == 404
    assert wati.post(HERE + "nasional/tidak-ada/pakai/").status_code == 404
    assert wati.get(HERE + "nasional/tidak-ada/").status_code == 404


def test_weights_are_completed_with_their_source(wati: Client, cast: Cast, adopted: AdoptedInstrument) -> None:
    address = f"{HERE}{adopted.pk}/ubah/"
    given = sent(adopted, weight__A1="3", weight__A2="7,0", good__A1="80,5", level__C3a__WTP="100")
    answer = wati.post(address, given, follow=True)
    assert "disimpan: 7 perubahan" in text_of(answer)
    one = item(adopted, "A1")
    assert (one.weight, one.target_good, one.source, one.confidence) == (
        Decimal(3), Decimal("80.5"), "Juknis uji", "P",
    )  # fmt: skip
    untouched = item(adopted, "B1")
    assert (untouched.weight, untouched.confidence) == (None, "C")
    page = words(wati, f"{HERE}{adopted.pk}/")
    assert "bobot belum ada 3" in page
    told = AuditEntry.objects.get(action="instrument_changed")
    assert (told.actor, told.before["part_weight"], told.after["part_weight"]) == (
        cast.wati, ["A1: -", "A2: -"], ["A1: 3", "A2: 7.0"],
    )  # fmt: skip


def test_weights_that_do_not_sum_are_refused_and_stay_as_typed(wati: Client, adopted: AdoptedInstrument) -> None:
    answer = wati.post(f"{HERE}{adopted.pk}/ubah/", sent(adopted, weight__A1="3", weight__A2="7,5"))
    assert answer.status_code == 422
    assert "Bobot isi Strategi Pelaksanaan RB General berjumlah 10,5, seharusnya 10." in text_of(answer)
    assert 'name="weight:A2" value="7,5"' in answer.content.decode()
    assert item(adopted, "A1").weight is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("weight:A1", "tiga", "Tulis angka seperti 1,5"),
        ("weight:A1", "1.000.000", "Tulis angka seperti 1,5"),
        ("multiplier:A2", "Z9", "Tulis kode butir lain"),
        ("multiplier:A2", "A2", "Tulis kode butir lain"),
        ("good:A1", "101", "di luar rentangnya"),
        ("low:A1", "100", "Rentangnya kosong"),
        ("source", "", "Tulis dari mana angka baru ini"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(
    wati: Client, adopted: AdoptedInstrument, field: str, value: str, sentence: str
) -> None:
    answer = wati.post(f"{HERE}{adopted.pk}/ubah/", {**sent(adopted), field: value})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    adopted.refresh_from_db()
    assert adopted.version == 1


def test_two_at_once_do_not_overwrite_each_other(wati: Client, adopted: AdoptedInstrument) -> None:
    address = f"{HERE}{adopted.pk}/ubah/"
    assert wati.post(address, sent(adopted, weight__A1="3")).status_code == 302
    answer = wati.post(address, sent(adopted, weight__A1="4"))
    assert answer.status_code == 409
    assert 'name="weight:A1" value="4"' in answer.content.decode()
    assert item(adopted, "A1").weight == 3
    assert wati.post(address, {**sent(adopted, weight__A1="4")}).status_code == 302
    assert item(adopted, "A1").weight == 4


def test_nothing_changed_is_said_and_leaves_no_trace(wati: Client, adopted: AdoptedInstrument) -> None:
    assert "Tidak ada yang berubah." in text_of(wati.post(f"{HERE}{adopted.pk}/ubah/", sent(adopted), follow=True))
    assert not AuditEntry.objects.filter(action="instrument_changed").exists()


def test_the_next_year_begins_as_a_copy_and_shows_what_differs(wati: Client, adopted: AdoptedInstrument) -> None:
    wati.post(f"{HERE}{adopted.pk}/ubah/", sent(adopted, weight__A1="3", weight__A2="7"))
    answer = wati.post(f"{HERE}{adopted.pk}/tahun-lain/", {"year": "2025"}, follow=True)
    made = AdoptedInstrument.objects.get(code="lke-2025-kabkota")
    assert (made.first_year, made.last_year, made.adopted_from) == (2025, 2025, "lke-2024-kabkota")
    assert item(made, "A1").weight == 3
    assert "Beda dengan LKE Reformasi Birokrasi kabupaten/kota 2024" in text_of(answer)
    wati.post(f"{HERE}{made.pk}/ubah/", sent(made, weight__A1="4", weight__A2="6"))
    assert "bobot 3 4" in words(wati, f"{HERE}{made.pk}/")
    for year, sentence in (("2024", "tidak dapat dipakai"), ("2025", "sudah dipakai"), ("dua", "Tulis tahunnya")):
        again = wati.post(f"{HERE}{adopted.pk}/tahun-lain/", {"year": year}, follow=True)
        assert sentence in text_of(again)
    assert AdoptedInstrument.objects.count() == 2


def test_a_file_goes_out_and_comes_back_with_one_item_more(wati: Client, adopted: AdoptedInstrument) -> None:
    out = wati.get(f"{HERE}{adopted.pk}/instrumen.yaml")
    assert out["Content-Disposition"] == 'attachment; filename="lke-2024-kabkota.yaml"'
    data = yaml.safe_load(out.content)
    assert {key: value for key, value in data.items() if key != "code"} == entry(adopted.instrument)
    data["general"]["parts"][0]["parts"].append(
        {"code": "A3", "name": "Butir baru", "weight": "1,0".replace(",", "."), "range": [0, 100], "evaluator": "PANRB"}
    )
    address = f"{HERE}{adopted.pk}/unggah/"
    text = yaml.safe_dump(data, allow_unicode=True)
    shown = wati.post(address, {"file": SimpleUploadedFile("lke.yaml", text.encode())})
    assert "A3 Butir baru butir tidak ada Butir baru" in text_of(shown)
    assert item(adopted, "A1")
    assert adopted.version == 1
    stored = wati.post(address, {"text": text, "version": "1"}, follow=True)
    assert "disimpan: 1 perubahan" in text_of(stored)
    assert item(adopted, "A3").weight == 1
    assert wati.post(address, {"text": text, "version": "1"}).status_code == 409


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Berkas ini kosong"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        (b"a: [", "Bukan YAML yang dapat dibaca"),
        (b"a: &x [1]\nb: *x\n", "Rujukan (*) tidak diterima"),
        (b"- 1\n", "Isinya bukan instrumen"),
        (b"code: x\nname: y\n", "Years belum ada"),
        (b"x" * 300_001, "terlalu besar"),
        (b"[" * 5000, "Bukan YAML yang dapat dibaca"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(
    wati: Client, adopted: AdoptedInstrument, content: bytes, sentence: str
) -> None:
    answer = wati.post(f"{HERE}{adopted.pk}/unggah/", {"file": SimpleUploadedFile("lke.yaml", content)})
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_only_the_administrator_changes_and_nobody_else_sees(
    client: Client, cast: Cast, adopted: AdoptedInstrument
) -> None:
    one = f"{HERE}{adopted.pk}/"
    for name in ("siti", "rina", "ani"):
        client.force_login(cast[name])
        assert client.get(one).status_code == 200
        assert "Lengkapi dan perbaiki" not in words(client, one)
        for address in ("ubah/", "unggah/", "tahun-lain/"):
            assert client.post(one + address, {}).status_code == 403
        assert client.post(NATIONAL + "pakai/").status_code == 403
    client.force_login(cast.dewi)
    for address in (HERE, one, one + "ubah/", one + "instrumen.yaml", NATIONAL):
        assert client.get(address).status_code == 404
    assert client.get(f"/kota-contoh/katalog/instrumen/{adopted.pk}/").status_code == 404


def test_a_service_adopts_nothing_unknown(cast: Cast) -> None:
    with pytest.raises(Refused):
        services.adopt_instrument(agency=cast.agency, code="tidak-ada", by=cast.wati, at=AT)
