from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, heading, item, paragraph, table


def test_articles_end_at_the_next_one_and_at_the_closing_formula() -> None:
    data = recognise(
        document(
            heading("Pasal 1", 2),
            paragraph("Dalam peraturan ini:"),
            item("1.", "Daerah adalah Kota Contoh."),
            heading("Pasal 2A", 2),
            paragraph("Road map menjadi pedoman."),
            paragraph("Agar setiap orang mengetahuinya, memerintahkan pengundangan."),
            paragraph("Ditetapkan di Contoh"),
        )
    )

    assert [(article.number, article.place.line, article.blocks) for article in data.articles] == [
        ("1", 1, (1, 2)),
        ("2A", 4, (4,)),
    ]
    assert data.sections == ()


def test_chapters_and_sections_hold_their_own_text_only() -> None:
    data = recognise(
        document(
            heading("BAB I PENDAHULUAN", 1),
            heading("1.1 Latar Belakang", 2),
            paragraph("Satu."),
            heading("BAB III: AGENDA", 1),
            paragraph("Dua."),
            heading("3.1. Sasaran", 2),
            heading("3.1.1 Indikator", 3),
            table("3.1", "Sasaran", "Sasaran | Indikator | Target 2025", "A | B | 1"),
            heading("B. Pelaksanaan", 2),
            heading("Penutup", 2),
        )
    )

    assert [(section.number, section.title, section.level, section.blocks) for section in data.sections] == [
        ("I", "PENDAHULUAN", 1, ()),
        ("1.1", "Latar Belakang", 2, (2,)),
        ("III", "AGENDA", 1, (4,)),
        ("3.1", "Sasaran", 2, ()),
        ("3.1.1", "Indikator", 3, (7, 8)),
        ("B", "Pelaksanaan", 2, ()),
        ("", "Penutup", 2, ()),
    ]


def test_the_annex_ends_the_last_article() -> None:
    data = recognise(document(heading("Pasal 5", 2), paragraph("Berlaku."), heading("LAMPIRAN"), paragraph("Isi.")))

    assert [article.blocks for article in data.articles] == [(1,)]
