"""How laws and regulations are called, in full and in short, as data."""

from __future__ import annotations

import re

from petajalan.regulation.recognise.names import plain

# normalised kind, the words for it; the longer ones first where one begins like another
KINDS: tuple[tuple[str, str], ...] = (
    (
        "peraturan pemerintah pengganti undang-undang",
        r"Peraturan Pemerintah Pengganti Undang\s?-\s?Undang|Perp{1,2}u\b",
    ),
    ("undang-undang", r"Undang\s?-\s?Undang|(?-i:\bUU\b)"),
    ("peraturan pemerintah", r"Peraturan Pemerintah|(?-i:\bPP\b)"),
    ("peraturan presiden", r"Peraturan Presiden|Perpres"),
    ("keputusan presiden", r"Keputusan Presiden|Kep{1,2}res"),
    ("instruksi presiden", r"Instruksi Presiden|Inpres"),
    ("peraturan menteri panrb", r"Permen\s?PAN(?:\s?[-&]?\s?(?:dan )?RB)?\b"),
    ("keputusan menteri panrb", r"Kepmen\s?PAN(?:\s?[-&]?\s?(?:dan )?RB)?\b"),
    ("peraturan menteri dalam negeri", r"Permendagri"),
    ("keputusan menteri dalam negeri", r"Kepmendagri"),
    ("peraturan menteri keuangan", r"Permenkeu|(?-i:\bPMK\b)"),
    ("peraturan menteri", r"Peraturan Menteri"),
    ("keputusan menteri", r"Keputusan Menteri"),
    ("surat edaran", r"Surat Edaran"),
    ("peraturan daerah", r"Peraturan Daerah|Perda\b"),
    ("peraturan walikota", r"Peraturan Wali\s?kota|Perwali\b|Perwako\b|Perwal\b"),
    ("peraturan bupati", r"Peraturan Bupati|Perbup\b"),
    ("peraturan gubernur", r"Peraturan Gubernur|Pergub\b"),
    ("keputusan walikota", r"(?:Surat )?Keputusan Wali\s?kota"),
    ("keputusan bupati", r"(?:Surat )?Keputusan Bupati"),
    ("keputusan gubernur", r"(?:Surat )?Keputusan Gubernur"),
    ("instruksi walikota", r"Instruksi Wali\s?kota"),
    ("instruksi bupati", r"Instruksi Bupati"),
    ("instruksi gubernur", r"Instruksi Gubernur"),
    (
        "peraturan badan",
        r"Peraturan (?:Kepala )?(?:Badan|Lembaga|Arsip|Komisi|Ombudsman|Kepolisian|LAN|BKN|BPKP|BPS|LKPP)",
    ),
    ("keputusan badan", r"Keputusan (?:Kepala )?(?:Badan|Lembaga|Arsip|Komisi)"),
    ("keputusan", r"(?:Surat )?Keputusan"),
    ("instruksi", r"Instruksi"),
    ("surat", r"Surat"),
)
ANY_KIND = "|".join(pattern for _, pattern in KINDS)
_EACH = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in KINDS)
_PANRB = re.compile(r"pendayagunaan aparatur|\bpan ?rb\b|\bpan dan rb\b")
_ISSUED_BY = ("peraturan menteri", "keputusan menteri", "peraturan badan", "keputusan badan")


def kind_of(words: str, issuer: str) -> str:
    """The normalised kind; for ministries and bodies with the issuer ("peraturan menteri dalam negeri")."""
    kind = next(kind for kind, pattern in _EACH if pattern.fullmatch(words.strip()))
    if kind not in _ISSUED_BY:
        return kind
    if kind.endswith("menteri") and _PANRB.search(plain(issuer)):
        return f"{kind} panrb"
    body = plain(issuer).removesuffix(" republik indonesia")
    return f"{kind} {body}".strip() if kind.endswith("menteri") else f"{plain(words)} {body}".strip()
