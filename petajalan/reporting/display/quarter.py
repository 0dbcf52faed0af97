"""A quarter's achievements as tabs and groups of rows, and the sentences above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from petajalan.calc.numbers import rounded
from petajalan.planning.display.words import number
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.totals import Step, View, steps, view_of
from petajalan.reporting.queries.achievement import Achieved, Key, Quarter
from petajalan.reporting.queries.achievement_page import Sums
from petajalan.reporting.queries.punctuality import Cell, Punctuality
from petajalan.reporting.words import percent_words, period_words

# How addresses name what is shown.
KINDS = {
    "indikator": SubjectKind.INDICATOR,
    "kegiatan": SubjectKind.ACTIVITY,
    "sasaran": SubjectKind.OBJECTIVE,
    "tema": SubjectKind.THEME,
    "unit": SubjectKind.UNIT,
    "aksi": SubjectKind.ACTION,
}
WORDS: dict[str, str] = {kind: word for word, kind in KINDS.items()}
# Under what the rows of a tab stand; the first that a row has.
HEADS = {
    SubjectKind.INDICATOR: (SubjectKind.ACTIVITY, SubjectKind.THEME, SubjectKind.OBJECTIVE),
    SubjectKind.ACTIVITY: (SubjectKind.OBJECTIVE,),
    SubjectKind.ACTION: (SubjectKind.UNIT,),
}


@dataclass(frozen=True, slots=True)
class Tab:
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    view: View
    steps: list[Step]


@dataclass(frozen=True, slots=True)
class Rows:
    """`head` is the group the rows stand under; `None` for those without one."""

    head: View | None
    rows: list[Row]


def tabs_of(quarter: Quarter, kinds: Mapping[str, SubjectKind]) -> list[Tab]:
    return [Tab(word, str(kind.label), len(listed(quarter, kind))) for word, kind in kinds.items()]


def listed(quarter: Quarter, kind: SubjectKind) -> list[Achieved]:
    """Units without anything to answer for and actions that rest are left out."""
    found = quarter.kind(kind)
    if kind == SubjectKind.UNIT:
        return [one for one in found if one.row.parts or one.row.work_parts]
    return [one for one in found if one.is_active] if kind == SubjectKind.ACTION else found


def groups_of(quarter: Quarter, kind: SubjectKind) -> list[Rows]:
    heads: dict[Key | None, list[Row]] = defaultdict(list)
    for one in listed(quarter, kind):
        head = next((key for of in HEADS.get(kind, ()) for key in one.subject.under if key[0] == of), None)
        heads[head].append(Row(view_of(one), steps(one)))
    return [Rows(view_of(quarter.of[key]) if key and key in quarter.of else None, rows) for key, rows in heads.items()]


def lead_of(sums: Sums, year: int, quarter: int) -> str:
    """What the quarter comes to, in a few sentences."""
    period = period_words(f"{year}-Q{quarter}")
    if not sums.listed and not sums.work.members:
        return gettext("%(period)s: belum ada yang dapat dinilai.") % {"period": period}
    said = [
        gettext("%(period)s: %(judged)d dari %(listed)d indikator sudah dinilai")
        % {"period": period, "judged": sums.judged, "listed": sums.listed}
    ]
    if sums.judged:
        text = gettext(": %(good)d tinggi atau sangat tinggi, %(middling)d sedang, %(bad)d rendah atau sangat rendah")
        said[0] += text % {"good": sums.good, "middling": sums.middling, "bad": sums.bad}
    said[0] += "."
    if sums.work.members:
        told = {"known": sums.work.known, "parts": sums.work.members}
        text = gettext("%(known)d dari %(parts)d aksi sudah dinilai.") % told
        if sums.work.percent is not None:
            mean = percent_words(sums.work.percent)
            text = gettext("%(known)d dari %(parts)d aksi sudah dinilai, rata-rata %(mean)s.") % {**told, "mean": mean}
        said.append(text)
    if sums.absorbed is not None and sums.budget:
        told_budget = {
            "share": number(rounded(sums.absorbed / sums.budget * 100, 1)),
            "absorbed": number(sums.absorbed), "budget": number(sums.budget),
        }  # fmt: skip
        text = gettext("Anggaran terserap %(share)s%% sejak awal tahun: Rp %(absorbed)s dari Rp %(budget)s.")
        said.append(text % told_budget)
    return " ".join(said)


def punctuality_lead(found: Punctuality) -> str:
    counts, due = found.counts, found.due
    if not found.rows:
        return gettext("Belum ada unit yang wajib melapor pada tahun ini.")
    if not found.dates:
        return gettext("Kalender tahun ini belum dibuka, jadi belum ada tenggat.")
    if not due:
        return gettext("Belum ada laporan yang jatuh tempo.")
    told = {
        "due": due, "on_time": counts[Cell.ON_TIME], "late": counts[Cell.LATE],
        "missing": counts[Cell.MISSING] + counts[Cell.EXCEPTION],
    }  # fmt: skip
    sentence = ngettext(
        "%(due)d laporan jatuh tempo: %(on_time)d tepat waktu, %(late)d terlambat, %(missing)d belum dikirim.",
        "%(due)d laporan jatuh tempo: %(on_time)d tepat waktu, %(late)d terlambat, %(missing)d belum dikirim.",
        due,
    )
    return sentence % told
