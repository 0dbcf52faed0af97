"""Targets against the baseline and against each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from petajalan.calc.scales import rank_of
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.findings.tables.judging import Judge, judges
from petajalan.regulation.findings.tables.units import is_in_points
from petajalan.regulation.findings.tables.values import Value, is_stated, is_yearly
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.reference import Reference

TARGET_WORSE_THAN_BASELINE = Code(
    "target_worse_than_baseline",
    Severity.ERROR,
    Words(
        "Target lebih buruk daripada baseline menurut arah indikatornya.",
        "A target is worse than the baseline for the direction of its indicator.",
    ),
    Words(
        "Angka kemiskinan ditargetkan 7% padahal baseline 6,4%.",
        "A poverty rate of 7% is the target while the baseline is 6.4%.",
    ),
)
TARGET_FALLS_BACK = Code(
    "target_falls_back",
    Severity.WARNING,
    Words(
        "Target suatu tahun lebih buruk daripada target tahun sebelumnya.",
        "The target of a year is worse than that of the year before.",
    ),
    Words("Target indeks 75 pada 2023 lalu 72 pada 2024.", "An index is to reach 75 in 2023 and then 72 in 2024."),
)
TARGET_NOT_MOVING = Code(
    "target_not_moving",
    Severity.NOTE,
    Words(
        "Target tidak berubah walaupun indikator belum berada di puncak skalanya.",
        "The targets do not move although the indicator is not at the top of its scale.",
    ),
    Words("Baseline BB, target 2023 BB, target 2024 BB.", "Baseline BB, target 2023 BB, target 2024 BB."),
)
TOP_OF_PERCENT = Decimal(100)


def target_worse_than_baseline(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    for judge in judges(data, indicators):
        baseline = next((value for value in reversed(judge.series.values) if value.kind == "actual"), None)
        targets = [value for value in _stated(judge) if value.kind == "target"]
        worse = [target for target in targets if baseline and judge.worse(target, baseline)]
        if worse and baseline:
            yield _worse(judge, worse, baseline)
            continue
        in_points = is_in_points(judge.series, indicators)
        parts = [value for value in judge.series.values if value.kind == "target" and is_stated(value.figure)]
        for earlier, later in pairwise(parts if in_points else targets):
            if judge.worse(later, earlier):
                yield _falls_back(judge, earlier, later)
                break


def _worse(judge: Judge, worse: list[Value], baseline: Value) -> Finding:
    name, before = quoted(judge.series.name), baseline.figure.reading.printed
    said = listed(f"{value.figure.reading.printed} ({value.period})" for value in worse)
    better = ("naik", "rise") if judge.direction != "lower" else ("turun", "fall")
    return TARGET_WORSE_THAN_BASELINE.found(
        Words(
            f"Target {name} {said.id} lebih buruk daripada baseline {before}; indikator ini seharusnya {better[0]}.",
            f"The target of {name}, {said.en}, is worse than the baseline {before}; this indicator should {better[1]}.",
        ),
        Words("Periksa target dan baseline; salah satunya keliru.", "Check target and baseline; one of them is wrong."),
        [baseline.figure.place, *(value.figure.place for value in worse)],
    )


def _falls_back(judge: Judge, earlier: Value, later: Value) -> Finding:
    name, before, after = quoted(judge.series.name), earlier.figure.reading.printed, later.figure.reading.printed
    return TARGET_FALLS_BACK.found(
        Words(
            f"Target {name} tahun {later.period} ({after}) lebih buruk daripada tahun {earlier.period} ({before}).",
            f"The {later.period} target of {name} ({after}) is worse than that of {earlier.period} ({before}).",
        ),
        Words("Periksa apakah kedua target tertukar.", "Check whether the two targets have been swapped."),
        [earlier.figure.place, later.figure.place],
    )


def target_not_moving(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    still: dict[str, list[Judge]] = {}
    for judge in judges(data, indicators_of(reference)):
        if _is_still(judge):
            still.setdefault(judge.series.key, []).append(judge)
    for same in still.values():
        first = same[0]
        stated = _stated(first)
        last = max(value.period for judge in same for value in _stated(judge))
        printed, name = stated[-1].figure.reading.printed, quoted(first.series.name)
        start = "baseline" if any(value.kind == "actual" for value in stated) else stated[0].period
        yield TARGET_NOT_MOVING.found(
            Words(
                f"Nilai {name} tetap {printed} dari {start} sampai target {last}; tidak ada kemajuan yang diminta.",
                f"{name} stays at {printed} from {start} to the {last} target; no progress is asked for.",
            ),
            Words(
                "Naikkan target, atau tulis angka di dalam kelasnya agar kemajuan dapat diukur.",
                "Raise the target, or print a number within the grade so that progress can be measured.",
            ),
            [judge.series.row.place for judge in same if judge.series.row],
        )


def _stated(judge: Judge) -> list[Value]:
    """What is stated for the baseline and for whole years; quarters may add up or not, so they are not compared."""
    return [v for v in judge.series.values if is_stated(v.figure) and (v.kind == "actual" or is_yearly(v.period))]


def _is_still(judge: Judge) -> bool:
    stated = _stated(judge)
    if len(stated) < 2 or stated[-1].kind != "target":
        return False
    numbers = {value.figure.reading.value for value in stated}
    levels = {(value.figure.reading.level or "").casefold() for value in stated}
    if None not in numbers:
        return len(numbers) == 1 and not _at_the_end(judge, stated[-1])
    return len(levels) == 1 and "" not in levels and not _at_the_end(judge, stated[-1])


def _at_the_end(judge: Judge, value: Value) -> bool:
    """Whether nothing better can be asked for: the top of the scale, or 100, or 0 where less is better."""
    reading, scale = value.figure.reading, judge.scale
    if reading.value is None:
        rank = rank_of(scale, reading.level, value.year) if scale and reading.level else None
        if scale is None or rank is None:
            return True  # the order of its levels is not known
        classes = scale.classifications[-1].bands if scale.classifications else ()
        return rank == max(len(scale.levels), len(classes))
    if judge.direction == "lower":
        return reading.value == 0
    high = scale.high if scale and scale.high is not None else TOP_OF_PERCENT
    return reading.value >= high or (reading.value == TOP_OF_PERCENT and judge.direction != "range")


RULES = (
    Rule(target_worse_than_baseline, (TARGET_WORSE_THAN_BASELINE, TARGET_FALLS_BACK)),
    Rule(target_not_moving, (TARGET_NOT_MOVING,)),
)
