"""The regulation of Kota Melati, written for these tests: every table of a road map, one wrong total."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from petajalan.accounts.models import Agency
from petajalan.common.audit import SYSTEM
from petajalan.planning.models import Regulation, RegulationReading, RoadMap
from petajalan.planning.readings import encode_findings
from petajalan.planning.services import ImportResult, import_regulation
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Finding, Severity, Words

AT = datetime(2024, 2, 5, 2, 0, tzinfo=UTC)  # 09.00 WIB
LATER = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)
MELATI = (Path(__file__).parent / "kota-melati.md").read_bytes()
# The same regulation with its total corrected.
CORRECTED = MELATI.replace(b"| 2 | 5 | 27 |", b"| 2 | 5 | 17 |")
assert CORRECTED != MELATI


def imported(agency: Agency, data: bytes = MELATI, filename: str = "perwali-7-2023.md") -> ImportResult:
    return import_regulation(agency=agency.slug, data=data, filename=filename, by=SYSTEM, at=AT)


def stored(agency: Agency, data: bytes = MELATI) -> tuple[Regulation, RoadMap]:
    result = imported(agency, data)
    assert result.regulation is not None
    assert result.road_map is not None
    return result.regulation, result.road_map


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(MELATI.decode().splitlines(), 1) if words in line)


def finding(code: str, severity: Severity, message: str, *places: Place) -> Finding:
    return Finding(code, severity, Words(f"{message}.", f"{message} (en)."), Words("Perbaiki.", "Mend it."), places)


# Four findings that do not change when the rules do.
FINDINGS = (
    finding(
        "abbreviation_undefined",
        Severity.NOTE,
        "SPBE tidak dijelaskan",
        Place(line=line_of("Nilai SPBE"), printed="SPBE"),
    ),
    finding(
        "wrong_total",
        Severity.ERROR,
        "Jumlah Arsip Digital tercetak 27, padahal 17",
        Place(line=line_of("| 1 | Arsip Digital"), table="3.1", row=2, column=6, printed="27"),
    ),
    finding(
        "missing_baseline",
        Severity.WARNING,
        "Arsip tanpa baseline",
        Place(line=line_of("Dispersip"), table="3.2", row=2, column=4, printed="-"),
    ),
    finding(
        "missing_baseline",
        Severity.WARNING,
        "Inflasi tanpa baseline",
        Place(line=line_of("n.a"), table="3.3", row=1, column=5, printed="n.a"),
    ),
)


def with_known_findings(regulation: Regulation, findings: tuple[Finding, ...] = FINDINGS) -> Regulation:
    counts = [sum(1 for one in findings if one.severity is severity) for severity in Severity]
    RegulationReading.objects.filter(regulation=regulation).update(
        findings=encode_findings(findings), errors=counts[0], warnings=counts[1], notes=counts[2]
    )
    return regulation
