"""Whether an indicator measures what its row is about, and is one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from petajalan.calc.numbers import State
from petajalan.regulation.data import IndicatorRow, Printed, RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.fields import fields_of
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

INDICATOR_MISMATCH = Code(
    "indicator_mismatch",
    Severity.WARNING,
    Words(
        "Indikator tidak mengukur sasaran barisnya: kata-katanya menunjuk bidang lain.",
        "An indicator does not measure the objective of its row: its words point to another field.",
    ),
    Words(
        "Sasaran tata kelola berbasis teknologi informasi diukur dengan angka stunting.",
        "An objective on digital governance is measured by the stunting rate.",
    ),
)
SEVERAL_INDICATORS_ONE_NUMBER = Code(
    "several_indicators_one_number",
    Severity.ERROR,
    Words(
        "Satu baris memuat beberapa indikator tetapi hanya satu angka.",
        "One row holds several indicators but only one number.",
    ),
    Words(
        "“Angka A, indeks B, dan indeks C” dengan target 5,4 saja.",
        "“Rate A, index B and index C” with a target of 5.4 only.",
    ),
)
_HEADS = re.compile(
    r"^(?:angka|indeks|nilai|tingkat|persentase|prevalensi|laju|opini|survei|cakupan|rasio|skor|jumlah)\b"
)
_PARTS = re.compile(r"[,;\n]|\bdan\b|\bserta\b|&")
_CODES = re.compile(r"\([A-Z]{1,2}\d\)")  # "(P1)", "(P2)"


def indicator_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for owner, rows in _owners(data):
        about = fields_of(plain(owner.text))
        for row in rows:
            measured = fields_of(plain(row.name.text)) if row.name else frozenset()
            if row.name is None or not about or not measured or about & measured:
                continue
            name, aim = quoted(row.name.text), quoted(owner.text)
            yield INDICATOR_MISMATCH.found(
                Words(
                    f"Indikator {name} tidak mengukur {aim}.",
                    f"The indicator {name} does not measure {aim}.",
                ),
                Words(
                    "Pilih indikator yang mengukur sasaran itu, atau sesuaikan sasarannya dengan indikator.",
                    "Choose an indicator that measures the objective, or make the objective fit the indicator.",
                ),
                [row.place],
            )


def _owners(data: RegulationData) -> Iterator[tuple[Printed, Sequence[IndicatorRow]]]:
    """What the indicators of a row should measure: the objective of a theme, or the activity itself."""
    for theme in data.road_map.themes:
        yield theme.objective or theme.name, theme.indicators
    for activity in data.road_map.key_activities:
        yield activity.name, activity.indicators


def several_indicators_one_number(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for row in data.road_map.indicators():
        if row.name is None:
            continue
        parts = _several(row.name.text)
        figures = [figure for figure in (row.baseline, *row.targets.values()) if figure is not None]
        printed = [figure.reading.printed for figure in figures if figure.reading.state is State.SET]
        if len(parts) < 2 or not printed:
            continue
        names, numbers = listed(quoted(part) for part in parts), ", ".join(printed)
        yield SEVERAL_INDICATORS_ONE_NUMBER.found(
            Words(
                f"Satu baris memuat {len(parts)} indikator ({names.id}) tetapi hanya satu angka tiap kolom: {numbers}.",
                f"One row holds {len(parts)} indicators ({names.en}) but one number in each column: {numbers}.",
            ),
            Words(
                "Beri setiap indikator barisnya sendiri dengan baseline dan target.",
                "Give every indicator a row of its own with baseline and target.",
            ),
            [row.place],
        )


def _several(name: str) -> list[str]:
    """The indicators listed in one name: at least two of the parts begin like an indicator or carry a code."""
    parts = [part.strip() for part in _PARTS.split(re.sub(r"\([^()]*[,;&][^()]*\)|\([^()]* dan [^()]*\)", "", name))]
    found = [
        part for part in parts if (_HEADS.match(plain(part)) and len(plain(part).split()) > 1) or _CODES.search(part)
    ]
    return found if len(found) > 1 and _HEADS.match(plain(parts[0])) else []


RULES = (
    Rule(indicator_mismatch, (INDICATOR_MISMATCH,)),
    Rule(several_indicators_one_number, (SEVERAL_INDICATORS_ONE_NUMBER,)),
)
