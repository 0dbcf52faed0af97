"""A recommendation is raised: from a row or an area of an evaluation, from guidance, or from a document."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Unit, User
from petajalan.common import audit
from petajalan.evaluation.choices import EvaluationKind, RecommendationSource, RecommendationState
from petajalan.evaluation.duties import may_raise
from petajalan.evaluation.models import Evaluation, EvaluationRow, Guidance, ImprovementArea, Recommendation
from petajalan.planning.models import Action, Indicator
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.write_keys import first_time

Source = EvaluationRow | ImprovementArea | Guidance
# The column that names what a recommendation was made from. What can be made into one only once is in `ONCE`.
COLUMNS: dict[type, str] = {EvaluationRow: "row", ImprovementArea: "area", Guidance: "guidance"}
ONCE = frozenset({"row", "area"})
KINDS = {
    EvaluationKind.MONTH: RecommendationSource.MONTHLY,
    EvaluationKind.QUARTER: RecommendationSource.QUARTERLY,
    EvaluationKind.EX_ANTE: RecommendationSource.EX_ANTE,
    EvaluationKind.YEAR: RecommendationSource.YEARLY,
}


@transaction.atomic
def raise_recommendation(
    *, agency: Agency, source_kind: str, source: Source | None = None, reference: str = "", what: str, owner: Unit,
    due: date, by: User, at: datetime, key: UUID | None = None, action: Action | None = None,
    indicator_key: UUID | None = None, year: int | None = None,
) -> Recommendation | None:  # fmt: skip
    """Ask `owner` to do `what` until `due`. When the same form arrived before: what it made,
    as far as that can be told.

    source     what it comes from: a row or an area of an evaluation that was sent, or guidance
    reference  the document and its part; needed where there is no source
    action     which it concerns; that of the row where there is one
    indicator_key  of the indicator which it concerns, where the action does not say it
    year       that the evaluation was about; of the source where there is one, else this year
    """
    kind = RecommendationSource(source_kind)
    if not may_raise(by, agency, kind, source):
        raise PermissionDenied(_("Peran Anda di instansi ini tidak mencakup tindakan tersebut."))
    column = COLUMNS[type(source)] if source is not None else ""
    if not first_time(about=source or agency, key=key, what=f"raise_recommendation {column}", by=by, at=at):
        return live_of(source) if source is not None and column in ONCE else None
    today = today_of(agency, at)
    _sound(agency, kind, source, what=what, reference=reference, owner=owner, due=due, today=today)
    if action is not None and action.agency_id != agency.pk:
        raise Refused(_("Pilih aksi instansi ini."))
    if indicator_key is not None and not Indicator.objects.filter(agency=agency, key=indicator_key).exists():
        raise Refused(_("Pilih indikator instansi ini."))
    # One after another, so that no number is given twice.
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    if source is not None and column in ONCE and (known := live_of(source)):
        raise Refused(_("Catatan ini sudah menjadi rekomendasi %(code)s.") % {"code": known.code})
    year = _year_of(source) or year or today.year
    last = Recommendation.objects.filter(agency=agency, year=year).aggregate(last=Max("number"))["last"]
    row = _row_of(source)
    made: Recommendation = Recommendation.objects.create(
        agency=agency, year=year, number=(last or 0) + 1, source_kind=kind, reference=reference.strip(),
        what=what.strip(), owner=owner, due=due, first_due=due, action=action or (row.action if row else None),
        indicator_key=indicator_key, raised_by=by, raised_at=at, **({column: source} if column else {}),
    )  # fmt: skip
    audit.record(
        agency=agency, by=by, action="recommendation_raised", about=made, at=at,
        after={"recommendation_source": kind, "owner": str(owner), "due": due.isoformat()},
    )  # fmt: skip
    return made


def _sound(
    agency: Agency, kind: RecommendationSource, source: Source | None, *, what: str, reference: str, owner: Unit,
    due: date, today: date,
) -> None:  # fmt: skip
    if not what.strip():
        raise Refused(_("Isi rekomendasinya: apa yang harus dikerjakan."))
    if owner.agency_id != agency.pk or (source is not None and source.agency_id != agency.pk):
        raise Refused(_("Pilih unit instansi ini."))
    if source is None and not reference.strip():
        raise Refused(_("Isi dokumen asalnya: nama atau nomornya, dan bagian yang memuat rekomendasi ini."))
    if isinstance(source, Guidance):
        if due < source.day:
            raise Refused(_("Tenggat tindak lanjut tidak boleh mendahului tanggal catatannya."))
    elif due < today:
        raise Refused(_("Isi tenggat dengan tanggal yang belum lewat."))
    evaluation = _evaluation_of(source)
    if evaluation is not None and evaluation.first_submitted_at is None:
        raise Refused(_("Kirim dahulu evaluasinya. Sesudah itu catatannya dapat dijadikan rekomendasi."))
    if kind_of(source) not in {None, kind}:
        raise Refused(_("Asal rekomendasi ini tidak sesuai dengan evaluasinya. Muat ulang halaman, lalu ulangi."))


def live_of(source: Source) -> Recommendation | None:
    """The one that a source was made into and that was not withdrawn: the newest."""
    known = Recommendation.objects.filter(agency=source.agency_id, **{COLUMNS[type(source)]: source})
    found: Recommendation | None = known.exclude(state=RecommendationState.WITHDRAWN).order_by("-pk").first()
    return found


def _row_of(source: Source | None) -> EvaluationRow | None:
    return source.row if isinstance(source, ImprovementArea) else source if isinstance(source, EvaluationRow) else None


def _evaluation_of(source: Source | None) -> Evaluation | None:
    """The one that the row or the area belongs to. An area stands beside a row, or beside a point of a year."""
    if isinstance(source, ImprovementArea):
        part = source.row or source.point
        return part.evaluation if part is not None else None
    return source.evaluation if isinstance(source, EvaluationRow) else None


def kind_of(source: Source | None) -> RecommendationSource | None:
    """What the source says itself; null where it says nothing."""
    if isinstance(source, Guidance):
        return RecommendationSource.GUIDANCE
    evaluation = _evaluation_of(source)
    return KINDS[EvaluationKind(evaluation.kind)] if evaluation is not None else None


def _year_of(source: Source | None) -> int | None:
    if isinstance(source, Guidance):
        return source.day.year
    evaluation = _evaluation_of(source)
    return evaluation.year if evaluation is not None else None
