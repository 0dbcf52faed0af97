"""The evaluation worksheet (Lembar Kerja Evaluasi, LKE) and the reform index that follows from it.

`instrument` is the worksheet as data, `score` computes it, `grade` gives its class, `parts` explains it, `differences`
holds two of them against each other, `gains` says what would move it. Source: PermenPANRB 9/2023 with its yearly
instructions; the arithmetic is that of the national portal. Weights, ranges and targets are data with a year
(catalogue/data/instruments).
"""

from petajalan.calc.index.differences import Differences, ItemDifference, differences
from petajalan.calc.index.gains import Gain, Step, gains, steps
from petajalan.calc.index.grade import Grade, grade
from petajalan.calc.index.instrument import Instrument, Item, Level, Section, uneven
from petajalan.calc.index.parts import Part, parts
from petajalan.calc.index.score import Index, ItemScore, SectionScore, State, Value, compute

__all__ = [
    "Differences",
    "Gain",
    "Grade",
    "Index",
    "Instrument",
    "Item",
    "ItemDifference",
    "ItemScore",
    "Level",
    "Part",
    "Section",
    "SectionScore",
    "State",
    "Step",
    "Value",
    "compute",
    "differences",
    "gains",
    "grade",
    "parts",
    "steps",
    "uneven",
]
