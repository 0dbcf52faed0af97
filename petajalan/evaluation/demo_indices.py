"""Outside indices of the demonstration city after its road map: made up, entered by its administrator, and marked."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, User
from petajalan.calc.numbers import read_typed
from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import IndexCorrection, IndexValue
from petajalan.evaluation.services.index_values import enter_index_value, expect_index
from petajalan.evaluation.values import IssuedValues
from petajalan.reporting.demo import SIMULATED

MARK = "data simulasi"
# Index, measurement year, value as typed, what states it, day of release.
OFFICIAL = (
    ("reform-index", 2023, "66,12", "Surat hasil evaluasi reformasi birokrasi 2023", date(2024, 3, 28)),
    ("spbe", 2023, "2,79", "Keputusan hasil evaluasi SPBE 2023", date(2024, 1, 17)),
    ("sakip", 2023, "70,9 (BB)", "Surat hasil evaluasi akuntabilitas kinerja 2023", date(2024, 1, 31)),
    ("bpk-opinion", 2023, "WTP", "Laporan hasil pemeriksaan atas laporan keuangan 2023", date(2024, 5, 20)),
    ("integrity-survey", 2023, "71,05", "Hasil Survei Penilaian Integritas 2023", date(2024, 1, 26)),
    ("merit", 2023, "281", "Keputusan penetapan sistem merit 2023", date(2024, 2, 12)),
    ("public-service", 2023, "4,19", "Hasil pemantauan kinerja pelayanan publik 2023", date(2024, 3, 5)),
    ("procurement", 2023, "57,4", "Hasil penilaian tata kelola pengadaan 2023", date(2024, 3, 11)),
    ("statistics", 2023, "2,41", "Hasil evaluasi statistik sektoral 2023", date(2023, 12, 14)),
    ("service-standards", 2023, "82,36", "Hasil penilaian kepatuhan pelayanan publik 2023", date(2023, 12, 15)),
    ("service-standards", 2024, "85,02", "Hasil penilaian kepatuhan pelayanan publik 2024", date(2024, 12, 12)),
    ("satisfaction-survey", 2022, "83,15", "Laporan survei kepuasan masyarakat 2022", date(2023, 1, 16)),
    ("satisfaction-survey", 2023, "84,72", "Laporan survei kepuasan masyarakat 2023", date(2024, 1, 15)),
    ("berakhlak", 2023, "63,4", "Hasil survei indeks BerAKHLAK 2023", date(2024, 2, 20)),
)  # fmt: skip
DRAFTS = (
    ("spbe", 2024, "2,88", "Berita acara hasil sementara SPBE 2024", None),
    ("statistics", 2024, "2,66", "Berita acara penilaian EPSS 2024", None),
)
CORRECTED = ("public-service", 2023, "4,21", "Ralat hasil pemantauan kinerja pelayanan publik 2023", date(2024, 4, 2))
WHY = "Penerbit meralat nilainya."
EXPECTED = (
    ("spbe", 1), ("sakip", 4), ("integrity-survey", 1), ("spip", 3), ("statistics", 2), ("reform-index", 3),
    ("bpk-opinion", 5), ("service-standards", 12),
)  # fmt: skip


@transaction.atomic
def simulate_indices(*, slug: str) -> bool:
    """`False` when the city has values already, or the year was not simulated, or nobody administers it."""
    agency = Agency.objects.get(slug=slug)
    wati = User.objects.filter(email=f"wati@{slug}.example", is_active=True).first()
    simulated = AuditEntry.objects.filter(agency=agency, action=SIMULATED).exists()
    if wati is None or not simulated or IndexValue.objects.filter(agency=agency).exists():
        return False
    zone = ZoneInfo(agency.time_zone)
    for code, month in EXPECTED:
        expect_index(
            agency=agency, code=code, issuer="", expected_month=month, years_later=0 if month == 12 else 1,
            version=0, by=wati, at=datetime.combine(date(2024, 1, 8), time(9), zone),
        )  # fmt: skip
    for rows, provisional in ((OFFICIAL, False), (DRAFTS, True), ((CORRECTED,), False)):
        for code, year, typed, document, day in rows:
            known = IndexValue.objects.filter(agency=agency, code=code, year=year).first()
            enter_index_value(
                agency=agency, code=code, year=year, version=known.version if known else 0, by=wati,
                at=datetime.combine(day or date(2025, 1, 3), time(10), zone),
                values=IssuedValues(
                    figure=read_typed(typed), provisional=provisional, source=f"{document} ({MARK})", released_on=day,
                    reason=WHY if known else "",
                ),
            )  # fmt: skip
    IndexValue.objects.filter(agency=agency).update(simulated=True)
    IndexCorrection.objects.filter(agency=agency).update(simulated=True)
    return True
