"""Documents that must be drawn up, laid down or not; sentences that refer to themselves."""

import pytest

from tests.regulation.building import caption, heading, item, paragraph, table
from tests.regulation.findings.text.checking import printed, said

DUTY = item("c.", "Menyusun rencana aksi pada masing-masing indikator;", 1)
JUDGED = item("d.", "Melaksanakan evaluasi pada rencana aksi.", 1)


def test_an_action_plan_that_nothing_describes():
    assert said("undefined_duty", DUTY, JUDGED) == [
        (
            "Rencana aksi wajib disusun, tetapi isi, bentuk, dan batas waktunya tidak diatur.",
            ["rencana aksi", "rencana aksi"],
        )
    ]


@pytest.mark.parametrize(
    "part",
    [
        heading("4.3 Rencana Aksi", 2),
        caption("Tabel 4.2 Format Rencana Aksi"),
        table("4.2", "Kegiatan", "No | Rencana Aksi", "1 | Pendataan"),
        paragraph("Rencana aksi disampaikan paling lambat tanggal 31 Januari."),
        paragraph("Rencana aksi paling sedikit memuat kegiatan dan anggaran."),
        item("1.", "Rencana Aksi adalah rincian kegiatan satu tahun.", 1),
    ],
)
def test_an_action_plan_that_is_laid_down(part):
    assert printed("undefined_duty", DUTY, JUDGED, part) == []


def test_a_plan_that_nobody_has_to_draw_up():
    assert printed("undefined_duty", paragraph("Pemerintah telah menyusun rencana aksi stunting."), JUDGED) == []


PLAN = paragraph("Setiap Perangkat Daerah wajib menyusun Rencana Tindak Pengendalian.")
TASKS = paragraph("Tim Sekretariat bertugas:")
GUIDE = item("a.", "menyusun pedoman teknis pengendalian gratifikasi;", 1)


def test_a_document_of_any_name_that_nothing_describes():
    assert said("undefined_duty", PLAN, TASKS, GUIDE) == [
        (
            "“Rencana Tindak Pengendalian” wajib disusun, tetapi isi, bentuk, dan batas waktunya tidak diatur.",
            ["Rencana Tindak Pengendalian"],
        ),
        (
            "“pedoman teknis pengendalian gratifikasi” wajib disusun, tetapi isi, bentuk, dan batas waktunya tidak "
            "diatur.",
            ["pedoman teknis pengendalian gratifikasi"],
        ),
    ]


@pytest.mark.parametrize(
    "part",
    [
        heading("4.3 Rencana Tindak Pengendalian", 2),
        caption("Tabel 4.2 Bentuk Rencana Tindak Pengendalian"),
        table("4.2", "Kegiatan", "No | Rencana Tindak Pengendalian", "1 | Pendataan"),
        paragraph("Rencana tindak pengendalian disampaikan paling lambat tanggal 31 Januari."),
        paragraph("Rencana tindak pengendalian memuat risiko, pemilik risiko, dan jadwal."),
        item("1.", "Rencana Tindak Pengendalian adalah rincian pengendalian satu tahun.", 1),
    ],
)
def test_a_named_document_that_is_laid_down(part):
    assert printed("undefined_duty", PLAN, part) == []


@pytest.mark.parametrize(
    "part",
    [
        paragraph("Dinas Kesehatan telah menyusun pedoman teknis pencegahan stunting."),  # told, no duty
        paragraph("Perangkat Daerah wajib menyusun Rencana Strategis Perangkat Daerah."),  # other laws lay it down
        paragraph("Tim wajib menyusun pedoman teknis sesuai dengan ketentuan peraturan perundang-undangan."),
        paragraph("Perangkat Daerah wajib menyusun pedoman."),  # of no name
        item("a.", "menyusun pedoman teknis pencegahan stunting;", 1),  # in no list of duties
    ],
)
def test_words_that_oblige_nobody_to_an_unknown_document(part):
    assert printed("undefined_duty", part) == []


def test_circular():
    circular = item("d.", "Melaksanakan Rencana aksi yang telah ditetapkan pada rencana aksi; dan", 1)
    assert printed("circular_statement", circular) == [["Rencana aksi yang telah ditetapkan pada rencana aksi"]]
    assert printed("circular_statement", paragraph("Rencana aksi yang ditetapkan dalam keputusan wali kota.")) == []
