"""What one person answered, on its way into the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from petajalan.surveys.models import ELEMENTS


@dataclass(frozen=True, slots=True)
class ResponseValues:
    """answers  by code of the element, 1 to 4; `None` or missing where it was not answered"""

    answers: Mapping[str, int | None] = field(default_factory=dict)
    day: date | None = None
    sex: str = ""
    age_band: str = ""
    education: str = ""
    occupation: str = ""
    service: str = ""

    @property
    def columns(self) -> dict[str, object]:
        about = ("sex", "age_band", "education", "occupation", "service")
        return {code: self.answers.get(code) for code in ELEMENTS} | {name: getattr(self, name) for name in about}

    @property
    def is_empty(self) -> bool:
        return all(self.answers.get(code) is None for code in ELEMENTS)
