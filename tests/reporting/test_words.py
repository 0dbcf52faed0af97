"""Periods as people say them."""

from __future__ import annotations

import pytest
from django.utils import translation

from petajalan.reporting.words import period_words


@pytest.mark.parametrize(
    ("code", "words"),
    [("2025-03", "Maret 2025"), ("2025-Q1", "Triwulan I 2025"), ("2025-Q4", "Triwulan IV 2025"), ("2025", "2025")],
)
def test_periods_in_words(code: str, words: str) -> None:
    with translation.override("id"):
        assert period_words(code) == words
