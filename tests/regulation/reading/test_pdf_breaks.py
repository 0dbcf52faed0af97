"""Words that a narrow cell cuts in two without a hyphen."""

import pytest

from petajalan.regulation.reading.pdf_breaks import Cuts
from petajalan.regulation.reading.pdf_lines import TextLine
from petajalan.regulation.reading.pdf_page import Word

LETTER = 5.0  # points


def line(text: str, top: float) -> TextLine:
    words: list[Word] = []
    x = 0.0
    for word in text.split():
        words.append(Word(word, x, x + LETTER * len(word), top, top + 8))
        x += LETTER * (len(word) + 1)
    return TextLine(words)


SHOWN = [([line("Sasar", 10), line("an", 20)], 5 * LETTER + 1)] * 3  # cells that plainly cut a word


@pytest.mark.parametrize(
    ("texts", "known", "cuts"),
    [
        (("Indikato", "r Kinerja"), {"indikator", "kinerja"}, {0}),
        (("Indikato", "r Kinerja"), set(), {0}),
        (("Pelayana", "n"), {"pelayanan"}, {0}),
        (("Satu Dat", "a"), {"satu", "data"}, set()),  # two words on the line: it broke between words
        (("Kegiatan", "Utama"), {"kegiatan", "utama"}, set()),
        (("Baseline", "2022"), {"baseline"}, set()),
        (("Nilai", "r"), {"nilai"}, set()),  # room enough for the letter
        (("Reformas", "i Birokr", "asi"), {"reformasi", "birokrasi"}, {0}),
        (("Statisti", "k", "Sektoral"), set(), {0}),
        (("ligabela", "smakan"), set(), {0}),  # no word begins with "sm", and "ligabela" is none
        (("sumberda", "pemetaan"), set(), set()),  # too long for the end of a word
        (("Kegiatan", "lanjut"), {"kegiatan", "selanjutnya"}, set()),
        (("XYBerAKH", "LAK"), set(), {0}),
        (("Pengawas", ")"), set(), {0}),
        (("Pengawas", "**"), set(), {0}),
        (("123456,7", "8%"), set(), {0}),
        (("123456,7", "3,60"), set(), set()),  # two numbers
        (("12345678", "75"), set(), set()),
    ],
)
def test_cut_words(texts, known, cuts):
    lines = [line(text, 10.0 * number) for number, text in enumerate(texts)]
    assert Cuts(known | {"sasaran"}, SHOWN).within(lines, 8 * LETTER + 1) == cuts


@pytest.mark.parametrize(
    ("texts", "cut"),
    [
        (("202", "5"), True),
        (("2024", "2025"), False),
        (("1.2", "50"), True),
        (("250", "300"), False),
        (("Rp1,", "25 triliun"), True),
    ],
)
def test_cut_numbers(texts, cut):
    lines = [line(text, 10.0 * number) for number, text in enumerate(texts)]
    assert Cuts(set()).within(lines, LETTER * len(texts[0]) + 1) == ({0} if cut else set())


def test_a_column_as_wide_as_its_longest_word_cuts_none():
    lines = [line("CAPAIAN", 10), line("AWAL", 20)]
    assert Cuts({"sasaran"}, SHOWN[:2]).within(lines, 7 * LETTER + 1) == set()
    assert Cuts({"sasaran"}, SHOWN).within(lines, 7 * LETTER + 1) == {0}
    assert Cuts({"sasaran", "awal"}, SHOWN).within(lines, 7 * LETTER + 1) == set()
