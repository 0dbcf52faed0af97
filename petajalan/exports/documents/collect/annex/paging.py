"""Which pages of an annex lie on their side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from petajalan.exports.documents.collect.annex.columns import is_wide
from petajalan.exports.documents.tree import Block, Paragraph, Part, Signatures, Table

# So few words between two wide tables stay on their pages.
FEW = 700


def in_parts(blocks: Sequence[Block]) -> Iterator[Part]:
    """Wide tables on pages turned sideways, everything else upright."""
    upright: list[Block] = []
    sideways: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Table) and is_wide(block)):
            upright.append(block)
        elif sideways and _is_short(upright):
            sideways += [*upright, block]
            upright = []
        else:
            yield from _parts(sideways, upright)
            sideways, upright = [block], []
    if sideways and all(isinstance(block, Signatures) for block in upright):
        sideways, upright = [*sideways, *upright], []
    yield from _parts(sideways, upright)


def _parts(sideways: list[Block], upright: list[Block]) -> Iterator[Part]:
    """The wide tables, then what follows them."""
    if sideways:
        yield Part(tuple(sideways), landscape=True)
    if upright:
        yield Part(tuple(upright))


def _is_short(blocks: Sequence[Block]) -> bool:
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    return len(texts) == len(blocks) and sum(map(len, texts)) <= FEW
