"""The recommendations of the demonstration city: closed, waiting, sent back, overdue, one carried from the year before.

They go through the services, by people whose units owe them, and are marked as simulated.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.evaluation.choices import EvaluationKind, GuidanceKind, RecommendationSource
from petajalan.evaluation.demo import Team
from petajalan.evaluation.models import Evaluation, EvaluationRow, Guidance, Recommendation
from petajalan.evaluation.services.guidance import write_guidance
from petajalan.evaluation.services.recommendations import answers
from petajalan.evaluation.services.recommendations.progress import Shown, report_progress
from petajalan.evaluation.services.recommendations.raising import raise_recommendation
from petajalan.planning.demo.actions import YEAR

NATIONAL = "Hasil evaluasi nasional 2023 (data simulasi), rekomendasi ke-2"
EX_ANTE = "Evaluasi ex-ante rencana aksi 2025 (data simulasi), butir 4"


@transaction.atomic
def simulate_recommendations(*, slug: str) -> bool:
    """`False` when there are some, or no simulated evaluations, or the people who write about them are gone."""
    agency = Agency.objects.get(slug=slug)
    team = Team.of(agency)
    people = {name: User.objects.filter(email=f"{name}@{slug}.example", is_active=True).first() for name in OWNERS}
    evaluated = Evaluation.objects.filter(agency=agency, year=YEAR, simulated=True).exists()
    if (
        team is None
        or not evaluated
        or None in people.values()
        or Recommendation.objects.filter(agency=agency).exists()
    ):
        return False
    city = _City(team, {name: user for name, user in people.items() if user is not None})
    if not all(city.unit(name) for name in OWNERS):
        return False
    for story in (_carried, _from_rows, _from_guidance, _before_the_next_year, _withdrawn):
        story(city)
    Recommendation.objects.filter(agency=agency).update(simulated=True)
    Guidance.objects.filter(agency=agency, recommendations__isnull=False).update(simulated=True)
    return True


OWNERS = ("siti", "budi")  # who reports for the units that owe them


class _City:
    def __init__(self, team: Team, people: dict[str, User]) -> None:
        self.team, self.people, self.agency = team, people, team.agency
        self.zone = ZoneInfo(self.agency.time_zone)

    def unit(self, name: str) -> Unit | None:
        return next(iter(units_of(self.people[name], self.agency)), None)

    def at(self, year: int, month: int, day: int) -> datetime:
        return datetime(year, month, day, 10, 15, tzinfo=self.zone)

    def raised(self, name: str, what: str, due: date, at: datetime, **more: object) -> Recommendation:
        given = {"by": self.team.evaluator, "owner": self.unit(name), **more}
        made = raise_recommendation(agency=self.agency, what=what, due=due, at=at, **given)  # type: ignore[arg-type]
        assert made is not None  # it has no key, so it is new
        return made

    def told(self, one: Recommendation, name: str, text: str, at: datetime, **more: object) -> None:
        one.refresh_from_db()
        report_progress(
            recommendation=one, text=text, version=one.version, by=self.people[name], at=at, **more  # type: ignore[arg-type]
        )  # fmt: skip

    def verified(self, one: Recommendation, note: str, at: datetime) -> None:
        one.refresh_from_db()
        answers.verify(recommendation=one, note=note, version=one.version, by=self.team.evaluator, at=at)

    def sent_back(self, one: Recommendation, reason: str, at: datetime) -> None:
        one.refresh_from_db()
        answers.send_back(recommendation=one, reason=reason, version=one.version, by=self.team.evaluator, at=at)


def _carried(city: _City) -> None:
    """Of the national evaluation of the year before: given more time once, and still overdue."""
    one = city.raised(
        "siti", "Satukan pengaduan layanan dari semua kanal ke dalam satu aplikasi, dan catat waktu penyelesaiannya.",
        date(YEAR, 6, 28), city.at(YEAR - 1, 12, 11), year=YEAR - 1, source_kind=RecommendationSource.NATIONAL,
        reference=NATIONAL,
    )  # fmt: skip
    city.told(one, "siti", "Kanal telepon dan loket sudah masuk ke satu aplikasi.", city.at(YEAR, 5, 20), percent=60)
    one.refresh_from_db()
    answers.move_due(
        recommendation=one, due=date(YEAR, 12, 13), reason="Anggarannya baru tersedia pada perubahan APBD.",
        version=one.version, by=city.team.secretary, at=city.at(YEAR, 6, 24),
    )  # fmt: skip
    city.told(one, "siti", "Kanal media sosial dalam uji coba.", city.at(YEAR, 11, 18), percent=80)


def _from_rows(city: _City) -> None:
    """One closed in time, one still open although it is late."""
    for month, close in ((3, True), (9, False)):
        row = _row_of(city, month)
        if row is None:
            continue
        at = city.at(YEAR, month + 1, 10)
        made = city.raised(
            "budi", row.recommendation, date(YEAR, month + 2, 10), at, source=row, owner=row.action.plan.coordinator,
            source_kind=RecommendationSource.MONTHLY,
        )  # fmt: skip
        if close and made.owner == city.unit("budi"):
            link = Shown(link="https://pasuruan.example/bukti/pengingat-unit")
            city.told(
                made, "budi", "Pengingat dikirim lima hari sebelum tenggat.", at.replace(day=24), done=True, shown=link
            )
            city.verified(made, "Pengingat terkirim kepada semua unit pelaksana.", at.replace(day=26))


def _row_of(city: _City, month: int) -> EvaluationRow | None:
    """One with a recommendation, of the unit of somebody who can report on it where there is one."""
    rows = EvaluationRow.objects.filter(
        agency=city.agency, evaluation__kind=EvaluationKind.MONTH, evaluation__year=YEAR, evaluation__number=month
    ).exclude(recommendation="")
    rows = rows.select_related("evaluation", "action__plan__coordinator").order_by("pk")
    found: EvaluationRow | None = rows.filter(action__plan__coordinator=city.unit("budi")).first() or rows.first()
    return found


def _from_guidance(city: _City) -> None:
    """One waits for the evaluator, one was closed in the new year, one was sent back."""
    direction = _note(
        city, GuidanceKind.DIRECTION, date(YEAR, 7, 8), "Bukti dukung laporan bulanan",
        "Bukti dukung diunggah bersama laporannya, bukan menyusul, dan menyebut halaman yang membuktikan angkanya.",
    )  # fmt: skip
    waiting = city.raised(
        "siti", "Susun daftar bukti dukung untuk setiap aksi, dan unggah yang belum ada untuk semester I.",
        date(YEAR, 12, 20), city.at(YEAR, 7, 9), source=direction, source_kind=RecommendationSource.GUIDANCE,
        by=city.team.secretary,
    )  # fmt: skip
    city.told(waiting, "siti", "Daftar bukti untuk semua aksi selesai disusun.", city.at(YEAR, 10, 3), percent=50)
    city.told(
        waiting, "siti", "Bukti semester I sudah lengkap.", city.at(YEAR, 12, 19), done=True,
        shown=Shown(link="https://pasuruan.example/bukti/daftar-bukti-semester-1"),
    )  # fmt: skip
    closed = city.raised(
        "siti", "Tunjuk satu orang yang memeriksa bukti dukung sebelum laporan dikirim.", date(YEAR, 12, 31),
        city.at(YEAR, 11, 5), source=direction, source_kind=RecommendationSource.GUIDANCE, by=city.team.secretary,
    )  # fmt: skip
    city.told(closed, "siti", "Petugasnya ditunjuk dengan nota dinas.", city.at(YEAR, 12, 27), done=True)
    city.verified(closed, "Nota dinasnya ada.", city.at(YEAR + 1, 1, 3))
    note = _note(
        city, GuidanceKind.ASSISTANCE, date(YEAR, 10, 16), "Kertas kerja capaian triwulan III",
        "Kertas kerja belum memuat cara menghitung realisasi, sehingga angkanya tidak dapat diperiksa ulang.",
    )  # fmt: skip
    back = city.raised(
        "budi", "Lengkapi kertas kerja triwulan III dengan rumus dan sumber data setiap realisasi.",
        date(YEAR + 1, 1, 31), city.at(YEAR, 10, 17), source=note, source_kind=RecommendationSource.GUIDANCE,
    )  # fmt: skip
    city.told(back, "budi", "Kertas kerja sudah dilengkapi.", city.at(YEAR, 11, 28), done=True)
    city.sent_back(back, "Sumber data dua realisasi belum disebut. Lengkapi, lalu laporkan lagi.", city.at(YEAR, 12, 4))


def _note(city: _City, kind: GuidanceKind, day: date, subject: str, text: str) -> Guidance:
    by = city.team.evaluator if kind == GuidanceKind.ASSISTANCE else city.team.secretary
    at = city.at(day.year, day.month, day.day)
    note = write_guidance(agency=city.agency, kind=kind, day=day, subject=subject, text=text, by=by, at=at)
    assert note is not None  # it has no key, so it is new
    return note


def _before_the_next_year(city: _City) -> None:
    city.raised(
        "budi", "Tetapkan satuan output yang sama untuk aksi sejenis sebelum rencana aksi 2025 disetujui.",
        date(YEAR + 1, 2, 14), city.at(YEAR, 12, 18), year=YEAR + 1, source_kind=RecommendationSource.EX_ANTE,
        reference=EX_ANTE,
    )  # fmt: skip


def _withdrawn(city: _City) -> None:
    one = city.raised(
        "siti", "Buat aplikasi pelaporan tersendiri untuk kelurahan.", date(YEAR, 9, 30), city.at(YEAR, 4, 16),
        source_kind=RecommendationSource.QUARTERLY, reference="Evaluasi internal triwulan I (data simulasi)",
    )  # fmt: skip
    answers.withdraw(
        recommendation=one, reason="Kelurahan melapor melalui kecamatannya, jadi aplikasi tersendiri tidak diperlukan.",
        version=one.version, by=city.team.evaluator, at=city.at(YEAR, 5, 6),
    )  # fmt: skip
