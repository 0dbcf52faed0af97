"""What somebody may choose about a finding while a regulation becomes a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from petajalan.planning.display import words
from petajalan.planning.services.decisions import Option


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice of the form. `value` is what it sends: "cetak-0", "koreksi-2"."""

    value: str
    text: str
    note: str


def offers(options: Sequence[Option]) -> list[Offer]:
    """The printed figures, each once, then another value for each figure of the plan, however often it is printed."""
    printed: dict[tuple[str, str], list[Option]] = {}
    for one in options:
        if one.keeps:
            printed.setdefault((one.what, one.place.printed), []).append(one)
    kept = [
        Offer(
            f"cetak-{same[0].index}",
            text,
            _("tercetak di %(place)s") % {"place": "; ".join(words.place(one.place) for one in same)},
        )
        for (_what, text), same in printed.items()
    ]
    firsts = {one.what: one for one in reversed(options)}
    alone = len(firsts) == 1
    corrected = [
        Offer(
            f"koreksi-{one.index}",
            _("Nilai lain") if alone else _("Nilai lain untuk “%(printed)s”") % {"printed": one.place.printed},
            "" if alone else words.place(one.place),
        )
        for one in sorted(firsts.values(), key=lambda one: one.index)
    ]
    return kept + corrected
