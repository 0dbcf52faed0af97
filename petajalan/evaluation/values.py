"""What a person writes into one row of an evaluation."""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.calc.evaluation import Dimension


@dataclass(frozen=True, slots=True)
class RowValues:
    """The four dimensions as `Judgement` codes; "" is not judged."""

    execution: str = ""
    output: str = ""
    quality: str = ""
    timeliness: str = ""
    note: str = ""
    recommendation: str = ""

    @property
    def judgements(self) -> dict[str, str]:
        return {one.value: getattr(self, one.value) for one in Dimension}

    @property
    def empty(self) -> bool:
        return not any(self.judgements.values()) and not self.note and not self.recommendation
