"""One name written several ways: the finding that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import MOST_PLACES, Code, Finding, Severity, Words
from petajalan.regulation.findings.text.passages import in_order
from petajalan.regulation.findings.wording import listed, quoted

NAME_VARIANTS = Code(
    "name_variants",
    Severity.WARNING,
    Words(
        "Satu unit, tema, sasaran, indikator, tim, atau istilah ditulis dengan beberapa cara.",
        "One unit, theme, objective, indicator, team or term is written in several ways.",
    ),
    Words("“Dinas Sosial”, “Dinsos”, dan “Dinas Sosisal”.", "“Dinas Sosial”, “Dinsos” and “Dinas Sosisal”."),
)
_OF_EACH = 4  # places shown of one way of writing, at most


@dataclass(slots=True)
class Form:
    """One way of writing a name. `wrong`: surely a slip of the pen, all its places are worth showing."""

    printed: str
    places: list[Place] = field(default_factory=list)
    wrong: bool = False


def variants(kind: Words, forms: Sequence[Form], severity: Severity | None = None) -> Finding:
    """Forms are named from the most to the least frequent."""
    ordered = sorted(forms, key=lambda form: (form.wrong, -len(form.places)))
    names = listed(f"{quoted(form.printed)} ({len(form.places)})" for form in ordered)
    return NAME_VARIANTS.found(
        Words(
            f"{kind.id} ditulis dengan {len(forms)} cara: {names.id}.",
            f"{kind.en} is written in {len(forms)} ways: {names.en}.",
        ),
        Words(
            "Pilih satu penulisan resmi dan pakai di seluruh naskah.", "Choose one official form and use it throughout."
        ),
        _shown(ordered),
        severity,
    )


def _shown(forms: Iterable[Form]) -> list[Place]:
    """Some places of every form, so that none crowds the others out."""
    ranked = sorted(
        (
            (position, place)
            for form in forms
            for position, place in enumerate(list(dict.fromkeys(form.places))[: None if form.wrong else _OF_EACH])
        ),
        key=lambda pair: pair[0],
    )
    return in_order([place for _, place in ranked][:MOST_PLACES])
