"""Words and figures of the plan for templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from django import template

from petajalan.planning.display import priorities
from petajalan.planning.models import Factor
from petajalan.planning.queries.priorities import Row

register = template.Library()
T = TypeVar("T")
SCALE_BEHIND = re.compile(r"\s*\(\s*\d+\s*[-–]\s*\d+\s*\)\s*$")


@register.filter
def of(found: Mapping[int, T], key: int) -> T | None:
    """What a mapping holds under a key, or nothing."""
    return found.get(key)


@register.filter
def entered(value: Decimal | None) -> str:
    """A number as somebody would type it: 7.5 -> "7,5"; unknown is empty."""
    return "" if value is None else f"{value:f}".replace(".", ",")


@register.filter
def effect(row: Row) -> str:
    """ "peringkat 7 menjadi 21"."""
    return priorities.effect(row)


@register.filter
def factor_name(factor: Factor) -> str:
    """ "Tingkat Keparahan": without the scale that regulations print behind the name."""
    return SCALE_BEHIND.sub("", factor.name)
