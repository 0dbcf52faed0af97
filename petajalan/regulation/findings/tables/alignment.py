"""Whether an indicator measures what its row is about, and stands beside the right national one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from petajalan.calc.numbers import State
from petajalan.regulation.data import IndicatorRow, Printed, RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.fields import fields_of
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of, topic
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
NATIONAL_ROW_WITHOUT_LOCAL = Code(
    "national_row_without_local",
    Severity.WARNING,
    Words(
        "Indikator nasional tidak mempunyai padanan daerah.",
        "A national indicator has no local counterpart.",
    ),
    Words(
        "Indikator nasional tentang daya saing disandingkan dengan pertumbuhan investasi.",
        "A national indicator on competitiveness stands beside the growth of investment.",
    ),
)
LOCAL_ROW_WITHOUT_NATIONAL = Code(
    "local_row_without_national",
    Severity.WARNING,
    Words(
        "Indikator daerah tidak mempunyai padanan nasional di tabel yang membandingkan keduanya.",
        "A local indicator has no national counterpart in a table that compares them.",
    ),
    Words("Sel indikator nasional kosong di samping survei kepuasan.", "An empty national cell beside a survey."),
)
NATIONAL_TARGET_IMPLAUSIBLE = Code(
    "national_target_implausible",
    Severity.WARNING,
    Words(
        "Target nasional tercetak dengan satuan atau ketelitian yang tidak cocok dengan indikatornya.",
        "A national target is printed with a unit or precision that does not suit its indicator.",
    ),
    Words("Target nasional “7,66%” untuk indeks bernilai 71,2.", "A national target of “7,66%” for an index of 71,2."),
)
_HEADS = re.compile(
    r"^(?:angka|indeks|nilai|tingkat|persentase|prevalensi|laju|opini|survei|cakupan|rasio|skor|jumlah)\b"
)
_PARTS = re.compile(r"[,;\n]|\bdan\b|\bserta\b|&")
_CODES = re.compile(r"\([A-Z]{1,2}\d\)")  # "(P1)", "(P2)"
_BRACKETS = re.compile(r"[()]")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


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


def national_row_without_local(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    for rows in _compared(data):
        locals_, nationals = _names(rows, "name"), _names(rows, "national_indicator")
        for row in rows:
            national = row.national_indicator
            if national is None or any(_overlap(national.text, local, indicators) for local in locals_):
                continue
            elsewhere = row.name and any(_overlap(other, row.name.text, indicators) for other in nationals)
            if row.name is not None and not elsewhere:
                continue
            said = quoted(national.text)
            beside = Words("", "")
            if row.name:
                beside = Words(
                    f"; di sampingnya tercetak {quoted(row.name.text)}", f"; beside it stands {quoted(row.name.text)}"
                )
            yield NATIONAL_ROW_WITHOUT_LOCAL.found(
                Words(
                    f"Indikator nasional {said} tidak mempunyai padanan daerah{beside.id}.",
                    f"The national indicator {said} has no local counterpart{beside.en}.",
                ),
                Words(
                    "Tetapkan indikator daerah yang sepadan, atau tulis bahwa indikator itu hanya berlaku nasional.",
                    "Choose a local counterpart, or state that the indicator applies to the nation only.",
                ),
                [row.place],
            )


def local_row_without_national(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    for rows in _compared(data):
        nationals = _names(rows, "national_indicator")
        for row in rows:
            if row.name is None or row.national_indicator or not nationals:
                continue
            if any(_overlap(national, row.name.text, indicators) for national in nationals):
                continue
            name = quoted(row.name.text)
            yield LOCAL_ROW_WITHOUT_NATIONAL.found(
                Words(
                    f"Indikator daerah {name} tidak mempunyai padanan pada kolom indikator nasional.",
                    f"The local indicator {name} has no counterpart in the column of national indicators.",
                ),
                Words(
                    "Isi indikator nasionalnya, atau tandai sebagai inisiatif daerah.",
                    "Fill in its national indicator, or mark it as a local initiative.",
                ),
                [row.place],
            )


def _compared(data: RegulationData) -> Iterator[list[IndicatorRow]]:
    """The rows of each table of goals or objectives."""
    tables: dict[int, list[IndicatorRow]] = {}
    for goal in data.road_map.goals:
        for row in goal.indicators:
            tables.setdefault(row.table, []).append(row)
    for objective in data.road_map.objectives:
        for row in objective.indicators:
            tables.setdefault(row.table, []).append(row)
    yield from tables.values()


def _names(rows: Sequence[IndicatorRow], field: str) -> list[str]:
    printed = [getattr(row, field) for row in rows]
    return list(dict.fromkeys(name.text for name in printed if name))


def _overlap(national: str, local: str, indicators: Indicators) -> bool:
    """Whether two names may speak of one thing: a shared word, the letters of an abbreviation, or a known synonym."""
    first, second = _all_words(national), _all_words(local)
    if first & second or indicators.key(national) == indicators.key(local):
        return True
    initials = "".join(word[0] for word in plain(national).split())
    return any(short.casefold() in initials for short in _ABBREVIATION.findall(local))


def _all_words(name: str) -> frozenset[str]:
    return topic(_BRACKETS.sub(" ", name)) - {"tiga", "dua", "empat"}


def national_target_implausible(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    for row in data.road_map.indicators():
        if row.name is None or row.national_target is None or row.national_target.reading.state is not State.SET:
            continue
        national, known = row.national_target.reading, indicators.known(row.name.text)
        local = [figure.reading for figure in (row.baseline, *row.targets.values()) if figure]
        points = [r for r in local if r.value is not None and r.unit is None]
        is_percent = (known is not None and known.unit == "percent") or any(r.unit == "percent" for r in local)
        if national.value is None or national.unit != "percent" or is_percent or not points:
            continue
        name, printed = quoted(row.name.text), national.printed
        here = listed(dict.fromkeys(reading.printed for reading in points))
        yield NATIONAL_TARGET_IMPLAUSIBLE.found(
            Words(
                f"Target nasional {name} tercetak {printed}, sedangkan indikator ini bernilai poin ({here.id}).",
                f"The national target of {name} is printed as {printed}, but it is measured in points ({here.en}).",
            ),
            Words(
                "Periksa target nasional pada sumber resminya dan cetak satuan yang benar.",
                "Check the national target in its official source and print the right unit.",
            ),
            [row.national_target.place],
        )


RULES = (
    Rule(indicator_mismatch, (INDICATOR_MISMATCH,)),
    Rule(several_indicators_one_number, (SEVERAL_INDICATORS_ONE_NUMBER,)),
    Rule(national_row_without_local, (NATIONAL_ROW_WITHOUT_LOCAL,)),
    Rule(local_row_without_national, (LOCAL_ROW_WITHOUT_NATIONAL,)),
    Rule(national_target_implausible, (NATIONAL_TARGET_IMPLAUSIBLE,)),
)
