"""How far our estimate lies from the official figures, item by item, in figures that add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.calc.index import Differences, Item, ItemDifference, ItemScore, differences
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.display.worksheet.words import NAMED, points, raw_words, reason_words
from petajalan.evaluation.models import WorksheetScore
from petajalan.evaluation.queries.worksheet.index import Sheet

FOUR = 4  # decimals of what an item brings to an index
ESTIMATES = (Party.INTERNAL, Party.SELF)


@dataclass(frozen=True, slots=True)
class Side:
    """One item as one party has it: raw value and score in words, what it brings to the index."""

    raw: str
    score: str
    brings: Decimal | None
    excluded: bool


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """`item` is `None` for the coefficient. `why`: what keeps the difference unknown."""

    item: Item | None
    ours: Side
    theirs: Side
    points: Decimal | None
    why: str

    @property
    def code(self) -> str:
        return self.item.code if self.item is not None else ""

    @property
    def effect(self) -> str:
        return signed(self.points)

    @property
    def mood(self) -> str:
        """The official figure is above our estimate, below it, or neither."""
        return "" if not self.points else "good" if self.points > 0 else "bad"


@dataclass(frozen=True, slots=True)
class DifferencesPage:
    sheet: Sheet
    party: Party
    found: Differences
    lines: Sequence[DifferenceShown]

    @property
    def known(self) -> bool:
        return self.found.total is not None

    @property
    def compared(self) -> int:
        return sum(1 for one in self.lines if one.points is not None and one.item is not None)

    @property
    def total(self) -> int:
        return sum(1 for one in self.lines if one.item is not None)

    @property
    def ours(self) -> str:
        return num(self.found.ours, FOUR)

    @property
    def theirs(self) -> str:
        return num(self.found.theirs, FOUR)

    @property
    def sum(self) -> str:
        return signed(self.found.known)

    @property
    def lead(self) -> str:
        """The page in a sentence."""
        if not self.sheet.begun(Party.NATIONAL):
            return _("Belum ada nilai resmi untuk dibandingkan.")
        if self.found.total is not None:
            told = {
                "theirs": points(self.found.theirs), "ours": points(self.found.ours),
                "party": str(self.party.label).lower(), "by": signed(self.found.total),
            }  # fmt: skip
            return _("Indeks menurut nilai resmi %(theirs)s, perkiraan %(party)s %(ours)s: selisih %(by)s poin.") % told
        unknown = [code for code in self.found.unknown if code]
        counted = {"compared": self.compared, "total": self.total}
        rest = len(unknown) - NAMED
        said = _("%(compared)d dari %(total)d butir dapat dibandingkan. Belum diketahui: %(codes)s")
        said %= {**counted, "codes": ", ".join(unknown[:NAMED])}
        more = ngettext(" dan %(count)d butir lain", " dan %(count)d butir lain", rest) % {"count": rest}
        return f"{said}{more if rest > 0 else ''}."


def differences_page(sheet: Sheet, party: Party) -> DifferencesPage:
    found = differences(sheet.index(party), sheet.index(Party.NATIONAL))
    items = {one.code: one for one in sheet.instrument.items()}
    return DifferencesPage(sheet, party, found, [_shown(sheet, party, items.get(one.code), one) for one in found.items])


def nearest_estimate(sheet: Sheet) -> Party:
    """Whose estimate is compared unless somebody asks for another one: the internal evaluator's once it is whole."""
    whole = [one for one in ESTIMATES if sheet.index(one).index is not None]
    begun = [one for one in (Party.SELF, Party.INTERNAL) if sheet.begun(one)]
    return (whole or begun or [Party.SELF])[0]


def signed(value: Decimal | None, places: int = FOUR) -> str:
    """ "+1,2500", "−0,4000", "0"."""
    if value is None:
        return _("belum ada")
    if not value:
        return "0"
    return ("+" if value > 0 else "−") + num(abs(value), places)


def _shown(sheet: Sheet, party: Party, item: Item | None, one: ItemDifference) -> DifferenceShown:
    if item is None:
        told = num(sheet.worksheet.coefficient)
        return DifferenceShown(
            None, Side(told, told, one.ours, False), Side(told, told, one.theirs, False), one.points, ""
        )  # fmt: skip
    sides = [_side(sheet, item, of, brings) for of, brings in ((party, one.ours), (Party.NATIONAL, one.theirs))]
    return DifferenceShown(item, sides[0], sides[1], one.points, _why(sheet, item, party) if one.points is None else "")


def _side(sheet: Sheet, item: Item, party: Party, brings: Decimal | None) -> Side:
    row, score = sheet.score(item.code, party), sheet.index(party).item(item.code)
    excluded = row is not None and row.state == ItemState.EXCLUDED
    return Side(_raw(row), points(score.score) if score.score is not None else "", brings, excluded)


def _raw(row: WorksheetScore | None) -> str:
    if row is not None and row.state == ItemState.EXCLUDED:
        return _("di luar lokus")
    return raw_words(row)


def _why(sheet: Sheet, item: Item, party: Party) -> str:
    said = []
    for of, whose in ((party, _("perkiraan: %(why)s")), (Party.NATIONAL, _("resmi: %(why)s"))):
        score: ItemScore = sheet.index(of).item(item.code)
        if score.reason:
            said.append(whose % {"why": reason_words(score)})
    return "; ".join(said)
