"""What the internal evaluation counts: four dimensions of each action, each sesuai or tidak sesuai.

The dimensions, and their percentage as sesuai / total × 100, are those of the national evaluation of Reformasi
Birokrasi (PermenPANRB 9/2023, evaluasi internal on-going). What nobody has judged is `None` and is left out of the
percentage, which therefore always says how many of how many were judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Dimension(StrEnum):
    EXECUTION = "execution"  # ketepatan pelaksanaan
    OUTPUT = "output"  # ketercapaian output
    QUALITY = "quality"  # kualitas pelaksanaan
    TIMELINESS = "timeliness"  # kesesuaian waktu


class Judgement(StrEnum):
    CONFORMS = "conforms"  # sesuai
    DEVIATES = "deviates"  # tidak sesuai


@dataclass(frozen=True, slots=True)
class Conformity:
    """One dimension over all actions: `conforming` of `judged`, out of `total` actions."""

    conforming: int
    judged: int
    total: int

    @property
    def percent(self) -> Decimal | None:
        """Sesuai / judged × 100; `None` while nothing was judged."""
        return Decimal(self.conforming) * 100 / Decimal(self.judged) if self.judged else None


def conformity(judgements: Iterable[Judgement | None]) -> Conformity:
    every = list(judgements)
    known = [one for one in every if one is not None]
    return Conformity(sum(one is Judgement.CONFORMS for one in known), len(known), len(every))


def of_quarter(months: Sequence[Judgement | None]) -> Judgement | None:
    """What the months of a quarter, in order, say of it: the last one that was judged (aturan aplikasi).

    What was put right within the quarter counts as right, and what went wrong at its end as wrong.
    """
    return next((one for one in reversed(months) if one is not None), None)


def proposed_timeliness(punctual: Sequence[bool | None]) -> Judgement | None:
    """From the reports behind an action: `True` in time, `False` late or not there once due, `None` still possible.

    A proposal only (aturan aplikasi): a person judges. One late report is enough for tidak sesuai.
    """
    if False in punctual:
        return Judgement.DEVIATES
    return None if not punctual or None in punctual else Judgement.CONFORMS


def proposed_output(reached: Decimal | None, target: Decimal | None, month: int) -> Judgement | None:
    """From the figure of all units and the target of the quarter, in the last month of the quarter only.

    A proposal only (aturan aplikasi). Without a figure, or without something to reach, there is none.
    """
    if month % 3 != 0 or reached is None or target is None or target <= 0:
        return None
    return Judgement.CONFORMS if reached >= target else Judgement.DEVIATES


class Aspect(StrEnum):
    """What is looked at before a year begins (PermenPANRB 9/2023, evaluasi internal ex-ante)."""

    RELEVANCE = "relevance"  # relevansi
    COMPLETENESS = "completeness"  # kelengkapan
    PLAN_QUALITY = "plan_quality"  # kualitas rencana
    LINKAGE = "linkage"  # keterkaitan
    FEASIBILITY = "feasibility"  # kelayakan


def rated_higher(own: Judgement | None, found: Judgement | None) -> bool:
    """Whether a unit says sesuai of itself where the evaluator says tidak sesuai: this asks for an area of improvement
    (PermenPANRB 9/2023, evaluasi internal on-going: PM > APIP)."""
    return own is Judgement.CONFORMS and found is Judgement.DEVIATES


class Movement(StrEnum):
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


def movement(baseline: Decimal | None, actual: Decimal | None, *, lower_is_better: bool | None) -> Movement | None:
    """Where an indicator went since its baseline (aturan aplikasi).

    `None` where a figure is not known, or where neither higher nor lower is better (a range, a grade).
    """
    if baseline is None or actual is None or lower_is_better is None:
        return None
    if actual == baseline:
        return Movement.SAME
    return Movement.BETTER if (actual < baseline) is lower_is_better else Movement.WORSE


def year_done(percents: Sequence[Decimal | None], *, to_date: bool) -> bool | None:
    """Whether an action reached its output in a year, from its achievement in each quarter with something to do.

    Of figures up to date the last quarter says it; of each quarter's own all of them have to be reached (aturan
    aplikasi). `None` while what decides it is not known, or where there was nothing to do.
    """
    wanted = list(percents)[-1:] if to_date else list(percents)
    if any(one is not None and one < 100 for one in wanted):
        return False
    return None if not wanted or None in wanted else True


def reached_target(percent: Decimal | None) -> bool | None:
    """Whether a target was reached: an achievement of 100 or more, unrounded. A proposal only: a person judges."""
    return None if percent is None else percent >= 100


def sufficient(count: int, of: int, least: Decimal) -> bool | None:
    """Whether a share of `count` in `of` reaches `least` percent; `None` where there is nothing to count."""
    return None if of == 0 else Decimal(count) * 100 >= least * of
