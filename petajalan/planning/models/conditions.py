"""Conditions that the database holds rows to."""

from __future__ import annotations

from django.db.models import Q


def exactly_one(*names: str) -> Q:
    """Holds when exactly one of these columns is filled."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition
