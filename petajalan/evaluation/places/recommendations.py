"""Where recommendations stand in the menu, and how the trail calls what is done with them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.evaluation.choices import RecommendationSource, RecommendationState


def register() -> None:
    name_actions(
        {
            "recommendation_raised": _("Membuat rekomendasi"),
        }
    )
    name_fields(
        {
            "recommendation_source": _("asal"),
            "owner": _("penanggung jawab"),
            "due": _("tenggat"),
        }
    )
    name_values("recommendation_source", RecommendationSource)
    name_values("state", RecommendationState)
