"""Who answered, as counts: by sex, age, education, occupation, and the way the answer came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.surveys.choices import AgeBand, Channel, Education, Occupation, Sex

PARTS: dict[str, tuple[object, type[TextChoices]]] = {
    "sex": (gettext_lazy("Jenis kelamin"), Sex),
    "age_band": (gettext_lazy("Usia"), AgeBand),
    "education": (gettext_lazy("Pendidikan"), Education),
    "occupation": (gettext_lazy("Pekerjaan"), Occupation),
    "channel": (gettext_lazy("Cara masuk"), Channel),
}


@dataclass(frozen=True, slots=True)
class ProfilePart:
    label: str
    counts: list[tuple[str, int]]


def profile_view(counted: Mapping[str, Mapping[str, int]]) -> list[ProfilePart]:
    """Only what somebody said; "tidak disebutkan" at the end."""
    parts = []
    for name, (label, choices) in PARTS.items():
        of = counted.get(name, {})
        counts = [(str(words), of[value]) for value, words in choices.choices if of.get(value)]
        if of.get(""):
            counts.append((_("tidak disebutkan"), of[""]))
        if counts:
            parts.append(ProfilePart(str(label), counts))
    return parts
