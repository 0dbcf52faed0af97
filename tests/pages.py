"""Every address of the application, filled in with rows of one agency: for the tests and the benchmark of all pages.

The addresses come from the URL conf, so that a new page is tried without being named here, unless its address names a
new kind of row: `test_every_address_is_tried_or_named_with_a_reason` then asks for the rows, which go into `rows_of`,
or for a reason, which goes into `NOT_TRIED`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from petajalan.accounts.models import Agency, Holding, Invitation, Membership, TeamMember, Unit
from petajalan.api.models import ApiToken
from petajalan.catalogue.frameworks import frameworks
from petajalan.catalogue.models import AdoptedInstrument, OwnEntry
from petajalan.catalogue.views.own import KINDS
from petajalan.evaluation.choices import GuidanceKind
from petajalan.evaluation.models import (
    Evaluation,
    EvaluationPoint,
    EvaluationRow,
    Guidance,
    ImprovementArea,
    IndexValue,
    Objection,
    Recommendation,
    Scenario,
    Waiver,
    WorksheetScore,
)
from petajalan.exports.models import DocumentTemplate, FrozenFile, MadeDocument
from petajalan.planning.models import (
    Action,
    ActionRevision,
    DataPoint,
    DataSeries,
    Factor,
    Figure,
    IndicatorRow,
    KeyActivity,
    Regulation,
    RoadMap,
    SectionText,
    Theme,
)
from petajalan.planning.views import counterparts, logic_rows, parts
from petajalan.reporting.display.quarter import WORDS
from petajalan.reporting.models import (
    Achievement,
    CalendarYear,
    CultureActivity,
    Evidence,
    EvidenceUse,
    ForumDecision,
    ForumItem,
    LockException,
    Measurement,
    ProgressLine,
    ProgressReport,
    ReviewForum,
)
from petajalan.reporting.queries.measuring import led_in
from petajalan.surveys.models import Survey, SurveyResponse

AGENCY = "<slug:agency_slug>/"
Values = Mapping[str, object]
QUERY = {"query"}
# What an address may name beside a row.
USUAL: Values = {"year": 2024, "code": "baseline"}

NOT_TRIED = {
    "evaluation_texts": "for the evaluation team only; tests/evaluation/test_internal_pages.py opens it",
    "account_reset_password_from_key": "its address holds a secret that was sent by mail",
    "calendar_feed": "its address holds a secret that is shown once",
    **dict.fromkeys(
        (
            *("public_agencies", "public_overview", "public_indicator", "public_theme"),
            *("public_data", "public_data_file", "public_document"),
        ),
        "outside of every agency; tests/dashboard/test_public_pages.py opens it",
    ),
    "public_survey": "outside of every agency; tests/surveys/test_public_form.py opens it",
    "public_survey_thanks": "outside of every agency; tests/surveys/test_public_form.py opens it",
    "invitation": "its address holds a secret that was sent by mail",
    "mfa_authenticate": "there only between password and code",
    "mfa_reauthenticate": "there only for an account with a second factor",
    "mfa_deactivate_totp": "there only for an account with a second factor",
    "mfa_view_recovery_codes": "there only for an account with a second factor",
    "mfa_download_recovery_codes": "there only for an account with a second factor",
    "mfa_generate_recovery_codes": "there only for an account with a second factor",
}


@dataclass(frozen=True, slots=True)
class Page:
    """`name` is that of the address, with the kind of row where one address serves several."""

    name: str
    address: str


def patterns(of: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every address with a name, the back office's apart."""
    for one in (of or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one) if one.app_name != "admin" else ()
        elif one.name:
            yield one


def pages_of(agency: Agency, road_map: RoadMap) -> list[Page]:
    """All addresses with an example of each kind of row they name; those that only take a POST are among them."""
    rows = rows_of(agency, road_map)
    found: list[Page] = []
    for pattern in patterns():
        name, route = str(pattern.name), str(pattern.pattern)
        if name in NOT_TRIED:
            continue
        of_agency = {"agency_slug": agency.slug} if route.startswith(AGENCY) else {}
        for values in _values(route.removeprefix(AGENCY), set(pattern.pattern.converters) - set(of_agency), rows):
            address = reverse(name, kwargs={**of_agency, **{key: values[key] for key in values if key != "query"}})
            found.append(Page(" ".join([name, *_kind(values)]), address + str(values.get("query", ""))))
    return found


def _values(route: str, wanted: set[str], rows: Mapping[str, list[Values]]) -> list[Values]:
    """The rows at the longest known beginning of the address, with what else it names: a year of the plan, say."""
    for known in sorted(rows, key=len, reverse=True):
        missing = [wanted - set(one) for one in rows[known]]
        if route.startswith(known) and all(names <= set(USUAL) for names in missing):
            usual = [{name: USUAL[name] for name in names} for names in missing]
            return [{**one, **more} for one, more in zip(rows[known], usual, strict=True) if set(one) - QUERY <= wanted]
    return [{name: USUAL[name] for name in wanted}] if wanted <= set(USUAL) else []


def _kind(values: Values) -> list[str]:
    return [str(values["kind"])] if "kind" in values else []


def rows_of(agency: Agency, road_map: RoadMap) -> dict[str, list[Values]]:
    """Beginnings of addresses, with the values of the names in them; none where there is no such row."""
    of_plan = {"agency": agency, "road_map": road_map}
    of_agency = _rows_of_agency(agency) | _rows_of_calendar(agency) | _rows_of_forum(agency) | _rows_of_surveys(agency)
    of_agency |= _rows_of_evaluation(agency) | _rows_of_achievements(agency) | _rows_of_documents(agency)
    return of_agency | _rows_of_plan(of_plan, road_map)


def _rows_of_agency(agency: Agency) -> dict[str, list[Values]]:
    holding = Holding.objects.filter(agency=agency).order_by("pk").first()
    member = TeamMember.objects.filter(agency=agency).first()
    membership = Membership.objects.filter(agency=agency).first()
    regulation = Regulation.objects.filter(agency=agency).first()
    action = Action.objects.filter(agency=agency).first()
    revision = ActionRevision.objects.filter(agency=agency).first()
    return {
        "akses-api/<int:key>/": _one(ApiToken.objects.filter(agency=agency).first(), key="pk"),
        "unit/<int:key>/": _one(Unit.objects.filter(agency=agency).first(), key="pk"),
        "jabatan/<int:key>/": _one(holding, key="position_id"),
        "jabatan/<int:key>/pemegang/": _one(holding, key="position_id", holding_key="pk"),
        "tim/<int:key>/": _one(member, key="team_id"),
        "tim/<int:key>/anggota/<int:member_key>/": _one(member, key="team_id", member_key="pk"),
        "orang/<int:key>/": _one(membership, key="user_id"),
        "orang/<int:key>/peran/<int:membership_key>/": _one(membership, key="user_id", membership_key="pk"),
        "orang/undangan/<int:key>/": _one(Invitation.objects.filter(agency=agency).first(), key="pk"),
        "publik/pratinjau/<slug:item>/": [{"item": "indicators"}],
        "publik/butir/<slug:item>/": [{"item": "indicators"}],
        "katalog/skala/": [{"code": "spbe"}],
        "katalog/instrumen/<int:key>/": _one(AdoptedInstrument.objects.filter(agency=agency).first(), key="pk"),
        "katalog/instrumen/nasional/": [{"code": "lke-2024-kabkota"}],
        "katalog/kerangka/<int:year>/": [{"year": one.first_year} for one in frameworks()[-1:]],
        "katalog/milik-instansi/tambah/": [{"kind": kind} for kind in KINDS],
        "katalog/milik-instansi/<int:key>/": _one(OwnEntry.objects.filter(agency=agency).first(), key="pk"),
        "peraturan/<int:key>/": _one(regulation, key="pk"),
        "peraturan/<int:key>/tabel/": _one(regulation, key="pk", position=1),
        "peraturan/<int:key>/temuan/<int:number>/": _one(regulation, key="pk", number=1),
        "rencana-aksi/<int:key>/": _one(action, key="plan_id"),
        "rencana-aksi/<int:key>/aksi/<int:row>/": _one(action, key="plan_id", row="pk"),
        "rencana-aksi/<int:key>/perbaikan/": _one(action, key="plan_id", number=1),
        "rencana-aksi/<int:key>/revisi/": _one(revision, key="plan_id", number="number"),
        "peraturan/<int:key>/rancang/putuskan/": _one(regulation, key="pk", number=1),
    }


def _rows_of_plan(of_plan: dict[str, Any], road_map: RoadMap) -> dict[str, list[Values]]:
    def first(model: Any) -> Any:
        return model.objects.filter(**of_plan).order_by("position").first()

    theme, series, named = first(Theme), first(DataSeries), first(IndicatorRow)
    indicator = named.indicator if named else None
    printed = Figure.objects.filter(**of_plan).exclude(place_table="").first()
    year = {"year": road_map.years[1]}
    return {
        "rencana/versi/": _one(road_map, version="version"),
        "rencana/tahun/<int:year>/": [year],
        "rencana/tahun/<int:year>/tetap/": [{**year, **one} for one in _one(indicator, key="key")],
        "rencana/naskah/<uuid:key>/": _one(first(SectionText), key="key"),
        "rencana/naskah/tabel/": _one(printed, name="place_table"),
        "rencana/prioritas/<int:key>/": _one(first(KeyActivity), key="pk"),
        "rencana/prioritas/faktor/<int:key>/": _one(first(Factor), key="pk"),
        "rencana/tema/<uuid:key>/": _one(theme, key="key"),
        "rencana/tema/seri/": _one(series, key="pk"),
        "rencana/tema/angka/": _one(first(DataPoint), key="pk"),
        "rencana/isi/<slug:kind>/tambah/": [
            {"kind": kind} | ({"query": f"?tema={theme.pk}"} if one.of_theme and theme else {})
            for kind, one in parts.KINDS.items()
            if theme or not one.of_theme
        ],
        "rencana/isi/<slug:kind>/<int:key>/": [
            {"kind": kind, "key": row.pk} for kind, one in parts.KINDS.items() if (row := first(one.model))
        ],
        "rencana/padanan/": [
            {"kind": kind, "key": row.key} for kind, one in counterparts.KINDS.items() if (row := first(one))
        ],
        "rencana/indikator/<uuid:key>/": _one(indicator, key="key"),
        "rencana/indikator/<uuid:key>/baris/<uuid:row_key>/": _one(
            named, key=indicator and indicator.key, row_key="key"
        ),
        "rencana/peta-logika/tambah/": [{"kind": kind} for kind in logic_rows.KINDS],
        "rencana/peta-logika/ubah/": [
            {"kind": kind, "key": row.key} for kind, one in logic_rows.KINDS.items() if (row := first(one.model))
        ],
    }


def _rows_of_calendar(agency: Agency) -> dict[str, list[Values]]:
    opened = CalendarYear.objects.filter(agency=agency).first()
    exception = LockException.objects.filter(agency=agency).first()
    report = ProgressReport.objects.filter(agency=agency).first()
    return _rows_of_measurements(agency) | {
        "kalender/<int:year>/aturan/": _one(opened, year="year", kind="ex_ante"),
        "kalender/<int:year>/ubah/": _one(opened, year="year", what="hari"),
        "kalender/pengecualian/<int:key>/": _one(exception, key="pk"),
        "laporan/<int:year>/<int:month>/<int:unit>/": _one(report, year="year", month="month", unit="unit_id"),
        "laporan/baris/<int:key>/": _one(ProgressLine.objects.filter(agency=agency).first(), key="pk"),
    }


def _rows_of_surveys(agency: Agency) -> dict[str, list[Values]]:
    survey = Survey.objects.filter(agency=agency).first()
    typed = SurveyResponse.objects.filter(agency=agency, channel="entry").first()
    activity = CultureActivity.objects.filter(agency=agency).first()
    return {
        "survei/<int:key>/": _one(survey, key="pk"),
        "survei/periode/<str:code>/": _one(survey, code="period"),
        "survei/jawaban/<int:key>/": _one(typed, key="pk"),
        "budaya/kegiatan/<int:key>/": _one(activity, key="pk"),
        "bukti-dukung/budaya/<int:key>/": _one(activity, key="pk"),
    }


def _rows_of_forum(agency: Agency) -> dict[str, list[Values]]:
    forum = ReviewForum.objects.filter(agency=agency).first()
    return {
        "forum/<int:year>/<int:quarter>/": _one(forum, year="year", quarter="quarter"),
        "forum/butir/<int:key>/": _one(ForumItem.objects.filter(agency=agency).first(), key="pk"),
        "forum/keputusan/<int:key>/": _one(ForumDecision.objects.filter(agency=agency).first(), key="pk"),
    }


def _rows_of_measurements(agency: Agency) -> dict[str, list[Values]]:
    quarter = {"year": 2024, "quarter": 1}
    led = next(iter(led_in(agency, 2024)), None)
    unit = {**quarter, "unit": min(led.units)} if led else {}
    return _rows_of_evidence(agency) | {
        "pengukuran/<int:year>/<int:quarter>/": [quarter],
        "pengukuran/<int:year>/<int:quarter>/<int:unit>/": [unit] if led else [],
        "pengukuran/<int:year>/<int:quarter>/<int:unit>/<uuid:key>/": [{**unit, "key": led.indicator.key}]
        if led
        else [],
    }


def _rows_of_achievements(agency: Agency) -> dict[str, list[Values]]:
    quarter = {"year": 2024, "quarter": 1}
    found = [
        {**quarter, "kind": word, "key": row.key}
        for kind, word in WORDS.items()
        if (row := Achievement.objects.filter(agency=agency, kind=kind, year=2024, quarter=1).first())
    ]
    return {
        "capaian/<int:year>/<int:quarter>/": [quarter],
        "capaian/<int:year>/<int:quarter>/<slug:kind>/<slug:key>/": found,
    }


def _rows_of_documents(agency: Agency) -> dict[str, list[Values]]:
    draft = MadeDocument.objects.filter(agency=agency, frozen=None, content__isnull=False).defer("content").first()
    file = FrozenFile.objects.filter(agency=agency).defer("content").select_related("document").first()
    key = file.document.key if file else None
    return {
        "dokumen/kop/templat/<int:key>/": _one(DocumentTemplate.objects.filter(agency=agency).first(), key="pk"),
        "dokumen/dibuat/<uuid:key>/": _one(draft, key="key"),
        "dokumen/<uuid:key>/": [{"key": key}] if file else [],
        "dokumen/<uuid:key>/berkas/<slug:format>/": [{"key": key, "format": file.format}] if file else [],
    }


def _rows_of_internal(agency: Agency) -> dict[str, list[Values]]:
    """Evaluations of a year, and what coordinators say of their own actions."""
    evaluations = {one.kind: one for one in Evaluation.objects.filter(agency=agency, kind__in=["ex_ante", "year"])}
    before, after = evaluations.get("ex_ante"), evaluations.get("year")
    point = EvaluationPoint.objects.filter(agency=agency).first()
    action = Action.objects.filter(agency=agency, target_q1__gt=0, withdrawn=False).select_related("plan").first()
    own = {"year": action.plan.year, "quarter": 1, "unit": action.plan.coordinator_id} if action else {}
    return {
        "evaluasi/lembar/<int:key>/angka/": _one(before or after, key="pk"),
        "evaluasi/butir/<int:key>/": _one(point, key="pk"),
        "evaluasi/ex-ante/<int:year>/": _one(before, year="year"),
        "evaluasi/ex-ante/<int:year>/<slug:group>/": _one(before, year="year", group="road-map"),
        "evaluasi/tahunan/<int:year>/": _one(after, year="year"),
        "evaluasi/tahunan/<int:year>/<slug:group>/": _one(after, year="year", group="pengelolaan"),
        "evaluasi/mandiri/<int:year>/<int:quarter>/": [{"year": own["year"], "quarter": 1}] if action else [],
        "evaluasi/mandiri/<int:year>/<int:quarter>/<int:unit>/": [own] if action else [],
        "evaluasi/mandiri/<int:year>/<int:quarter>/aksi/": [{"year": own["year"], "quarter": 1, "action": action.pk}]
        if action
        else [],
    }


def _rows_of_evaluation(agency: Agency) -> dict[str, list[Values]]:
    guidance = Guidance.objects.filter(agency=agency).first()
    return {
        "evaluasi/<int:year>/mulai/": [{"year": 2024, "kind": "month", "number": 1}],
        "evaluasi/lembar/<int:key>/": _one(Evaluation.objects.filter(agency=agency, kind="month").first(), key="pk"),
        **_rows_of_internal(agency),
        "evaluasi/baris/<int:key>/": _one(EvaluationRow.objects.filter(agency=agency).first(), key="pk"),
        "evaluasi/pendampingan/<int:key>/": _one(guidance, key="pk"),
        # Assistance is written by the evaluation team only, of which nobody opens these pages.
        "evaluasi/pendampingan/tulis/": [{"kind": GuidanceKind.DIRECTION.value}],
        "indeks/<slug:code>/": _one(IndexValue.objects.filter(agency=agency).first(), code="code"),
        "indeks/<slug:code>/<int:year>/": _one(
            IndexValue.objects.filter(agency=agency).first(), code="code", year="year"
        ),
        "rekomendasi/<int:key>/": _one(Recommendation.objects.filter(agency=agency).first(), key="pk"),
        "rekomendasi/dari-baris/": _one(EvaluationRow.objects.filter(agency=agency).first(), key="pk"),
        "rekomendasi/dari-area/": _one(ImprovementArea.objects.filter(agency=agency).first(), key="pk"),
        **_rows_of_worksheet(agency),
        "evaluasi/independensi/<int:key>/": _one(Waiver.objects.filter(agency=agency).first(), key="pk"),
    }


def _rows_of_worksheet(agency: Agency) -> dict[str, list[Values]]:
    score = WorksheetScore.objects.filter(agency=agency, party="self").select_related("worksheet").first()
    scenario = Scenario.objects.filter(agency=agency).select_related("worksheet").first()
    item: Values = {"year": score.worksheet.year, "code": score.item} if score else {}
    kept: Values = {"year": scenario.worksheet.year, "key": scenario.pk} if scenario else {}
    objection = Objection.objects.filter(agency=agency).select_related("worksheet").first()
    objected: Values = {"year": objection.worksheet.year, "key": objection.pk, "evidence": 1} if objection else {}
    official = WorksheetScore.objects.filter(agency=agency, party="national").select_related("worksheet").first()
    unobjected: Values = {"year": official.worksheet.year, "code": official.item} if official else {}
    return {
        "lke/<int:year>/": [{"year": 2024}],
        "lke/<int:year>/lke-": [{"year": 2024, "party": "mandiri"}],
        "lke/<int:year>/butir/<str:code>/": [item] if item else [],
        "lke/<int:year>/butir/<str:code>/<slug:party>/": [{**item, "party": "mandiri"}] if item else [],
        "lke/<int:year>/simulasi/<int:key>/": [kept] if kept else [],
        "lke/<int:year>/sanggah/tulis/": [unobjected] if unobjected else [],
        "lke/<int:year>/sanggah/<int:key>/": [{name: objected[name] for name in ("year", "key")}] if objected else [],
        "lke/<int:year>/sanggah/<int:key>/bukti/": [objected] if objected else [],
    }


def _rows_of_evidence(agency: Agency) -> dict[str, list[Values]]:
    piece = Evidence.objects.filter(agency=agency).exclude(content="").first()
    use = EvidenceUse.objects.filter(agency=agency).first()
    return {
        "bukti-dukung/unit/<int:unit>/": _one(piece, unit="unit_id"),
        "bukti-dukung/baris/": _one(ProgressLine.objects.filter(agency=agency).first(), key="pk"),
        "bukti-dukung/pengukuran/": _one(Measurement.objects.filter(agency=agency).first(), key="pk"),
        "bukti-dukung/pemakaian/": _one(use, key="pk"),
        "bukti-dukung/<int:key>/": _one(piece, key="pk"),
    }


def _one(row: Any, /, **names: object) -> list[Values]:
    """Each name is an attribute of the row, or a value that is none."""
    if row is None:
        return []
    return [{name: getattr(row, one, one) if isinstance(one, str) else one for name, one in names.items()}]
