"""The parts of a document as pages show them."""

from __future__ import annotations

from dataclasses import replace

from petajalan.exports.documents.tree import OfficialDocument, Part, Signatures


def parts_of(document: OfficialDocument) -> tuple[Part, ...]:
    """A part of signatures only goes on with the one before: a signature on a page of its own proves nothing."""
    parts: list[Part] = []
    for part in document.parts:
        if parts and part.blocks and not part.head and all(isinstance(block, Signatures) for block in part.blocks):
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, *part.blocks))
        else:
            parts.append(part)
    return tuple(parts)
