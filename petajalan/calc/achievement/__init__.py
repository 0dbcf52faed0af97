"""Achievement (capaian) of one indicator in one period.

The percentage is unrounded and unclamped; `clamped` and `numbers.rounded` are for showing it. What is not known gives
`None` with a reason, never 0. Each result carries its trace, so that every page and file can print how it came about.
"""

from petajalan.calc.achievement.formulas import achievement
from petajalan.calc.achievement.group import GroupMean, clamped, group_mean
from petajalan.calc.achievement.result import (
    RULES,
    Achievement,
    Formula,
    Input,
    Reason,
    Rule,
    Target,
    Trace,
    Verdict,
)

__all__ = [
    "RULES",
    "Achievement",
    "Formula",
    "GroupMean",
    "Input",
    "Reason",
    "Rule",
    "Target",
    "Trace",
    "Verdict",
    "achievement",
    "clamped",
    "group_mean",
]
