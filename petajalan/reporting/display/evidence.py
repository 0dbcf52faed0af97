"""What evidence proves, as pages name it, with the way there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from petajalan.accounts.models import Agency
from petajalan.planning.models import Indicator
from petajalan.reporting.models import CultureActivity, Evidence, Measurement, ProgressLine
from petajalan.reporting.queries.evidence import Proved
from petajalan.reporting.queries.measuring import led_in
from petajalan.reporting.words import period_words


@dataclass(frozen=True, slots=True)
class Subject:
    """A line of a report or a measurement: `needed` is the evidence that its action asks for."""

    name: str
    period: str
    unit: str
    url: str
    needed: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    name: str
    url: str
    page: str


@dataclass(frozen=True, slots=True)
class Piece:
    one: Evidence
    proofs: list[Proof]


def subject_of(agency: Agency, to: Proved) -> Subject:
    if isinstance(to, ProgressLine):
        report = to.report
        name = gettext("Laporan kemajuan %(period)s") % {"period": period_words(report.period)}
        return Subject(to.action.name, name, str(report.unit), _line_url(agency, to), to.action.evidence_needed)
    if isinstance(to, CultureActivity):
        at = reverse("culture_activity", args=[agency.slug, to.pk])
        return Subject(to.title, gettext("Kegiatan budaya kerja"), str(to.unit), at)
    indicator = _indicator(agency, to)
    period = gettext("Pengukuran %(period)s") % {"period": period_words(f"{to.year}-Q{to.quarter}")}
    name = indicator.name if indicator else gettext("Indikator yang tidak ada lagi")
    return Subject(name, period, str(to.coordinator), _measured_url(agency, to, indicator))


ProofSource = Callable[[Agency, Sequence[Evidence]], Mapping[int, Sequence[Proof]]]
_sources: list[ProofSource] = []


def add_proofs(source: ProofSource) -> None:
    """Let another app say what pieces prove there, by key of the piece; all of them in one query."""
    if source not in _sources:
        _sources.append(source)


def proofs_elsewhere(agency: Agency, pieces: Sequence[Evidence]) -> dict[int, list[Proof]]:
    found: dict[int, list[Proof]] = defaultdict(list)
    for source in _sources:
        for key, proofs in source(agency, pieces).items():
            found[key] += proofs
    return found


def piece(agency: Agency, one: Evidence, names: Mapping[UUID, str], elsewhere: Mapping[int, Sequence[Proof]]) -> Piece:
    """A piece of evidence with what it proves; its uses were read with it. `names` are those of indicators, by key;
    `elsewhere` is what `proofs_elsewhere` found."""
    proofs = []
    for use in one.uses.all():
        if use.line is not None:
            told = {"action": use.line.action.name, "period": period_words(use.line.report.period)}
            name = gettext("%(action)s, laporan %(period)s") % told
            proofs.append(Proof(name, reverse("evidence_line", args=[agency.slug, use.line.pk]), use.page))
        elif use.measurement is not None:
            row = use.measurement
            told = {"name": names.get(row.indicator_key, ""), "period": period_words(f"{row.year}-Q{row.quarter}")}
            name = gettext("%(name)s, pengukuran %(period)s") % told
            proofs.append(Proof(name, reverse("evidence_measurement", args=[agency.slug, row.pk]), use.page))
        elif use.activity is not None:
            told = {"title": use.activity.title, "day": date_format(use.activity.day, "j M Y")}
            name = gettext("%(title)s, %(day)s") % told
            proofs.append(Proof(name, reverse("evidence_activity", args=[agency.slug, use.activity.pk]), use.page))
    return Piece(one, [*proofs, *elsewhere.get(one.pk, ())])


def _indicator(agency: Agency, row: Measurement) -> Indicator | None:
    led = led_in(agency, row.year, [row.coordinator])
    return next((one.indicator for one in led if row.indicator_key in one.keys), None)


def _line_url(agency: Agency, line: ProgressLine) -> str:
    report = line.report
    at = reverse("report", args=[agency.slug, report.year, report.month, report.unit_id])
    return f"{at}#l{line.pk}"


def _measured_url(agency: Agency, row: Measurement, indicator: Indicator | None) -> str:
    at = (agency.slug, row.year, row.quarter, row.coordinator_id)
    if indicator is None:
        return reverse("measurements", args=at)
    return reverse("measurement", args=(*at, indicator.key))
