from decimal import Decimal

from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, heading, item, paragraph, table
from tests.regulation.recognise.showing import figure, scores, text

HEADERS = (
    "No | Kegiatan Utama | Mandat Nasional (1-10) | Tingkat Keparahan (1-10) | Waktu | Skala Prioritas (Total Skor)"
)


def test_scores_totals_and_ranks_under_group_rows_with_numbers_that_start_again() -> None:
    data = recognise(
        document(
            table(
                "3.3",
                "Penetapan Prioritas Kegiatan Utama",
                HEADERS,
                """
                SS.1: Tata kelola digital | | | | |
                1 | Arsip Digital | 10 | 8 | 8 | 26
                2 | Pencegahan Korupsi | 10 | 7 | 10 | 28
                SS.2: Budaya kerja | < | < | < | < | <
                1 | Sistem Merit | 10 | 8 | 8 | 26
                """,
                formulas="1 | 2 | 3 | 4 | 5 | 6=(3+4+5)",
            )
        )
    )

    assert data.meanings[0].columns == ("no", "name", "score:mandate", "score:severity", "score:urgency", "total")
    assert [
        (
            text(activity.number),
            activity.name.text,
            text(activity.objective),
            scores(activity),
            figure(activity.total_printed),
            activity.total,
            activity.rank,
        )
        for activity in data.road_map.key_activities
    ] == [
        (
            "1",
            "Arsip Digital",
            "SS.1: Tata kelola digital",
            {"mandate": "10", "severity": "8", "urgency": "8"},
            "26",
            Decimal(26),
            2,
        ),
        (
            "2",
            "Pencegahan Korupsi",
            "SS.1: Tata kelola digital",
            {"mandate": "10", "severity": "7", "urgency": "10"},
            "28",
            Decimal(27),
            1,
        ),
        (
            "1",
            "Sistem Merit",
            "SS.2: Budaya kerja",
            {"mandate": "10", "severity": "8", "urgency": "8"},
            "26",
            Decimal(26),
            2,
        ),
    ]
    assert [(factor.code, factor.name.text, factor.low, factor.high) for factor in data.road_map.factors] == [
        ("mandate", "Mandat Nasional (1-10)", 1, 10),
        ("severity", "Tingkat Keparahan (1-10)", 1, 10),
        ("urgency", "Waktu", None, None),
    ]
    assert data.road_map.unplaced == ()


def test_more_factors_with_weights_in_the_header_and_a_scale_of_five() -> None:
    data = recognise(
        document(
            table(
                "2",
                "Skala Prioritas",
                "Urgensi (Bobot 30%) | Kegiatan | Kesiapan Daerah (1-5) bobot 20% | "
                "Keparahan (1 s.d 5; bobot 50%) | Jumlah",
                "4 | Arsip | 5 | 2 | 3,2",
            )
        )
    )

    assert data.meanings[0].columns == ("score:urgency", "name", "score:kesiapan_daerah", "score:severity", "total")
    assert [(factor.code, factor.low, factor.high, factor.weight) for factor in data.road_map.factors] == [
        ("urgency", None, None, Decimal("0.3")),
        ("kesiapan_daerah", 1, 5, Decimal("0.2")),
        ("severity", 1, 5, Decimal("0.5")),
    ]
    (activity,) = data.road_map.key_activities
    assert (activity.total, figure(activity.total_printed)) == (Decimal("3.2"), "3,2")


def test_factors_under_a_merged_head() -> None:
    data = recognise(
        document(
            table(
                "2",
                "Skor Kegiatan",
                "Kegiatan | Faktor Penilaian / Waktu (1-4) | Faktor Penilaian / Biaya (1-4) | Dampak (1-4) / Skor | "
                "Total",
                "Arsip | 4 | 3 | 2 | 9",
            )
        )
    )

    assert [(factor.code, factor.name.text, factor.low, factor.high) for factor in data.road_map.factors] == [
        ("urgency", "Waktu (1-4)", 1, 4),
        ("biaya", "Biaya (1-4)", 1, 4),
        ("dampak", "Dampak (1-4)", 1, 4),
    ]


def test_weights_in_a_row_of_their_own() -> None:
    data = recognise(
        document(
            table(
                "2",
                "Prioritas Kegiatan",
                "No | Kegiatan | Mandat | Dampak | Total",
                """
                | Bobot | 40 | 60 | 100
                1 | Arsip | 5 | 3 | 3,8
                """,
            )
        )
    )

    assert [(factor.code, factor.weight, factor.weight_place) for factor in data.road_map.factors] == [
        ("mandate", Decimal("0.4"), data.document.tables[0].rows[0][2].place),
        ("dampak", Decimal("0.6"), data.document.tables[0].rows[0][3].place),
    ]
    assert [(activity.name.text, activity.total) for activity in data.road_map.key_activities] == [
        ("Arsip", Decimal("3.8"))
    ]
    assert data.road_map.unplaced == ()


def test_a_formula_in_the_row_of_column_numbers_tells_the_total_and_the_factors() -> None:
    data = recognise(
        document(
            table(
                "2",
                "Prioritas",
                "Kegiatan | Kemudahan | Dampak | Hasil",
                "Arsip | tinggi | 3 | 7",
                formulas="1 | 2 | 3 | 4=2+3",
            )
        )
    )

    assert data.meanings[0].columns == ("name", "score:kemudahan", "score:dampak", "total")
    (activity,) = data.road_map.key_activities
    assert activity.total is None  # "tinggi" is no number: never guessed


def test_an_unknown_score_leaves_total_and_rank_unknown() -> None:
    data = recognise(
        document(table("3", "Prioritas", HEADERS, "1 | Arsip | 10 | - | 8 | 18\n2 | Merit | 10 | 8 | 8 | 26"))
    )

    assert [(activity.total, activity.rank) for activity in data.road_map.key_activities] == [
        (None, None),
        (Decimal(26), 1),
    ]


def test_the_sentence_before_the_table_says_that_its_activities_are_mandatory() -> None:
    announcing = paragraph("Adapun hasil identifikasi kegiatan utama Mandatory disajikan pada tabel berikut:")
    data = recognise(document(announcing, table("3", "Prioritas", HEADERS, "1 | Arsip | 10 | 8 | 8 | 26")))

    (activity,) = data.road_map.key_activities
    assert (activity.mandatory, text(activity.mandatory_from)) == (True, "Mandatory")
    assert activity.mandatory_from is not None
    assert activity.mandatory_from.place.line == 1


def test_words_about_both_sorts_or_further_up_say_nothing() -> None:
    both = paragraph("Kegiatan utama mandatory dan inisiatif disajikan pada tabel berikut:")
    further_up = item("1.", "Kegiatan utama mandatory lebih prioritas.")
    rows = "1 | Arsip | 10 | 8 | 8 | 26"

    for before in ((both,), (further_up, heading("3.2 Prioritas", 2)), (further_up, paragraph("Lihat tabel berikut:"))):
        data = recognise(document(*before, table("3", "Prioritas", HEADERS, rows)))
        assert data.road_map.key_activities[0].mandatory is None


def test_section_rows_and_a_column_say_what_is_mandatory() -> None:
    by_section = recognise(
        document(
            table(
                "3",
                "Prioritas",
                HEADERS,
                """
                A | Kegiatan Utama Mandatory | | | |
                SS.1 Tata kelola | < | < | < | < | <
                1 | Arsip | 10 | 8 | 8 | 26
                SS.2 Budaya | < | < | < | < | <
                1 | Merit | 10 | 8 | 8 | 26
                B | Kegiatan Utama Inisiatif Daerah | | | |
                1 | Taman Baca | 1 | 8 | 8 | 17
                """,
            )
        )
    )
    by_column = recognise(
        document(
            table(
                "3",
                "Prioritas",
                "Kegiatan | Sifat | Mandat | Keparahan | Total",
                """
                Arsip | Mandatory | 10 | 8 | 18
                Merit | Inisiatif | 10 | 8 | 18
                Kas | ? | 10 | 8 | 18
                """,
            )
        )
    )

    assert [
        (activity.name.text, text(activity.objective), activity.mandatory, activity.rank)
        for activity in by_section.road_map.key_activities
    ] == [
        ("Arsip", "SS.1 Tata kelola", True, 1),
        ("Merit", "SS.2 Budaya", True, 1),
        ("Taman Baca", None, False, 3),
    ]
    assert by_section.road_map.unplaced == ()
    assert [activity.mandatory for activity in by_column.road_map.key_activities] == [True, False, None]


def test_a_printed_rank_column_is_kept_beside_the_computed_rank() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Prioritas",
                "Kegiatan | Mandat | Keparahan | Total | Peringkat",
                "Arsip | 10 | 8 | 18 | 2\nMerit | 10 | 7 | 17 | 1",
            )
        )
    )

    assert [(activity.rank_printed, activity.rank) for activity in data.road_map.key_activities] == [(2, 1), (1, 2)]


def test_scores_and_targets_in_one_table_are_read_as_both() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Prioritas dan Target",
                "No | Kegiatan Utama | Mandat | Keparahan | Total | Indikator | Target 2025 | Koordinator",
                """
                1 | Arsip | 10 | 8 | 18 | Digitalisasi Arsip | 75 | Dinas Arsip
                  | | | | | Indeks Arsip | 80 | Dinas Arsip
                """,
            )
        )
    )

    (activity,) = data.road_map.key_activities
    assert (activity.total, [text(row.name) for row in activity.indicators]) == (
        Decimal(18),
        ["Digitalisasi Arsip", "Indeks Arsip"],
    )


def test_a_mean_is_no_factor() -> None:
    data = recognise(
        document(table("2", "Prioritas Kegiatan", "Kegiatan | Mandat | Dampak | Rata-rata Skor", "Arsip | 5 | 4 | 4,5"))
    )

    assert data.meanings[0].columns == ("name", "score:mandate", "score:dampak", "mean")
    (activity,) = data.road_map.key_activities
    assert (figure(activity.mean_printed), activity.total_printed, activity.total) == ("4,5", None, Decimal(9))
    assert data.road_map.unplaced == ()


def test_a_factor_that_speaks_of_a_national_mean_is_one() -> None:
    data = recognise(
        document(
            table("2", "Prioritas", "Kegiatan | Mandat | Jarak dari Rata-rata Nasional | Total", "Arsip | 5 | 4 | 9")
        )
    )

    assert [factor.code for factor in data.road_map.factors] == ["mandate", "jarak_dari_rata_rata_nasional"]
