"""How two words differ when one of them may be the other with a slip of the pen."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

# Real words that differ in one letter: never a slip of one another.
_BOTH_REAL = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "penerapan/penetapan menerapkan/menetapkan diterapkan/ditetapkan pengadaan/pengaduan perubahan/perumahan "
        "pendataan/penataan penganggaran/pengangguran penanaman/penajaman penanaman/penamaan peringkat/perangkat "
        "pengawal/mengawal sinergis/sinergi pemberian/pembelian memberi/membeli pertanian/pertanahan tindak/tidak "
        "suatu/satu makna/maka massa/masa pemantauan/pemantapan penilaian/penelitian antar/antara peran/perang "
        "peserta/beserta mengenai/mengenal kelas/keras bahan/bahkan membuat/memuat masukan/masukkan "
    ).split()
)


class Slip(StrEnum):
    SWAPPED = "swapped"  # two neighbouring letters
    DOUBLED = "doubled"  # a letter printed twice or more, or once instead of twice
    DROPPED = "dropped"  # a letter left out or put in
    REPLACED = "replaced"
    SOUND = "sound"  # another spelling of the same sound: "survey", "survei"


def slip(one: str, other: str) -> Slip | None:
    """The one slip by which two words differ, case aside; `None` when they are equal or differ in more."""
    one, other = one.casefold(), other.casefold()
    if one == other or frozenset((one, other)) in _BOTH_REAL:
        return None
    if sound(one) == sound(other):
        return Slip.SOUND
    if _single(one) == _single(other):
        return Slip.DOUBLED
    short, long = sorted((one, other), key=len)
    first = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) - len(short) == 1:
        return Slip.DROPPED if short[first:] == long[first + 1 :] else None
    if len(long) != len(short):
        return None
    if short[first + 1 :] == long[first + 1 :]:
        return Slip.REPLACED
    swapped = short[first + 1 : first + 2] + short[first : first + 1] + short[first + 2 :]
    return Slip.SWAPPED if swapped == long[first:] else None


def is_name_slip(one: str, other: str) -> bool:
    """Whether two one-word names ("Inspektorat", "DPMPTSP") are surely the same name.

    Short names of different units differ in one letter as well ("Dishub", "Dishut"), so they must be long enough.
    """
    length = min(len(one), len(other))
    if one[:1].casefold() != other[:1].casefold() or length < 5 or abs(len(one) - len(other)) > 3:
        return False
    enough = {Slip.SWAPPED: 5, Slip.DOUBLED: 6, Slip.DROPPED: 7, Slip.REPLACED: 9, Slip.SOUND: 7}
    found = slip(one, other)
    return found is not None and length >= enough[found]


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """What a word sounds like: Indonesian spells c/k, v/f, y/i, x/ks and double letters as one where other
    languages do not. "indicator" and "indikator", "negative" and "negatif" sound the same."""
    word = re.sub(r"(?<=[vsl])e$", "", word.casefold()) if word.endswith(("ve", "sue")) else word.casefold()
    for letters, spelled in (("ph", "f"), ("x", "ks"), ("c", "k"), ("q", "k"), ("v", "f"), ("y", "i")):
        word = word.replace(letters, spelled)
    return _single(re.sub(r"(?<=[aiou])e$", "", word))


def _single(word: str) -> str:
    return re.sub(r"(\D)\1+", r"\1", word)
