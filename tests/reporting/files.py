"""Small files of every kind that evidence may or may not be."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import IO

import docx
import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from petajalan.accounts.models import User
from petajalan.planning.models import RoadMap
from petajalan.reporting.models import EvidenceUse, Measurement, ProgressReport
from petajalan.reporting.queries.measuring import led_in
from petajalan.reporting.services.evidence import add_file

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


def written(write: Callable[[IO[bytes]], object]) -> bytes:
    target = BytesIO()
    write(target)
    return target.getvalue()


def packed(**members: str) -> bytes:
    def write(target: IO[bytes]) -> None:
        with zipfile.ZipFile(target, "w") as package:
            for name, text in members.items():
                package.writestr(name, text)

    return written(write)


PNG = written(lambda to: Image.new("RGB", (2, 2)).save(to, "PNG"))
JPEG = written(lambda to: Image.new("RGB", (2, 2)).save(to, "JPEG"))
DOCX = written(lambda to: docx.Document().save(to))
XLSX = written(lambda to: openpyxl.Workbook().save(to))
ODT = packed(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<a/>"})
# Another order of its parts than Word writes.
SHUFFLED = packed(**{"docProps/app.xml": "", "word/document.xml": "", "[Content_Types].xml": ""})
MACROS = packed(**{"[Content_Types].xml": "", "word/document.xml": "", "word/vbaProject.bin": ""})


def uploaded(content: bytes = PDF, name: str = "notula.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def prove(report: ProgressReport, road_map: RoadMap, by: User) -> None:
    """A file that proves a line and a measurement: for the test of every page."""
    line = report.lines.get()
    led = led_in(road_map.agency, 2024)[0]
    row = Measurement.objects.create(
        agency=road_map.agency, indicator_key=led.indicator.key, coordinator_id=min(led.units), year=2024, quarter=1
    )
    use = add_file(to=line, file=uploaded(), name="notula.pdf", by=by, at=datetime(2025, 1, 20, tzinfo=UTC))
    EvidenceUse.objects.create(agency=road_map.agency, evidence=use.evidence, measurement=row)
