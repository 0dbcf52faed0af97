"""The totals, index and class that the national evaluator prints: kept as printed, never computed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.numbers import State, read_typed
from petajalan.common import audit
from petajalan.evaluation.models import EvaluationWorksheet, NationalResult
from petajalan.evaluation.services.worksheet.documents import kept_document
from petajalan.evaluation.services.worksheet.keeping import taken
from petajalan.evaluation.values import FIGURES, PrintedValues
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.services.amounts import check_fits
from petajalan.reporting.services.write_keys import first_time

HIGHEST = 200  # more than an index can be, so that a slip of the decimal comma is noticed


@transaction.atomic
def record_printed_result(
    *, worksheet: EvaluationWorksheet, values: PrintedValues, version: int, by: User, at: datetime,
    file: File[bytes] | None = None, filename: str = "", link: str = "", key: UUID | None = None,
) -> NationalResult:  # fmt: skip
    """By the form. `version` is that of what the person saw, 0 where there was nothing."""
    held = taken(worksheet)
    permit(by, "evaluation.score_national", held.agency)
    seen = NationalResult.objects.filter(worksheet=held).first()
    if not first_time(about=held, key=key, what="printed_result", by=by, at=at) and seen is not None:
        return seen
    if (seen.version if seen else 0) != version:
        raise Refused(_("Hasil tercetak ini baru saja diubah orang lain. Bandingkan isinya, lalu simpan lagi."))
    evidence = kept_document(agency=held.agency, file=file, filename=filename, link=link, by=by, at=at)
    stated = PrintedValues(
        values.general, values.thematic, values.index, values.grade, values.source, values.page, evidence
    )
    return keep_printed(held, stated, by, at)


def keep_printed(held: EvaluationWorksheet, values: PrintedValues, by: User, at: datetime) -> NationalResult:
    """A part of the transaction of whoever asks, who holds the worksheet."""
    check_printed(values)
    if not values.source.strip():
        raise Refused(_("Tulis dokumen hasil evaluasi nasional yang memuat angka ini."))
    seen = NationalResult.objects.filter(worksheet=held).select_related("evidence").first()
    columns: dict[str, object] = {name: getattr(values, name) for name in FIGURES} | {
        "grade": values.grade.strip(), "source": values.source.strip(), "page": " ".join(values.page.split()),
        "evidence": values.evidence or (seen.evidence if seen else None), "entered_by": by, "entered_at": at,
    }  # fmt: skip
    if seen is None:
        made = NationalResult.objects.create(agency=held.agency, worksheet=held, **columns)
    else:
        NationalResult.objects.filter(pk=seen.pk).update(**columns, version=F("version") + 1)
        made = NationalResult.objects.get(pk=seen.pk)
    audit.record(
        agency=held.agency, by=by, action="printed_result_recorded", about=held, at=at, before=_trail(seen),
        after=_trail(made),
    )  # fmt: skip
    return made


def check_printed(values: PrintedValues) -> None:
    if not values.says_something:
        raise Refused(_("Isi sekurang-kurangnya satu angka atau predikat yang tercetak."))
    for name in FIGURES:
        figure = getattr(values, name)
        if figure is None:
            continue
        if not 0 <= figure <= HIGHEST:
            raise Refused(
                _("Jumlah dan indeks dari 0 sampai %(highest)d. Periksa koma desimalnya.") % {"highest": HIGHEST}
            )
        check_fits(figure, NationalResult._meta.get_field(name))


def printed_of(texts: Mapping[str, str]) -> tuple[PrintedValues | None, tuple[tuple[str, str], ...]]:
    """What a sheet states, and what of it cannot be read, as typed and with what to do. `None` where it states nothing
    that can be kept."""
    figures: dict[str, Decimal] = {}
    problems = []
    for name in FIGURES:
        text = texts.get(name, "")
        if not text:
            continue
        read = read_typed(text)
        if read.state is not State.SET or read.value is None or read.low or read.high:
            problems.append(
                (text, _("“%(text)s” bukan angka. Tulis satu angka, misalnya 7 atau 7,5.") % {"text": text})
            )
            continue
        try:
            check_printed(PrintedValues(index=read.value))
        except Refused as refusal:
            problems.append((text, refusal.sentence))
        else:
            figures[name] = read.value
    grade = texts.get("grade", "")[:60]
    found = PrintedValues(figures.get("general"), figures.get("thematic"), figures.get("index"), grade)
    return (found if found.says_something else None), tuple(problems)


def _trail(row: NationalResult | None) -> dict[str, object]:
    if row is None:
        return {}
    return {
        "printed_general": row.general, "printed_thematic": row.thematic, "index": row.index,
        "printed_grade": row.grade, "document": row.source,
    }  # fmt: skip
