"""Codes of the regulation as words a person reads, in the language of the page."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.translation import get_language, gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import Reading, State
from petajalan.regulation.data import TableKind, TeamKind
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Severity, Words

TABLE_KINDS = {
    TableKind.INTERIM_RESULTS: _("Hasil antara"),
    TableKind.GOALS: _("Tujuan"),
    TableKind.OBJECTIVES: _("Sasaran strategis"),
    TableKind.PRIORITIES: _("Prioritas kegiatan utama"),
    TableKind.KEY_ACTIVITIES: _("Target kegiatan utama"),
    TableKind.THEMES: _("Target tema"),
    TableKind.TEAMS: _("Susunan tim"),
    TableKind.UNKNOWN: _("Belum dikenali"),
}

COLUMNS = {
    "no": _("nomor"),
    "name": _("nama"),
    "national_name": _("nama nasional"),
    "indicator": _("indikator"),
    "national_indicator": _("indikator nasional"),
    "unit": _("satuan"),
    "scale": _("skala"),
    "baseline": _("baseline"),
    "target": _("target"),
    "national_target": _("target nasional"),
    "value": _("nilai"),
    "actual": _("realisasi"),
    "source": _("sumber data"),
    "coordinator": _("koordinator"),
    "implementers": _("pelaksana"),
    "objective": _("sasaran"),
    "mandatory": _("mandatory"),
    "rank": _("peringkat"),
    "score": _("skor"),
    "total": _("total skor"),
    "role": _("kedudukan dalam tim"),
    "position": _("kedudukan dalam jabatan"),
    "person": _("orang"),
    "team": _("tim"),
}

FACTORS = {"mandate": _("mandat"), "severity": _("keparahan"), "urgency": _("waktu")}

TEAM_KINDS = {
    TeamKind.SECRETARIAT: _("Kesekretariatan (STU)"),
    TeamKind.GENERAL: _("RB General"),
    TeamKind.THEMATIC: _("RB Tematik"),
    TeamKind.EVALUATION: _("Evaluasi"),
    TeamKind.OTHER: _("Lainnya"),
}

ROLES = {
    "chair": _("Ketua"),
    "vice_chair": _("Wakil ketua"),
    "secretary": _("Sekretaris"),
    "member": _("Anggota"),
    "coordinator": _("Koordinator"),
    "steering": _("Pengarah"),
    "patron": _("Pembina"),
    "responsible": _("Penanggung jawab"),
}

ACRONYMS = {"panrb", "pan", "rb", "kpk", "bpk", "bpkp", "bkn", "lan", "bps", "ri"}

UNITS = {"percent": _("persen"), "rupiah": _("rupiah"), "level": _("level")}

REASONS = {
    "plus_minus_lost": _("tanda ± mungkin hilang"),
    "ambiguous_separator": _("titik atau koma dapat berarti ribuan atau desimal"),
    "range_reversed": _("batas bawah lebih besar daripada batas atas"),
    "several_values": _("ada beberapa angka dalam satu sel"),
    "ambiguous_sign": _("tandanya tidak jelas"),
    "fraction": _("tertulis sebagai pecahan"),
    "too_large": _("angkanya terlalu besar"),
    "unreadable": _("tulisannya tidak dikenali sebagai angka"),
}

DOUBTS = {
    "decimal_point": _("titik dibaca sebagai koma desimal"),
    "approximate": _("tertulis sebagai perkiraan"),
    "thousands_percent": _("persen dengan pemisah ribuan"),
}

SEVERITIES = {
    Severity.ERROR: _("Kesalahan"),
    Severity.WARNING: _("Peringatan"),
    Severity.NOTE: _("Catatan"),
}

IDENTITY_PARTS = {
    "body": _("Halaman judul"),
    "annex": _("Kepala lampiran"),
    "gazette": _("Berita daerah"),
    "article": _("Menetapkan"),
}

LEGAL_PLACES = {
    "considering": _("Menimbang"),
    "legal_basis": _("Mengingat"),
    "legal_basis_section": _("Dasar hukum dalam lampiran"),
    "text": _("Naskah"),
}

INDONESIAN = str.maketrans(",.", ".,")


def in_language(words: Words) -> str:
    return words.en if is_english() else words.id


def is_english() -> bool:
    return (get_language() or "id").startswith("en")


def number(value: Decimal) -> str:
    """1250.50 -> "1.250,5" (English: "1,250.5"), every digit kept but trailing zeros."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if is_english() else text.translate(INDONESIAN)


def column(meaning: str) -> str:
    """What a column was taken for: "target:2023" -> "target 2023"; "" when it could not be placed."""
    concept, _colon, detail = meaning.partition(":")
    if not concept:
        return gettext("tidak dikenali")
    words = str(COLUMNS.get(concept, concept.replace("_", " ")))
    if concept == "score":
        detail = str(FACTORS.get(detail, detail.replace("_", " ")))
    return f"{words} {detail}".strip()


def law_kind(kind: str) -> str:
    """ "peraturan menteri panrb" -> "Peraturan Menteri PANRB"."""
    return re.sub(r"[a-z]+", lambda word: word[0].upper() if word[0] in ACRONYMS else word[0].capitalize(), kind)


def role(code: str) -> str:
    return str(ROLES.get(code, code.replace("_", " ").capitalize()))


def reading(read: Reading) -> str:
    """What was read, in words: the number with its unit, the level, or what keeps it from being known."""
    match read.state:
        case State.NOT_SET:
            return gettext("belum ada")
        case State.NOT_AVAILABLE:
            return gettext("tidak tersedia")
        case State.TEXT:
            return gettext("pernyataan, tanpa angka untuk dihitung")
        case State.REFUSED:
            return _refusal(read)
    parts = [_amount(read)] if _amount(read) else []
    if read.level:
        parts.append(gettext("tingkat %(level)s") % {"level": read.level})
    if read.label and read.label != read.level:
        parts.append(f"“{read.label}”")
    parts += [str(DOUBTS.get(code, code)) for code in read.warnings]
    return " · ".join(parts)


def _amount(read: Reading) -> str:
    unit = f" {UNITS.get(read.unit, read.unit)}" if read.unit else ""
    if read.value is None:
        if read.low is None or read.high is None:
            return ""
        bounds = {"low": number(read.low), "high": number(read.high)}
        return gettext("%(low)s sampai %(high)s") % bounds + unit
    amount = (
        f"{UNITS['level']} {number(read.value)}".capitalize() if read.unit == "level" else number(read.value) + unit
    )
    if read.low is not None:
        words = gettext("lebih dari %(amount)s") if read.exclusive else gettext("paling rendah %(amount)s")
    elif read.high is not None:
        words = gettext("kurang dari %(amount)s") if read.exclusive else gettext("paling tinggi %(amount)s")
    else:
        words = "%(amount)s"
    return words % {"amount": amount}


def _refusal(read: Reading) -> str:
    why = str(REASONS.get(read.reason or "", (read.reason or "").replace("_", " ")))
    text = gettext("tidak dapat dipastikan: %(why)s") % {"why": why}
    if read.proposal is None:
        return text
    low, high = read.proposal
    meant = (
        number(low) if high is None else gettext("%(low)s sampai %(high)s") % {"low": number(low), "high": number(high)}
    )
    return f"{text}; " + gettext("mungkin %(meant)s") % {"meant": meant}


def place(at: Place) -> str:
    """ "Tabel 3.3, baris 4, kolom 6 · baris berkas 519"."""
    inside = []
    if at.table:
        inside.append(table_name(at.table))
        if at.row:
            inside.append(gettext("baris %(row)d") % {"row": at.row})
        elif at.row == 0:
            inside.append(gettext("kepala tabel"))
        if at.column and at.row is not None:
            inside.append(gettext("kolom %(column)d") % {"column": at.column})
    parts = [", ".join(inside)] if inside else []
    if where := file_place(at):
        parts.append(where)
    return " · ".join(parts) or gettext("seluruh naskah")


def file_place(at: Place) -> str:
    """ "baris berkas 519", "halaman 12", or "" when the file tells neither."""
    if at.page is not None:
        return gettext("halaman %(page)d") % {"page": at.page}
    if at.line is not None:
        return gettext("baris berkas %(line)d") % {"line": at.line}
    return ""


def table_name(name: str) -> str:
    """A table as its caption numbers it, or by its position when it has no number."""
    if name.startswith("#"):
        return gettext("Tabel ke-%(position)s (tanpa nomor)") % {"position": name[1:]}
    return gettext("Tabel %(number)s") % {"number": name}


def counted(severity: Severity, count: int) -> str:
    """ "12 kesalahan"."""
    match severity:
        case Severity.ERROR:
            return ngettext("%(count)d kesalahan", "%(count)d kesalahan", count) % {"count": count}
        case Severity.WARNING:
            return ngettext("%(count)d peringatan", "%(count)d peringatan", count) % {"count": count}
    return ngettext("%(count)d catatan", "%(count)d catatan", count) % {"count": count}


def findings_sentence(errors: int, warnings: int, notes: int) -> str:
    """ "96 temuan: 12 kesalahan, 50 peringatan, 34 catatan." """
    total = errors + warnings + notes
    if not total:
        return gettext("Tidak ada temuan.")
    kinds = ((Severity.ERROR, errors), (Severity.WARNING, warnings), (Severity.NOTE, notes))
    listed = ", ".join(counted(severity, count) for severity, count in kinds if count)
    if sum(1 for _kind, count in kinds if count) == 1:
        return f"{listed}."
    whole = ngettext("%(count)d temuan", "%(count)d temuan", total) % {"count": total}
    return pgettext("jumlah temuan: rinciannya", "%(whole)s: %(listed)s.") % {"whole": whole, "listed": listed}


def file_size(size: int) -> str:
    if size < 1024:
        return gettext("%(size)d bita") % {"size": size}
    if size < 1024 * 1024:
        return f"{number(Decimal(size) // 1024)} kB"
    return f"{number((Decimal(size) / (1024 * 1024)).quantize(Decimal('0.1')))} MB"
