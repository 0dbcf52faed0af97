"""Outside indices: a value entered, put right in sight of everybody, withdrawn; and when the next is expected."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import units_of
from petajalan.calc.measuring import Doubt, Ground, doubts
from petajalan.calc.numbers import State
from petajalan.calc.scales import Classified, Scale, classification_in, classify, comparable, in_range, rank_of
from petajalan.catalogue.display.words import value_range
from petajalan.common import audit
from petajalan.evaluation.models import IndexCorrection, IndexRelease, IndexValue
from petajalan.evaluation.models.index_value import IssuedFigure
from petajalan.evaluation.queries.index_values import IndexValues, Origin, index_values
from petajalan.evaluation.values import IssuedValues
from petajalan.planning.services.figures import refused_words
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.amounts import check_fits
from petajalan.reporting.services.evidence import kept_file, kept_link
from petajalan.reporting.services.write_keys import first_time

ENTER = "evaluation.enter_index"
FIRST_YEAR = 2010
LEVEL_LENGTH = 60
COPIED = tuple(field.name for field in IssuedFigure._meta.get_fields())


class Implausible(Refused):
    """A figure that is hard to believe: it is kept once a reason says why it is right."""

    def __init__(self, found: tuple[Doubt, ...], other_grade: str) -> None:
        super().__init__(_("Angka ini tidak biasa. Periksa lagi, atau tulis alasan bahwa angka ini benar."))
        self.doubts = found
        self.other_grade = other_grade  # the class by the table of the year, where another one was typed


@transaction.atomic
def enter_index_value(
    *, agency: Agency, code: str, year: int, values: IssuedValues, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> IndexValue:  # fmt: skip
    """Keep what the issuer found for a year. `version` is that of the row the person saw, 0 where there was none: what
    stands there is put right, and stays in sight."""
    permit(by, ENTER, agency)
    seen = IndexValue.objects.select_for_update(of=("self",)).filter(agency=agency, code=code, year=year).first()
    if not first_time(about=agency, key=key, what=f"index {code} {year}", by=by, at=at) and seen is not None:
        return seen
    _sound(agency, code, year, values, at)
    known = index_values(agency, code=code)
    columns = _figure(known.scale(code), values, year)
    doubted, other_grade = _doubts(known, code, year, columns)
    if (doubted or other_grade) and not values.confirmation.strip():
        raise Implausible(doubted, other_grade)
    columns |= {
        "provisional": values.provisional,
        "released_on": values.released_on,
        "source": values.source.strip(),
        "evidence": _document(agency, values, by, at) or (seen.evidence if seen else None),
        "page": values.page.strip(),
        "confirmation": values.confirmation.strip() if doubted or other_grade else "",
        "entered_by": by,
        "entered_at": at,
        "simulated": False,
    }
    if seen is None or version == 0:
        row = _created(agency, code, year, columns, seen)
        action = "index_value_entered"
    else:
        row = _replaced(seen, version, columns, values, by, at)
        action = "index_value_corrected"
    audit.record(
        agency=agency, by=by, action=action, about=row, at=at, reason=values.reason.strip(), before=_trail(seen),
        after=_trail(row),
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw_index_value(*, value: IndexValue, reason: str, version: int, by: User, at: datetime) -> None:
    """Take away what should never have been entered, such as a value under the wrong year. It stays to be read."""
    permit(by, ENTER, value.agency)
    seen = IndexValue.objects.select_for_update(of=("self",)).filter(pk=value.pk, version=version).first()
    if seen is None:
        raise Refused(_("Nilai ini sudah diubah orang lain. Muat ulang halaman, lalu periksa lagi."))
    if not reason.strip():
        raise Refused(_("Isi alasan penarikan."))
    _keep_old(seen, reason.strip(), by, at, withdrawn=True)
    audit.record(
        agency=seen.agency, by=by, action="index_value_withdrawn", about=seen, at=at, reason=reason.strip(),
        before=_trail(seen),
    )  # fmt: skip
    seen.delete()


@transaction.atomic
def expect_index(
    *, agency: Agency, code: str, issuer: str, expected_month: int | None, years_later: int, version: int, by: User,
    at: datetime,
) -> IndexRelease:  # fmt: skip
    """Who issues an index, where the national data do not say it, and when its value is expected."""
    permit(by, ENTER, agency)
    if code not in index_values(agency, code=code).known:
        raise Refused(_("Indikator itu tidak ada di katalog. Tambahkan dahulu di halaman Katalog."))
    columns = {"issuer": issuer.strip(), "expected_month": expected_month, "years_later": years_later}
    before = IndexRelease.objects.filter(agency=agency, code=code).first()
    if before is None and version == 0:
        after, _made = IndexRelease.objects.get_or_create(agency=agency, code=code, defaults=columns)
    else:
        changed = IndexRelease.objects.filter(agency=agency, code=code, version=version)
        if changed.update(**columns, version=F("version") + 1) != 1:
            raise Refused(_("Perkiraan terbit sudah diubah orang lain. Muat ulang halaman, lalu periksa lagi."))
        after = IndexRelease.objects.get(agency=agency, code=code)
    told = {name: getattr(before, name) for name in columns} if before else {}
    audit.record(agency=agency, by=by, action="index_expected", about=after, at=at, before=told, after=columns)
    return after


def _sound(agency: Agency, code: str, year: int, values: IssuedValues, at: datetime) -> None:
    today = today_of(agency, at)
    if not FIRST_YEAR <= year <= today.year:
        raise Refused(
            _("Tahun ukur dari %(first)d sampai %(last)d. Nilai tahun yang belum berjalan belum ada.")
            % {"first": FIRST_YEAR, "last": today.year}
        )
    if not values.source.strip():
        raise Refused(_("Tulis dokumen sumber angka ini, misalnya nama dan nomor suratnya."))
    if values.released_on is not None and not year <= values.released_on.year <= today.year:
        raise Refused(_("Tanggal terbit tidak mendahului tahun ukurnya dan tidak lewat dari tahun ini. Periksa lagi."))
    if values.released_on is not None and values.released_on > today:
        raise Refused(_("Tanggal terbit itu belum tiba. Isi setelah nilainya terbit."))


def _figure(scale: Scale | None, values: IssuedValues, year: int) -> dict[str, object]:
    """`value` and `level`. Raises `Refused` for what is no single figure, or lies off the scale of that year."""
    reading = values.figure
    if reading.state is State.REFUSED:
        raise Refused(refused_words(reading))
    level = reading.level or ""
    single = reading.state is State.SET and reading.low is None and reading.high is None and len(level) <= LEVEL_LENGTH
    if not single or (reading.value is None and not level):
        raise Refused(_("Isi satu angka atau predikat, misalnya 2,66 atau BB."))
    if scale is not None and scale.levels:
        return {"value": None, "level": _level(scale, level or reading.printed, year)}
    if reading.value is None:
        return {"value": None, "level": _level(scale, level, year) if scale else level}
    check_fits(reading.value, IndexValue._meta.get_field("value"))
    if scale is not None and in_range(scale, reading.value, year) is False:
        table = classification_in(scale, year)
        own = table is not None and (table.low, table.high) != (None, None)
        low, high = (table.low, table.high) if table and own else (scale.low, scale.high)
        told = {"text": reading.printed, "scale": scale.name, "range": value_range(low, high), "year": year}
        raise Refused(
            _("%(text)s di luar skala %(scale)s untuk %(year)d (%(range)s). Periksa angka dan tahunnya.") % told
        )
    return {"value": reading.value, "level": level}


def _level(scale: Scale, level: str, year: int) -> str:
    """The level as the scale writes it."""
    table = classification_in(scale, year)
    if rank_of(scale, level, year) is None:
        levels = [band.letter or band.label for band in table.bands] if table else list(scale.levels)
        told = {"text": level, "scale": scale.name, "levels": ", ".join(levels)}
        raise Refused(_("“%(text)s” tidak ada pada skala %(scale)s. Pilih salah satu: %(levels)s.") % told)
    found = classify(scale, level, year)
    return (found.band.letter or found.band.label) if found else level


def _doubts(known: IndexValues, code: str, year: int, columns: dict[str, object]) -> tuple[tuple[Doubt, ...], str]:
    """What asks for a reason: a figure far from the year before on the same scheme, and a grade that is not the one
    the table of the year gives the number."""
    scale, value, level = known.scale(code), columns["value"], str(columns["level"])
    indicator = known.known[code]
    last = known.before(code, year)
    issued = last is not None and last.origin is not Origin.MEASUREMENT and not last.off_scale(scale)
    same = issued and last is not None and comparable(scale, last.year, year)
    ground = Ground(
        percent=indicator.unit == "percent", scale=scale, year=year, last=last.figure if last and same else None
    )
    figure = value if isinstance(value, Decimal) else level
    own = classify(scale, value, year) if scale and isinstance(value, Decimal) else None
    return doubts(figure, ground), _named(own) if own and level and not own.band.is_named(level) else ""


def _named(found: Classified) -> str:
    return found.band.letter or found.band.label


def _document(agency: Agency, values: IssuedValues, by: User, at: datetime) -> Evidence | None:
    if values.file is None and not values.link.strip():
        return None
    if values.file is not None and values.link.strip():
        raise Refused(_("Pilih satu berkas, atau isi satu tautan."))
    units = units_of(by, agency)
    if not units:
        raise Refused(
            _("Berkas disimpan pada unit Anda, dan Anda tidak memegang jabatan di suatu unit. Tulis dokumennya saja.")
        )
    unit = units[0]
    unit.agency = agency
    if values.file is not None:
        return kept_file(unit=unit, file=values.file, name=values.filename, by=by, at=at)
    return kept_link(unit=unit, link=values.link, by=by, at=at)


def _created(agency: Agency, code: str, year: int, columns: dict[str, object], seen: IndexValue | None) -> IndexValue:
    words = _("Nilai %(year)d sudah dicatat. Buka nilai tahun itu, bandingkan, lalu koreksi bila perlu.")
    told = words % {"year": year}
    if seen is not None:
        raise Refused(told)
    try:
        with transaction.atomic():
            return IndexValue.objects.create(agency=agency, code=code, year=year, **columns)
    except IntegrityError as error:  # somebody else entered it at the same moment
        raise Refused(told) from error


def _replaced(
    seen: IndexValue, version: int, columns: dict[str, object], values: IssuedValues, by: User, at: datetime
) -> IndexValue:
    if seen.version != version:
        raise Refused(_("Nilai ini sudah diubah orang lain. Muat ulang halaman, bandingkan, lalu simpan lagi."))
    same = columns.keys() - {"entered_by", "entered_at", "simulated"}
    if all(getattr(seen, name) == columns[name] for name in same):
        raise Refused(_("Isian ini sama dengan yang sudah ada."))
    if not seen.provisional and not values.reason.strip():
        raise Refused(_("Isi alasan koreksi: nilai yang sudah resmi berubah."))
    _keep_old(seen, values.reason.strip(), by, at)
    IndexValue.objects.filter(pk=seen.pk).update(**columns, version=F("version") + 1)
    row: IndexValue = IndexValue.objects.select_related("entered_by", "evidence").get(pk=seen.pk)
    return row


def _keep_old(seen: IndexValue, reason: str, by: User, at: datetime, *, withdrawn: bool = False) -> None:
    IndexCorrection.objects.create(
        agency_id=seen.agency_id, **{name: getattr(seen, name) for name in COPIED}, reason=reason, made_by=by,
        made_at=at, withdrawn=withdrawn,
    )  # fmt: skip


def _trail(row: IndexValue | None) -> dict[str, object]:
    if row is None:
        return {}
    level = {"measured_level": row.level} if row.level else {}
    return {"value": row.value, **level, "provisional": row.provisional, "document": row.source}
