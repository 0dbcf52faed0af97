"""What the reading wants a person to know about a file that it could read."""

from __future__ import annotations

from petajalan.regulation.document import Notice, Place

MESSAGES: dict[str, tuple[str, str]] = {
    "macros_ignored": (
        "Berkas memuat makro. Makro tidak dijalankan dan tidak dibaca.",
        "The file holds macros. They were neither run nor read.",
    ),
    "table_not_found": (
        "Judul {table} tidak diikuti tabel bergaris yang dapat dibaca. Periksa apakah garis tabelnya lengkap, atau "
        "unggah naskah DOCX-nya.",
        "No ruled table that could be read follows the caption of {table}. Check that its lines are complete, or "
        "upload the DOCX manuscript.",
    ),
    "page_without_text": (
        "Halaman {page} hanya berisi gambar dan tidak dapat dibaca. Jalankan OCR atau unggah naskah DOCX-nya.",
        "Page {page} holds only a picture and could not be read. Run OCR on it or upload the DOCX manuscript.",
    ),
    "hidden_sheet": (
        'Lembar tersembunyi "{sheet}" tidak dibaca. Tampilkan lembar itu lalu unggah lagi bila isinya diperlukan.',
        'The hidden sheet "{sheet}" was not read. Unhide it and upload again if it is needed.',
    ),
    "formulas": (
        'Lembar "{sheet}" memuat {count} rumus. Yang dibaca adalah hasil terakhir yang tersimpan.',
        'The sheet "{sheet}" holds {count} formulas. Their last stored results were read.',
    ),
    "formula_without_result": (
        "Rumus {formula} tidak menyimpan hasil. Buka di Excel, simpan, lalu unggah lagi.",
        "The formula {formula} has no stored result. Open the file in Excel, save it and upload it again.",
    ),
}


def notice(code: str, place: Place, **values: object) -> Notice:
    message_id, message_en = MESSAGES[code]
    return Notice(code, message_id.format(**values), message_en.format(**values), place)
