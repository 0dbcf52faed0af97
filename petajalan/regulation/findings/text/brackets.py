"""Names in tables with a bracket too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import passages
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

UNBALANCED_BRACKETS = Code(
    "unbalanced_brackets",
    Severity.NOTE,
    Words(
        "Kurung buka dan kurung tutup sebuah nama dalam tabel tidak berpasangan.",
        "The brackets of a name in a table do not pair up.",
    ),
    Words("“Penataan Arsip (Digital))”.", "“Penataan Arsip (Digital))”."),
)
_MARKER = re.compile(r"(?:^|\s)\w{1,3}$")


def unbalanced_brackets(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    found: dict[str, list[tuple[str, Place]]] = {}
    for passage in passages(data.document):
        if passage.kind == BlockKind.TABLE and not _is_balanced(passage.text):
            found.setdefault(plain(passage.text), []).append((passage.text, passage.place))
    for printed in found.values():
        name = quoted(printed[0][0])
        yield UNBALANCED_BRACKETS.found(
            Words(f"Kurung pada {name} tidak berpasangan.", f"The brackets of {name} do not pair up."),
            Words("Lengkapi atau hapus kurungnya.", "Add the missing bracket or delete the other."),
            [place for _, place in printed],
        )


def _is_balanced(text: str) -> bool:
    """The bracket of a list marker ("a)") closes nothing."""
    depth = 0
    for at, sign in enumerate(text):
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ")" and not _MARKER.search(text[:at]):
            return False
    return depth == 0


RULES = (Rule(unbalanced_brackets, (UNBALANCED_BRACKETS,)),)
