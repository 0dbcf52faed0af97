"""The page on which a row of a plan is read or changed."""

from __future__ import annotations

from django.urls import reverse


def address_of(slug: str, kind: str, key: str) -> str:
    """`kind` is the name of the row's model."""
    match kind:
        case "Indicator":
            return reverse("indicator", args=[slug, key])
        case "Theme":
            return reverse("theme", args=[slug, key])
        case "KeyActivity" | "Factor" | "Score":
            return reverse("priorities", args=[slug])
        case "SectionText":
            return reverse("plan_section", args=[slug, key])
        case "Goal" | "Objective" | "PolicyObjective":
            return reverse("logic_map", args=[slug])
    return reverse("plan_text", args=[slug])
