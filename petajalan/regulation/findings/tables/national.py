"""Local indicators beside the national ones they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from petajalan.calc.numbers import State
from petajalan.regulation.data import IndicatorRow, RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of, topic
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

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
_BRACKETS = re.compile(r"[()]")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


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
    Rule(national_row_without_local, (NATIONAL_ROW_WITHOUT_LOCAL,)),
    Rule(local_row_without_national, (LOCAL_ROW_WITHOUT_NATIONAL,)),
    Rule(national_target_implausible, (NATIONAL_TARGET_IMPLAUSIBLE,)),
)
