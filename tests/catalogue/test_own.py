"""An agency's own entries over the national data: joined, put in the place of a national one, or left out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from petajalan.calc.scales import Scale, classify
from petajalan.catalogue import scales
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.own import Own, build, merge, with_entry
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.reference import Reference

NATIONAL = national_reference()
GARDENS: dict[str, Any] = {
    "name": "Indeks Taman Kota",
    "range": ["0", "10"],
    "direction": "higher",
    "source": "Keputusan Wali Kota 12/2024",
    "confidence": "P",
    "classifications": [
        {
            "years": [None, None],
            "source": "Keputusan Wali Kota 12/2024",
            "confidence": "P",
            "bands": [["C", "Gersang", "[0, 5]", "bad"], ["A", "Rindang", "(5, 10]", "good"]],
        }
    ],
}


def scale_of(reference: Reference, code: str) -> Scale:
    return next(one for one in reference.scales if one.code == code)


def test_without_own_entries_the_reference_is_the_national_one() -> None:
    merged = merge(NATIONAL, [])
    assert merged.reference is NATIONAL
    assert merged.refused == ()


def test_an_own_scale_and_an_indicator_on_it_are_known() -> None:
    own = [
        Own(
            "indicator", "taman", {"names": ["Nilai Taman", "Skor Taman Kota"], "scale": "taman", "direction": "higher"}
        ),
        Own("scale", "taman", GARDENS),
    ]
    merged = merge(NATIONAL, own)
    assert merged.refused == ()
    known = indicators_of(merged.reference).known("Skor Taman Kota")
    assert known is not None
    assert (known.code, known.scale) == ("taman", "taman")
    found = classify(scale_of(merged.reference, "taman"), Decimal(7), 2024)
    assert found is not None
    assert found.band.label == "Rindang"


def test_an_entry_with_a_national_code_takes_its_place() -> None:
    data = scales.entry(scale_of(NATIONAL, "ikk")) | {"source": "Surat LAN 5/2024", "confidence": "P"}
    merged = merge(NATIONAL, [Own("scale", "ikk", data)])
    assert [one.source for one in merged.reference.scales if one.code == "ikk"] == ["Surat LAN 5/2024"]
    assert len(merged.reference.scales) == len(NATIONAL.scales)


def test_names_join_the_register_of_the_same_thing() -> None:
    own = Own("alias", "bagor", {"of": "unit", "name": "Bagian Organisasi", "names": ["Bag. Org.", "Bagor"]})
    merged = merge(NATIONAL, [own])
    assert [one.short for one in merged.reference.aliases if one.full == "Bagian Organisasi"] == [
        ("Bagor", "Bag. Organisasi", "Bagian Ortala", "Bag. Org."),
    ]


def test_an_own_theme_is_a_register_of_its_names() -> None:
    merged = merge(NATIONAL, [Own("theme", "wisata", {"name": "Pengembangan Pariwisata", "names": ["Wisata"]})])
    found = [(one.kind, one.short) for one in merged.reference.aliases if one.full == "Pengembangan Pariwisata"]
    assert found == [("theme", ("Wisata",))]


def test_what_no_longer_fits_is_left_out_and_the_rest_stays() -> None:
    own = [
        Own("indicator", "taman", {"names": ["Nilai Taman"], "scale": "hilang"}),
        Own("theme", "wisata", {"name": "Pengembangan Pariwisata", "names": []}),
    ]
    merged = merge(NATIONAL, own)
    assert [(one.code, why.words_id) for one, why in merged.refused] == [
        ("taman", "Skala “hilang” tidak ada atau sudah dihentikan. Pilih skala lain.")
    ]
    assert any(one.full == "Pengembangan Pariwisata" for one in merged.reference.aliases)


@pytest.mark.parametrize(
    ("kind", "data", "sentence"),
    [
        ("indicator", {"names": ["nilai  S.P.I", "SPI"]}, "“SPI” sudah berarti “Survei Penilaian Integritas”. Pakai"),
        ("indicator", {"names": ["Taman", "TAMAN (T)"]}, "“TAMAN (T)” tertulis dua kali. Tulis setiap nama sekali"),
        ("indicator", {"names": ["***"]}, "“***” bukan nama. Tulis dengan huruf."),
        ("indicator", {"names": []}, "nama harus berupa daftar teks"),
        ("indicator", {"names": ["Taman"], "warna": "hijau"}, "kunci warna tidak dikenal"),
        ("indicator", {"scale": "spi"}, "names belum ada"),
        ("theme", {"name": "Harga", "names": ["Inflasi"]}, "“Inflasi” sudah berarti “Pengendalian Inflasi”. Pakai"),
        ("theme", {"name": " ", "names": []}, "nama harus berupa daftar teks"),
        ("alias", {"of": "unit", "name": "Dinas Taman", "names": ["DLH"]}, "“DLH” sudah berarti “Dinas Lingkungan"),
        ("alias", {"of": "orang", "name": "Budi", "names": []}, "'orang' bukan salah satu dari term, theme, unit"),
        ("scale", GARDENS | {"name": "Opini  BPK"}, "“Opini  BPK” sudah menjadi nama skala lain. Buka skala itu"),
        ("scale", GARDENS | {"range": ["10", "0"]}, "rentangnya kosong: batas bawah harus lebih kecil"),
        ("scale", GARDENS | {"range": ["x", "0"]}, "isiannya rusak"),
        ("scale", GARDENS | {"name": ""}, "nama harus berupa daftar teks"),
        ("scale", GARDENS | {"classifications": GARDENS["classifications"] * 2}, "tahun berlaku dua tabel bertumpang"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(kind: str, data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        with_entry(NATIONAL, build(Own(kind, "x", data)))
    assert refused.value.words_id.startswith(sentence)
    assert refused.value.words_en


@pytest.mark.parametrize("scale", NATIONAL.scales, ids=lambda scale: scale.code)
def test_every_national_scale_can_be_taken_as_a_start(scale: Scale) -> None:
    assert build(Own("scale", scale.code, scales.entry(scale))) == scale


def test_classes_of_own_tables_may_not_run_backwards() -> None:
    bands = [["C", "Gersang", "[5, 0]", "bad"], ["A", "Rindang", "(0, 10]", "good"]]
    table = GARDENS["classifications"][0] | {"bands": bands}
    with pytest.raises(Refused, match="ends before it begins"):
        build(Own("scale", "taman", GARDENS | {"classifications": [table]}))


def test_the_scale_of_an_own_version_is_used_by_the_national_indicator() -> None:
    renamed = replace(scale_of(NATIONAL, "spi"), name="SPI menurut surat KPK")
    merged = merge(NATIONAL, [Own("scale", "spi", scales.entry(renamed))])
    found = indicators_of(merged.reference).scale("Nilai SPI")
    assert found is not None
    assert found.name == "SPI menurut surat KPK"
