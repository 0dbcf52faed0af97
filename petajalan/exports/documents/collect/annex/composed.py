"""The tables of an annex as the plan has them: what was adopted, the totals and ranks that are computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from petajalan.calc.numbers import format_value
from petajalan.exports.documents.collect.annex import rows as of
from petajalan.exports.documents.collect.annex.columns import columns_of
from petajalan.exports.documents.collect.annex.grids import head_of
from petajalan.exports.documents.collect.annex.rows import Heading, Owned, figure_cell, measured
from petajalan.exports.documents.tree import Align, Cell, Table
from petajalan.planning.choices import RequiredPart
from petajalan.regulation import data as stated
from petajalan.regulation.data import RoadMapData
from petajalan.regulation.recognise.factors import says_scale, says_weight

ROLES = {
    "patron": "Pembina",
    "steering": "Pengarah",
    "responsible": "Penanggung Jawab",
    "chair": "Ketua",
    "vice_chair": "Wakil Ketua",
    "coordinator": "Koordinator",
    "secretary": "Sekretaris",
    "member": "Anggota",
}
NAMES = {
    "interim_results": "Capaian Hasil Antara",
    "goals": "Tujuan, Indikator, dan Target",
    "objectives": "Sasaran Strategis, Indikator, dan Target",
    "priorities": "Penetapan Prioritas Kegiatan Utama",
    "key_activities": "Penetapan Target Kegiatan Utama",
    "themes": "Penetapan Target Reformasi Birokrasi Tematik",
    "teams": "Susunan Keanggotaan Tim Reformasi Birokrasi",
}
# Where each table stands: in the section that is this part of a road map.
PARTS: tuple[tuple[RequiredPart, tuple[str, ...]], ...] = (
    (RequiredPart.ISSUES, ("interim_results",)),
    (RequiredPart.GOALS, ("goals", "objectives")),
    (RequiredPart.ACTIVITIES, ("priorities", "key_activities")),
    (RequiredPart.THEMES, ("themes",)),
    (RequiredPart.MANAGEMENT, ("teams",)),
)


class Tables:
    """Makes one table when it is asked for, with the number that its place in the annex gives it."""

    def __init__(self, data: RoadMapData, title: str) -> None:
        """`title` ends each caption: "Kota Pasuruan Tahun 2023-2024"."""
        self.data, self.title = data, title

    def has(self, name: str) -> bool:
        data = self.data
        match name:
            case "priorities":
                return any(one.scores for one in data.key_activities)
            case "key_activities":
                return any(one.indicators for one in data.key_activities)
        return bool(getattr(data, name))

    def make(self, name: str, number: str) -> Table:
        caption = f"{NAMES[name]} {self.title}".strip()
        made: Table = getattr(self, f"_{name}")(number, caption)
        return made

    def _interim_results(self, number: str, caption: str) -> Table:
        found = self.data.interim_results
        years = sorted({year for one in found for year in one.values})
        scaled, sourced = any(one.scale for one in found), any(one.source for one in found)
        meanings = ["no", "name", *(["scale"] if scaled else []), *(f"value:{year}" for year in years)]
        heads = ["No", "Hasil Antara", *(["Skala"] if scaled else []), *(f"Nilai {year}" for year in years)]
        if sourced:
            meanings.append("source")
            heads.append("Sumber Data")
        body = []
        for at, one in enumerate(found, start=1):
            cells = [Cell(str(at)), Cell(one.name.text)]
            if scaled:
                cells.append(Cell(one.scale.text if one.scale else ""))
            cells += [figure_cell(one.values[year].reading if year in one.values else None) for year in years]
            if sourced:
                cells.append(Cell(one.source.text if one.source else ""))
            body.append(tuple(cells))
        return Table(columns_of(meanings), head_of([heads]), tuple(body), number, caption)

    def _goals(self, number: str, caption: str) -> Table:
        return self._with_national(self.data.goals, "Tujuan", number, caption)

    def _objectives(self, number: str, caption: str) -> Table:
        return self._with_national(self.data.objectives, "Sasaran Strategis", number, caption)

    def _with_national(
        self, found: Sequence[stated.Goal | stated.Objective], what: str, number: str, caption: str
    ) -> Table:
        rows = [row for one in found for row in one.indicators]
        owners = [
            Owned(
                {
                    "no": str(at),
                    "national_name": one.national_name.text if one.national_name else "",
                    "name": one.name.text if one.name else "",
                },
                one.indicators,
            )
            for at, one in enumerate(found, start=1)
        ]
        columns = (
            of.owner("no", "No", always=True), of.owner("national_name", f"{what} Nasional"), of.national_indicator(),
            of.owner("name", what, always=True), of.indicator("Indikator"), *of.common(), of.baseline(rows),
            *of.targets(rows), of.national_target(), of.source(),
        )  # fmt: skip
        return measured(owners, columns, number=number, caption=caption)

    def _priorities(self, number: str, caption: str) -> Table:
        factors = self.data.factors
        standing = any(one.mandatory is not None for one in self.data.key_activities)
        weights = [one.weight for one in factors if one.weight not in (None, Decimal(1))]
        meanings = ["no", "name", *(["mandatory"] if standing else []), *(f"score:{one.code}" for one in factors)]
        heads = ["No", "Kegiatan Utama", *(["Sifat"] if standing else []), *map(_factor, factors)]
        first = 4 if standing else 3
        last = first + len(factors)
        sum_of = "+".join(map(str, range(first, last)))
        numbers = [*map(str, range(1, last)), str(last) if weights else f"{last}=({sum_of})", str(last + 1)]
        head = (
            *head_of([[*heads, "Skala Prioritas (Total Skor)", "Peringkat"]]),
            tuple(Cell(text, align=Align.CENTER) for text in numbers),
        )
        body: list[tuple[Cell, ...]] = []
        for words, group in _grouped(self.data.key_activities):
            if words:
                body.append((Cell(words, columns=len(meanings) + 2, bold=True),))
            for at, one in enumerate(group, start=1):
                cells = [Cell(str(at)), Cell(one.name.text)]
                if standing:
                    cells.append(Cell("" if one.mandatory is None else "Mandatory" if one.mandatory else "Inisiatif"))
                scores = [one.scores.get(factor.code) for factor in factors]
                cells += [figure_cell(score.reading if score else None) for score in scores]
                cells.append(figure_cell(one.total_printed.reading if one.total_printed else None))
                cells.append(Cell(str(one.rank) if one.rank else "-", Decimal(one.rank) if one.rank else None))
                body.append(tuple(cells))
        return Table(columns_of([*meanings, "total", "rank"]), head, tuple(body), number, caption)

    def _key_activities(self, number: str, caption: str) -> Table:
        """In the order of priority; without ranks as the plan lists them."""
        found = [one for one in self.data.key_activities if one.indicators]
        found.sort(key=lambda one: int(one.target_number.text) if one.target_number else 0)
        rows = [row for one in found for row in one.indicators]
        owners = [Owned({"no": str(at), "name": one.name.text}, one.indicators) for at, one in enumerate(found, 1)]
        columns = (
            of.owner("no", "No", always=True), of.owner("name", "Kegiatan Utama", always=True),
            of.indicator("Indikator Kegiatan Utama"), *of.common(), of.baseline(rows), *of.targets(rows),
            *of.responsible(),
        )  # fmt: skip
        return measured(owners, columns, number=number, caption=caption)

    def _themes(self, number: str, caption: str) -> Table:
        found = self.data.themes
        rows = [row for one in found for row in one.indicators]
        owners = [
            Owned(
                {"no": str(at), "name": one.name.text, "objective": one.objective.text if one.objective else ""},
                one.indicators,
            )
            for at, one in enumerate(found, start=1)
        ]
        columns = (
            of.owner("no", "No", always=True), of.owner("name", "Tema", always=True),
            of.owner("objective", "Sasaran Tematik"), of.indicator("Indikator"), *of.common(), of.baseline(rows),
            *of.targets(rows), of.source(),
        )  # fmt: skip
        return measured(owners, columns, number=number, caption=caption)

    def _teams(self, number: str, caption: str) -> Table:
        meanings = ("no", "role", "position")
        body: list[tuple[Cell, ...]] = []
        for team in self.data.teams:
            named = f"{team.group.text}\n{team.name.text}" if team.group else team.name.text
            body.append((Cell(team.number.text if team.number else ""), Cell(named, columns=2, bold=True)))
            for one in team.members:
                role = one.role_printed.text if one.role_printed else ROLES.get(one.role, one.role)
                body.append((Cell(one.number or ""), Cell(role), Cell(one.position.text)))
        heads = ["No", "Kedudukan dalam Tim", "Kedudukan dalam Jabatan"]
        return Table(columns_of(meanings), head_of([heads]), tuple(body), number, caption)


def _factor(factor: stated.Factor) -> str:
    """With its scale and weight, unless its name says them."""
    words = factor.name.text
    if factor.low is not None and factor.high is not None and not says_scale(words):
        words += f" ({format_value(factor.low)}-{format_value(factor.high)})"
    if factor.weight not in (None, Decimal(1)) and not says_weight(words):
        assert factor.weight is not None
        share = factor.weight < 1
        words += (
            f" (Bobot {format_value(factor.weight * 100)}%)" if share else f" (Bobot {format_value(factor.weight)})"
        )
    return words


def _grouped(
    activities: Sequence[stated.KeyActivity],
) -> Iterator[tuple[str, list[stated.KeyActivity]]]:
    """By the objective that they serve, in the order of the plan."""
    groups: dict[str, list[stated.KeyActivity]] = {}
    for one in activities:
        if one.scores:
            groups.setdefault(one.objective.text if one.objective else "", []).append(one)
    for at, (words, group) in enumerate(groups.items(), start=1):
        marked = words if not words or words[:2].upper() == "SS" else f"SS.{at}: {words}"
        yield marked, group


__all__ = ["PARTS", "Heading", "Tables"]
