"""Which way is better for an indicator, from what is known of it or from its own words."""

from __future__ import annotations

import re

from petajalan.regulation.findings.tables.indicators import Indicators
from petajalan.regulation.recognise.names import plain

_LOWER = re.compile(
    r"^(?:(?:persentase|tingkat|angka|laju|prevalensi|jumlah|rasio|indeks|kasus|penduduk|balita) )*"
    r"(?:kemiskinan|miskin|pengangguran|stunting|inflasi|gini|ketimpangan|kesenjangan|kematian|"
    r"(?:kedalaman|keparahan)(?:$| kemiskinan)|gizi buruk|kerugian|pelanggaran|kemacetan|putus sekolah|"
    r"kejahatan|kecelakaan)\b"
)
_UNCLEAR = re.compile(r"\b(?:temuan|kasus|pengaduan|keluhan|waktu|lama|biaya|sisa|beban|risiko|angka)\b")
_HIGHER = re.compile(
    r"^(?:indeks|nilai|skor|survei|tingkat|level|opini|predikat|persentase|cakupan|jumlah|realisasi|kualitas|"
    r"kepatuhan|maturitas|kapabilitas|capaian|tindak lanjut|pertumbuhan|rata rata|kematangan|laju pertumbuhan)\b"
)


def direction_of(name: str, indicators: Indicators) -> str | None:
    """ "higher", "lower" or "range"; `None` when neither the reference nor the name tells."""
    known = indicators.known(name)
    if known and known.direction:
        return known.direction
    words = plain(re.sub(r"\([^()]*\)", " ", name))
    if _LOWER.match(words):
        return "lower"
    if _UNCLEAR.search(words):
        return None
    return "higher" if _HIGHER.match(words) else None
