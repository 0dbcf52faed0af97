"""Periods of this road map, of other plans and of results."""

import pytest

from petajalan.regulation.recognise import recognise
from tests.regulation.building import caption, document, heading, item, paragraph, table
from tests.regulation.findings.text.checking import TITLE, findings_in, printed, said

OTHER_PERIOD = "Road Map Reformasi Birokrasi Kota Contoh 2021-2026"


def test_one_finding_for_each_other_period():
    assert said(
        "period_mismatch",
        paragraph(f"Perangkat daerah melaksanakan {OTHER_PERIOD}."),
        table(
            "3.1", f"Tujuan {OTHER_PERIOD}", "Tujuan RB Kota Contoh 2021-2026 | Indikator | Target 2024", "A | B | 7"
        ),
        paragraph("Berjalan sesuai road map reformasi birokrasi 2023- 2023 yang ditetapkan."),
    ) == [
        (
            "Masa road map tertulis 2021–2026 di 3 tempat, sedangkan judul peraturan menyebut 2023–2024.",
            ["NOMOR 1 TAHUN 2023", OTHER_PERIOD, OTHER_PERIOD, "RB Kota Contoh 2021-2026"],
        ),
        (
            "Masa road map tertulis 2023–2023 di satu tempat, sedangkan judul peraturan menyebut 2023–2024.",
            ["NOMOR 1 TAHUN 2023", "road map reformasi birokrasi 2023- 2023"],
        ),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Road Map Reformasi Birokrasi Kota Contoh 2023–2024 dilaksanakan.",
        "Road Map Reformasi Birokrasi Nasional 2020-2024 menjadi acuan.",
        "Kondisi Kota Contoh sesuai dengan Road Map Reformasi Birokrasi Nasional 2020-2024.",
        "Peraturan Menteri PANRB Nomor 25 Tahun 2020 tentang Road Map Reformasi Birokrasi 2020-2024 menjadi acuan.",
        "Nilai capaian RB Kota Contoh 2018-2022 meningkat.",
        "Rencana Pembangunan Jangka Menengah Daerah Kota Contoh Tahun 2021-2026 menjadi acuan.",
        "Tim Percepatan Kota Contoh 2022-2024 dibentuk.",
    ],
)
def test_periods_of_others(sentence: str):
    assert (
        printed("period_mismatch", paragraph(sentence), caption("Gambar 2.1 Tren Nilai RB Kota Contoh 2018-2022")) == []
    )


def test_the_earlier_road_map_is_named_as_such():
    sentence = paragraph(f"Dilakukan perubahan {OTHER_PERIOD} agar selaras.")
    assert printed("period_mismatch", sentence) == []
    assert len(printed("period_mismatch", sentence, paragraph(f"{OTHER_PERIOD} dilaksanakan."))) == 1


def test_length_by_definition():
    def definition(years: str):
        return heading("Pasal 1", 2), item("1.", f"Road Map adalah rencana rinci selama {years} tahun.", 1)

    assert said("period_length_mismatch", *definition("5 (lima)")) == [
        (
            "Road map didefinisikan selama 5 (lima) tahun, sedangkan 2023–2024 lamanya 2 tahun.",
            ["NOMOR 1 TAHUN 2023", "selama 5 (lima) tahun"],
        )
    ]
    assert len(printed("period_length_mismatch", *definition("lima"))) == 1
    span = item("1.", "Road Map adalah rencana untuk kurun waktu 5 (lima) tahun.", 1)
    assert len(printed("period_length_mismatch", heading("Pasal 1", 2), span)) == 1
    assert printed("period_length_mismatch", *definition("2 (dua)")) == []
    assert printed("period_length_mismatch", paragraph("Road Map lama berlaku selama 5 (lima) tahun.")) == []


def test_a_plan_with_two_periods():
    usual = paragraph("Grand Design Reformasi Birokrasi 2010-2025 dan RPJMD Kota Contoh 2021-2026 menjadi acuan.")
    wrong = paragraph("Diharapkan dalam Grand Design Reformasi Birokrasi 2010–2026.")
    assert said("plan_period_mismatch", usual, usual, wrong) == [
        (
            "Grand Design Reformasi Birokrasi tertulis 2010–2026, di tempat lain 2010–2025.",
            [
                "Grand Design Reformasi Birokrasi 2010–2026",
                "Grand Design Reformasi Birokrasi 2010-2025",
                "Grand Design Reformasi Birokrasi 2010-2025",
            ],
        )
    ]
    assert said("plan_period_mismatch", paragraph("RPJMD 2021-2026 menjadi acuan. RPJMD 2021-2025 dirujuk.")) == [
        ("RPJMD tertulis 2021–2025, di tempat lain 2021–2026.", ["RPJMD 2021-2025", "RPJMD 2021-2026"])
    ]
    earlier = paragraph("RPJMN 2015-2019 dilanjutkan dengan RPJMN 2020-2024 dan RPJMN 2020-2024.")
    assert printed("plan_period_mismatch", usual, earlier) == []


def test_repealed_and_yet_amended():
    repealing = (
        heading("Pasal 2", 2),
        paragraph(
            "Peraturan Wali Kota Nomor 9 Tahun 2021 tentang Road Map Reformasi Birokrasi Kota Contoh dicabut dan "
            "dinyatakan tidak berlaku."
        ),
    )
    amending = paragraph("Tujuan perubahan Road Map Reformasi Birokrasi Kota Contoh adalah keselarasan.")
    chapter = heading("BAB I PENDAHULUAN")
    assert len(printed("repealed_but_amended", *repealing, chapter, amending)) == 1
    assert printed("repealed_but_amended", chapter, amending) == []
    national = paragraph("Menindaklanjuti perubahan Road Map Reformasi Birokrasi Nasional, disusun peta jalan.")
    assert printed("repealed_but_amended", *repealing, chapter, national) == []


def test_period_that_ends_before_it_begins():
    lines = [paragraph(line.replace("2023-2024", "2026-2023")) for line in TITLE]
    data = recognise(document(*lines))
    found = [finding.message.id for finding in findings_in(data) if finding.code == "period_backwards"]
    assert found == ["Masa road map 2026–2023 berakhir sebelum dimulai."]
    assert (data.period, data.years) == ((2026, 2023), None)
    assert printed("period_backwards", paragraph("Road Map 2023-2024 berlaku.")) == []
