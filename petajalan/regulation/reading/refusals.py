"""Why a file cannot be read: each reason has a stable code and a sentence that says what to do."""

from __future__ import annotations

from petajalan.regulation.document import UnusableFile

MESSAGES: dict[str, tuple[str, str]] = {
    "empty": (
        "Berkas kosong. Periksa berkas di komputer Anda lalu unggah lagi.",
        "The file is empty. Check the file on your computer and upload it again.",
    ),
    "too_large": (
        "Berkas terlalu besar ({size} MB, batas {limit} MB). Kecilkan gambar di dalamnya atau unggah bagian lampiran "
        "saja.",
        "The file is too large ({size} MB, the limit is {limit} MB). Shrink its pictures or upload the annex only.",
    ),
    "unknown_format": (
        "Jenis berkas tidak dikenali. Unggah peraturan sebagai DOCX, PDF, XLSX, atau teks (Markdown).",
        "The kind of file is not known. Upload the regulation as DOCX, PDF, XLSX or text (Markdown).",
    ),
    "old_office": (
        "Berkas Office format lama (.doc, .xls) tidak dapat dibaca. Buka di Word atau Excel lalu simpan sebagai DOCX "
        "atau XLSX.",
        "Old Office files (.doc, .xls) cannot be read. Open it in Word or Excel and save it as DOCX or XLSX.",
    ),
    "not_text": (
        "Berkas ini bernama teks tetapi isinya bukan teks. Unggah berkas aslinya dengan nama yang benar.",
        "This file is named as text but does not hold text. Upload the original file under its proper name.",
    ),
    "no_text": (
        "Tidak ada teks di dalam berkas. Jika ini hasil pindai, jalankan OCR lebih dahulu atau unggah naskah DOCX-nya.",
        "There is no text in the file. If it is a scan, run OCR on it first or upload the DOCX manuscript.",
    ),
    "damaged": (
        "Berkas rusak dan tidak dapat dibuka. Buka di aplikasi asalnya, simpan ulang, lalu unggah lagi.",
        "The file is damaged and cannot be opened. Open it in its own application, save it again and upload that.",
    ),
    "encrypted": (
        "Berkas terkunci dengan kata sandi. Simpan salinan tanpa kata sandi lalu unggah salinan itu.",
        "The file is locked with a password. Save a copy without a password and upload that copy.",
    ),
    "too_many_pages": (
        "Berkas memuat {count} halaman atau lembar, batasnya {pages}. Unggah bagian peraturan road map saja.",
        "The file has {count} pages or sheets, the limit is {pages}. Upload only the road map regulation itself.",
    ),
    "too_many_cells": (
        "Tabel di dalam berkas memuat lebih dari {cells} sel. Hapus lembar atau tabel yang bukan bagian peraturan.",
        "The tables in the file hold more than {cells} cells. Remove sheets or tables that are no part of it.",
    ),
    "too_much_text": (
        "Teks di dalam berkas lebih dari {characters} karakter. Unggah bagian peraturan road map saja.",
        "The file holds more than {characters} characters of text. Upload only the road map regulation itself.",
    ),
    "unpacks_too_large": (
        "Isi berkas ini membengkak di luar kewajaran bila dibuka. Simpan ulang dari Word atau Excel lalu unggah lagi.",
        "The content of this file swells beyond reason when unpacked. Save it again from Word or Excel and upload it.",
    ),
    "unsafe_content": (
        "Berkas merujuk isi dari luar dirinya sehingga tidak dibuka. Simpan ulang dari Word atau Excel lalu unggah "
        "lagi.",
        "The file refers to content outside itself and was not opened. Save it again from Word or Excel and upload it.",
    ),
    "macros": (
        "Dokumen Word memuat makro sehingga tidak dibuka. Simpan sebagai DOCX tanpa makro lalu unggah lagi.",
        "The Word document holds macros and was not opened. Save it as DOCX without macros and upload that.",
    ),
    "too_slow": (
        "Pembacaan dihentikan setelah {seconds} detik. Unggah bagian peraturan road map saja atau naskah DOCX-nya.",
        "Reading was stopped after {seconds} seconds. Upload only the road map regulation, or its DOCX manuscript.",
    ),
}


def refuse(code: str, **values: object) -> UnusableFile:
    """The error to raise for this reason."""
    message_id, message_en = MESSAGES[code]
    return UnusableFile(code, message_id.format(**values), message_en.format(**values))
