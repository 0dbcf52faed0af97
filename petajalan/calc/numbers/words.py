"""The words that stand in a figure's place or beside it: grades, opinions, class names, marks of absence."""

from __future__ import annotations

import re

_LETTER = re.compile(r"AA|A-?|BB|B[-+]?|CC|C-?|[DEF]")

_OPINIONS = {
    "wtp": "WTP",
    "wtp-dpp": "WTP-DPP",
    "wtp dpp": "WTP-DPP",
    "wdp": "WDP",
    "tw": "TW",
    "tmp": "TMP",
    "wajar tanpa pengecualian": "WTP",
    "wajar dengan pengecualian": "WDP",
    "tidak wajar": "TW",
    "tidak memberikan pendapat": "TMP",
    "tidak menyatakan pendapat": "TMP",
    "disclaimer": "TMP",
}

_CLASS = re.compile(
    r"(?:(?:sangat|amat|cukup|kurang|agak|tidak) )?"
    r"(?:baik|tinggi|sedang|rendah|memuaskan|buruk|sehat|rentan|inovatif|informatif|puas|memadai)"
    r"(?: sekali)?(?: \(?dengan catatan\)?)?"
    r"|(?:sangat )?(?:cukup|kurang)|(?:ter)?(?:tinggi|rendah)|istimewa|(?:pelayanan )?prima|gagal|unggul|maju"
    r"|rintisan|berkembang|terdefinisi|terkelola(?: (?:dan|&) terukur)?|optimum"
    r"|terjaga|waspada|hijau|kuning|merah|dasar|lanjutan|menengah|menuju informatif",
    re.IGNORECASE,
)

_ABSENT = re.compile(r"\(?[-–—−‐‑]*\)?|\.{2,}|…|belum (?:ada|ditetapkan|diisi)", re.IGNORECASE)
_UNAVAILABLE = re.compile(
    r"#?n\s*[./]?\s*a\.?|(?:data )?(?:belum|tidak) tersedia|(?:belum|tidak) (?:dinilai|diukur|ada data)",
    re.IGNORECASE,
)

# A share of ministries, regions or agencies tells of others, not of the agency whose road map this is.
_OTHERS = re.compile(r"\b(?:kab|kabupaten|kota|provinsi|kementerian|lembaga|pemda|pemerintah daerah|instansi)\b", re.I)
_GRADE_WITHIN = re.compile(
    r"\b(?:(?:sangat|cukup|kurang|tidak) )?(?:baik|tinggi|memuaskan|sehat)\b|\b(?:WTP|WDP|AA|BB|CC)\b|\b[AB]$", re.I
)


def is_absent(text: str) -> bool:
    return _ABSENT.fullmatch(text) is not None


def is_unavailable(text: str) -> bool:
    return _UNAVAILABLE.fullmatch(text) is not None


def letter(text: str) -> str | None:
    """A letter grade or an audit opinion in its short form: "BB", "Wajar Tanpa Pengecualian" -> "WTP"."""
    if _LETTER.fullmatch(text):
        return text
    return _OPINIONS.get(text.casefold())


def class_name(text: str) -> str | None:
    """A class that is named with words ("Sangat Baik", "Terdefinisi"), as printed."""
    return text if _CLASS.fullmatch(text) else None


def speaks_of_others(text: str) -> bool:
    return _OTHERS.search(text) is not None


def grade_within(text: str) -> str | None:
    """The grade named inside a phrase: "Kab/Kota Minimal Baik" -> "Baik"."""
    found = _GRADE_WITHIN.search(text)
    return found.group() if found else None
