"""How alike two names look to a person who searches for the same thing."""

from __future__ import annotations

from petajalan.regulation.recognise.names import plain, similarity


def likeness(one: str, other: str) -> float:
    """0 to 1: by their spelling where that is close, else by the words that they share."""
    words, others = set(plain(one).split()), set(plain(other).split())
    shared = len(words & others) / len(words | others) if words | others else 0.0
    return max(similarity(one, other), shared)
