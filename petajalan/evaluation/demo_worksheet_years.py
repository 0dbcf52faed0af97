"""What the worksheets of the demonstration say, year by year: made up, but for what the city's own indicators know.

The weights are not the ministry's: those of cities were not found in any source. They are made up so that they sum to
the totals that are known (general 100 with strategy 10, thematic 20), and each instrument says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

NOTE = (
    "Data simulasi: bobot tiap butir dan angka tiap opini BPK di sini bukan bobot Kementerian PANRB, melainkan dibuat"
    " untuk mencoba aplikasi."
)
SECTIONS = {"B": 40, "B-hard": 32, "B-soft": 8, "C": 50, "C-hard": 28, "C-soft": 22}
WEIGHTS = {
    "A1": 3, "A2": 7,
    "B1": 2, "B2": 2, "B3": 5, "B4": 3, "B5": 5, "B7": 2, "B8": 2, "B11": 2, "B12": 2, "B13": 2, "B14": 2, "B15": 3,
    "B16": 4, "B17": 2, "B18": 2,
    "C1": 9, "C2-makro": 5, "C2-nonmakro": 5, "C3a": 5, "C3b": 4, "C4": 4, "C5": 10, "C6": 8,
}  # fmt: skip
STRATEGY, IMPACT = 1, 3  # of each thematic item
LEVELS = {"WTP": 100, "WDP": 60, "TW": 30, "TMP": 0}


@dataclass(frozen=True, slots=True)
class WorksheetYear:
    """By item: a number with a decimal comma, or a level.

    known     items whose value the city's indicators know for the year
    carried   items whose value of the year before stands for this one too
    own       the other items that the city assessed itself
    official  what the national evaluator gave; with it the worksheet is final
    """

    year: int
    at: date
    own: Mapping[str, str]
    internal: Mapping[str, str]
    scenarios: tuple[tuple[str, Mapping[str, str]], ...]
    known: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    official: Mapping[str, str] = field(default_factory=dict)
    official_at: date | None = None

    @property
    def code(self) -> str:
        return f"lke-{self.year}-kabkota"


# fmt: off
FIRST = WorksheetYear(
    year=2023,
    at=date(2024, 3, 12),
    known=("B5", "B14", "B15", "B16", "B17", "B18", "C1", "C4", "C5", "C6"),
    carried=("B1", "B3", "B8", "B13", "C3a", "C3b"),
    own={
        "A1": "62", "A2": "70", "B2": "1,8", "B4": "0,5", "B7": "2,3", "B11": "3,4", "B12": "42,5", "C2-makro": "50",
        "C2-nonmakro": "58,3", "T1-strategi": "66", "T2-strategi": "60", "T3-strategi": "68", "T4a-strategi": "62",
        "T4b-strategi": "70", "T1-dampak": "42", "T2-dampak": "35", "T3-dampak": "38", "T4a-dampak": "44",
        "T4b-dampak": "52",
    },
    internal={"A1": "58", "A2": "66", "B2": "1,6", "B5": "70,2", "B15": "55", "C2-nonmakro": "54", "T1-strategi": "63"},
    scenarios=(("SPBE mencapai 3", {"C1": "3", "B7": "3"}),),
    official={
        "A1": "52", "A2": "54", "B1": "100", "B2": "1,4", "B3": "2", "B4": "0,2", "B5": "70,9", "B7": "2,1",
        "B8": "73,1", "B11": "3,1", "B12": "38,6", "B13": "30", "B14": "2,41", "B15": "57,4", "B16": "281",
        "B17": "4,21", "B18": "82,36", "C1": "2,79", "C2-makro": "37,5", "C2-nonmakro": "43,8", "C3a": "WTP",
        "C3b": "72,4", "C4": "63,4", "C5": "71,05", "C6": "84,72", "T1-strategi": "58", "T2-strategi": "52",
        "T3-strategi": "60", "T4a-strategi": "55", "T4b-strategi": "62", "T1-dampak": "30", "T2-dampak": "22",
        "T3-dampak": "25", "T4a-dampak": "30", "T4b-dampak": "38",
    },
    official_at=date(2024, 3, 28),
)
SECOND = WorksheetYear(
    year=2024,
    at=date(2024, 12, 16),
    own={
        "A1": "78", "A2": "84,5", "B1": "100", "B2": "3,4", "B3": "3,05", "B4": "1,2", "B5": "71,64", "B7": "2,6",
        "B8": "75,2", "B11": "4,1", "B13": "68,9", "B14": "2,66", "B15": "63,7", "B16": "289", "B17": "4,25",
        "B18": "85,02", "C1": "2,88", "C2-makro": "81,25", "C2-nonmakro": "76,4", "C3a": "WTP", "C3b": "79,3",
        "C6": "85,9", "T1-strategi": "80", "T2-strategi": "75", "T3-strategi": "82", "T4a-strategi": "77",
        "T4b-strategi": "85", "T1-dampak": "52", "T3-dampak": "48,5", "T4b-dampak": "61",
    },
    internal={
        "A1": "74", "A2": "81", "B1": "100", "B2": "3,1", "B5": "70,2", "B7": "2,4", "B15": "61", "B17": "4,18",
        "C1": "2,8", "C2-nonmakro": "72,5", "T1-strategi": "75", "T3-strategi": "80",
    },
    scenarios=(
        ("SPBE naik ke 3,5", {"C1": "3,5", "B7": "3,5"}),
        ("Integritas dan SPIP membaik", {"B3": "3,4", "B4": "2"}),
    ),
)
# fmt: on
YEARS = (FIRST, SECOND)
