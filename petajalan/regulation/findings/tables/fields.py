"""The fields of policy that names speak of: what a theme is about, and what an indicator measures.

The growth of the economy measures several of them a little, so it contradicts only the others.
"""

from __future__ import annotations

import re

_ECONOMY = r"|pertumbuhan ekonomi|pdrb"
_FIELDS = {
    "poverty": r"miskin|kemiskinan|gini|ketimpangan|kesejahteraan sosial|bantuan sosial|p3ke" + _ECONOMY,
    "investment": r"investasi|penanaman modal|pmdn|pma|perizinan berusaha|nib" + _ECONOMY,
    "digital": r"digital\w*|spbe|elektronik|teknologi informasi|tik|e government|smart city|aplikasi",
    "stunting": r"stunting|gizi|balita|ibu hamil",
    "domestic products": r"produk dalam negeri|pdn|p3dn|tkdn|produk lokal" + _ECONOMY,
    "inflation": r"inflasi|harga|ihk" + _ECONOMY,
    "education": r"pendidikan|sekolah|literasi|guru|siswa",
    "employment": r"pengangguran|ketenagakerjaan|tenaga kerja|tpt" + _ECONOMY,
    "food": r"ketahanan pangan|pangan|pertanian",
    "environment": r"lingkungan hidup|sampah|emisi|air bersih|sanitasi",
}
_PATTERNS = {field: re.compile(rf"\b(?:{words})\b") for field, words in _FIELDS.items()}


def fields_of(words: str) -> frozenset[str]:
    """The fields named in plain words; empty when none of them is known."""
    return frozenset(field for field, pattern in _PATTERNS.items() if pattern.search(words))
