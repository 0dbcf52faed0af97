"""How numbers are printed: the decimal mark, a lost plus-minus sign, figures that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.calc.numbers import State
from petajalan.regulation.data import Figure, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import MOST_PLACES, Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import amounts, sentences
from petajalan.regulation.findings.wording import listed, number
from petajalan.regulation.reference import Reference

DECIMAL_POINT = Code(
    "decimal_point",
    Severity.NOTE,
    Words(
        "Angka memakai titik sebagai tanda desimal; bahasa Indonesia memakai koma.",
        "A number has a point as its decimal mark; Indonesian uses a comma.",
    ),
    Words("“28.39%” seharusnya “28,39%”.", "“28.39%” should be “28,39%”."),
)
PLUS_MINUS_LOST = Code(
    "plus_minus_lost",
    Severity.WARNING,
    Words(
        "Tanda ± tampaknya hilang sehingga rentang terbaca sebagai penjumlahan.",
        "A ± sign seems to be lost, so that a range reads as a sum.",
    ),
    Words("“3,0% + 1%” mungkin berarti 2,0%–4,0%.", "“3,0% + 1%” may mean 2.0%–4.0%."),
)
UNREADABLE_FIGURE = Code(
    "unreadable_figure",
    Severity.WARNING,
    Words(
        "Isi sel tampak seperti angka tetapi tidak dapat dibaca dengan pasti.",
        "A cell looks like a number but cannot be read with certainty.",
    ),
    Words("“1,234,56” atau “70 75” dalam satu sel.", "“1,234,56”, or “70 75” in one cell."),
)
_NUMBER = r"\d+(?:,\d+)?"
_PLUS = re.compile(rf"(?P<middle>{_NUMBER})\s?(?:%|persen)\s*\+\s*(?P<width>{_NUMBER})\s?(?:%|persen)", re.IGNORECASE)


def decimal_point(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    found: list[tuple[str, Place]] = []
    for sentence in sentences(data.document):
        measured = [amount for amount in amounts(sentence.text) if amount.decimal_point and amount.unit]
        found += [(amount.printed, sentence.place.showing(amount.printed)) for amount in measured]
    for figure in _figures(data):
        if "decimal_point" in figure.reading.warnings:
            found.append((figure.reading.printed, figure.place))
    if not found:
        return
    said = listed(dict.fromkeys(f"“{printed}”" for printed, _ in found[:MOST_PLACES]))
    yield DECIMAL_POINT.found(
        Words(f"Tanda desimal tercetak titik: {said.id}.", f"Printed with a decimal point: {said.en}."),
        Words("Ganti titik dengan koma.", "Replace the point with a comma."),
        [place for _, place in found],
    )


def plus_minus_lost(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for sentence in sentences(data.document):
        for match in _PLUS.finditer(sentence.text):
            middle, width = (amounts(match[name])[0].value for name in ("middle", "width"))
            low, high = number(middle - width), number(middle + width)
            yield _lost(match.group(), Words(f"{low.id}%–{high.id}%", f"{low.en}%–{high.en}%"), sentence.place)
    for figure in _figures(data):
        reading = figure.reading
        if reading.reason == "plus_minus_lost" and reading.proposal and reading.proposal[1] is not None:
            low, high = number(reading.proposal[0]), number(reading.proposal[1])
            yield _lost(reading.printed, Words(f"{low.id}–{high.id}", f"{low.en}–{high.en}"), figure.place)


def _lost(printed: str, meant: Words, place: Place) -> Finding:
    return PLUS_MINUS_LOST.found(
        Words(
            f"“{printed}” terbaca sebagai penjumlahan; mungkin maksudnya rentang {meant.id} (±).",
            f"“{printed}” reads as a sum; it may mean the range {meant.en} (±).",
        ),
        Words("Cetak tanda ±, atau tulis rentangnya.", "Print the ± sign, or write out the range."),
        [place],
    )


def unreadable_figure(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for figure in _figures(data):
        if figure.reading.state is State.REFUSED and figure.reading.reason != "plus_minus_lost":
            yield UNREADABLE_FIGURE.found(
                Words(
                    f"“{figure.reading.printed}” tidak dapat dibaca sebagai satu angka.",
                    f"“{figure.reading.printed}” cannot be read as one number.",
                ),
                Words(
                    "Cetak satu angka dengan koma desimal dan titik ribuan, beserta satuannya.",
                    "Print one number with a decimal comma, points between thousands, and its unit.",
                ),
                [figure.place],
            )


def _figures(data: RegulationData) -> Iterator[Figure]:
    """Every figure of the road map's tables."""
    for result in data.road_map.interim_results:
        yield from result.values.values()
    for activity in data.road_map.key_activities:
        yield from activity.scores.values()
        if activity.total_printed:
            yield activity.total_printed
    for row in data.road_map.indicators():
        for figure in (row.baseline, *row.actuals.values(), *row.targets.values(), row.national_target):
            if figure:
                yield figure


RULES = (
    Rule(decimal_point, (DECIMAL_POINT,)),
    Rule(plus_minus_lost, (PLUS_MINUS_LOST,)),
    Rule(unreadable_figure, (UNREADABLE_FIGURE,)),
)
