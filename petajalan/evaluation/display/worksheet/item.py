"""One item: how each party's score came about, step by step, down to the raw value and its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from petajalan.calc.index import Item, ItemScore
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.display.worksheet.page import Cell
from petajalan.evaluation.display.worksheet.words import points, range_words, raw_words, reason_words
from petajalan.evaluation.models import Waiver, WorksheetScore
from petajalan.evaluation.queries.worksheet.index import Sheet
from petajalan.evaluation.queries.worksheet.known import Known

FOUR = 4  # decimals of the parts of an index


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    text: str = ""
    box: str = ""


@dataclass(frozen=True)
class PartyOfItem:
    cell: Cell
    steps: Sequence[Step]
    why_not: str = ""  # why this person may not score it
    waivers: Sequence[Waiver] = ()  # under which its value stands


@dataclass(frozen=True)
class ItemFacts:
    """What the instrument says of an item."""

    item: Item
    range: str
    target_good: str
    multiplier: Item | None
    unconfirmed: str  # confidence mark of its weight and range


def facts_of(sheet: Sheet, item: Item) -> ItemFacts:
    other = next((one for one in sheet.instrument.items() if one.code == item.multiplier), None)
    return ItemFacts(item, range_words(item), num(item.target_good), other, item.confidence)


def cells_of(sheet: Sheet, item: Item, writes: frozenset[str]) -> list[Cell]:
    """`writes`: the parties that the person may score the item for."""
    place = 1 + [one.code for one in sheet.instrument.items()].index(item.code)
    return [
        Cell(place, item, party, sheet.score(item.code, party), sheet.index(party).item(item.code), party in writes)
        for party in Party
    ]


def steps_of(sheet: Sheet, cell: Cell) -> list[Step]:
    """From the raw value and its document to the score, and to what it brings to the index."""
    one, row = cell.score, cell.row
    if row is None:
        return []
    if row.state == ItemState.EXCLUDED:
        weight = num(one.item.weight)
        out = _("Bobotnya %(weight)s tidak ikut dihitung, sehingga dasar pembagi RB General mengecil.")
        if one.item.code in {item.code for item in sheet.instrument.general.items()}:
            return [Step(_("Di luar lokus"), row.note), Step(_("Pengaruh pada indeks"), out % {"weight": weight})]
        return [
            Step(_("Di luar lokus"), row.note),
            Step(_("Pengaruh pada indeks"), _("Butir ini tidak menambah nilai.")),
        ]
    found = [Step(_("Nilai mentah %(raw)s") % {"raw": raw_words(row)}, _from(row))]
    if row.level and one.raw is not None:
        told = {"level": row.level, "raw": num(one.raw)}
        found.append(Step(_("Tingkat menjadi angka"), "", _("%(level)s = %(raw)s menurut instrumen") % told))
    found.append(_score_step(one))
    part = sheet.parts(cell.party).get(one.item.code)
    title = _("Bagiannya dalam indeks")
    if part is None:
        found.append(Step(title, _("Indeks belum diketahui selama masih ada butir tanpa skor.")))
    else:
        told = {"part": num(part.points, FOUR), "index": num(sheet.index(cell.party).index, FOUR)}
        text = _("Bagian semua butir dijumlahkan tepat menjadi indeks (pembulatan sisa terbesar, aturan aplikasi).")
        found.append(Step(title, text, _("%(part)s dari %(index)s") % told))
    return found


def _score_step(one: ItemScore) -> Step:
    title = _("Skor = nilai mentah / nilai tertinggi × bobot")
    if one.score is None:
        return Step(title, _("Belum dapat dihitung: %(reason)s.") % {"reason": reason_words(one)})
    told = {
        "raw": num(one.raw), "high": num(one.item.high), "weight": num(one.item.weight), "score": num(one.score, FOUR),
        "factor": num(one.factor, FOUR), "other": one.item.multiplier or "",
    }  # fmt: skip
    if one.factor is None:
        return Step(title, "", "{raw} / {high} × {weight} = {score}".format(**told))
    text = _("Dikalikan bagian bobot yang dicapai butir pengali %(other)s: %(factor)s.") % told
    title = _("Skor = nilai mentah / nilai tertinggi × bobot × pengali")
    return Step(title, text, "{raw} / {high} × {weight} × {factor} = {score}".format(**told))


def _from(row: WorksheetScore) -> str:
    """Which document, which page, who and when; and the year it was carried from."""
    parts = []
    if row.carried_from:
        parts.append(_("Dibawa dari %(year)d.") % {"year": row.carried_from})
    if row.source:
        page = _(", halaman %(page)s") % {"page": row.page} if row.page else ""
        parts.append(_("Dokumen: %(source)s%(page)s.") % {"source": row.source, "page": page})
    else:
        parts.append(_("Dokumen belum disebut."))
    who = row.entered_by or "-"
    parts.append(
        _("Diisi %(who)s, %(when)s.") % {"who": who, "when": date_format(localtime(row.entered_at), "j M Y, H.i")}
    )
    return " ".join(parts)


def known_words(known: Known) -> str:
    return known.level or (num(known.raw) if known.raw is not None else _("tanpa angka"))


def difference_words(cells: Sequence[Cell]) -> str:
    """How far our estimate lies from the official figure, once there is one: "selisih mandiri 0,80"."""
    by = {cell.party: cell.score.score for cell in cells}
    official = by[Party.NATIONAL]
    if official is None:
        return ""
    said = []
    for party in (Party.SELF, Party.INTERNAL):
        score = by[party]
        if score is not None:
            told = {"party": str(party.label).lower(), "points": points(score - official)}
            said.append(_("%(party)s %(points)s dari nasional") % told)
    return "; ".join(said)
