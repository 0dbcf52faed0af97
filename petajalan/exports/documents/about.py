"""What was chosen for a document as one text, and back: "year=2024&unit=5"."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Unit
from petajalan.exports.documents.choice import Choice, NothingToWrite, Of
from petajalan.exports.documents.kinds import KINDS, Kind
from petajalan.planning.models import RoadMap, Theme
from petajalan.reporting.words import period_words


def about_of(kind: Kind, choice: Choice) -> str:
    """Only what the kind reads, always in the same order."""
    held = {
        Of.YEAR: choice.year,
        Of.MONTH: choice.month,
        Of.QUARTER: choice.quarter,
        Of.UNIT: choice.unit.pk if choice.unit else None,
        Of.THEME: choice.theme,
        Of.ROAD_MAP: choice.road_map,
    }
    return urlencode({of.value: value for of, value in held.items() if of in kind.of and value not in (None, "")})


def choice_of(agency: Agency, about: str, *, unit: Unit | None = None) -> Choice:
    """`unit`: the unit that it names, where it was read already. Raises `NothingToWrite` where that is gone."""
    held = dict(parse_qsl(about))
    numbers = {name: int(held[name]) for name in ("year", "month", "quarter", "road_map") if name in held}
    if "unit" in held and unit is None:
        unit = Unit.objects.filter(agency=agency, pk=int(held["unit"])).first()
        if unit is None:
            raise NothingToWrite(_("Unit ini tidak ada lagi."))
    if unit is not None:
        unit.agency = agency
    return Choice(agency, unit=unit, theme=held.get("theme", ""), **numbers)


def subject_of(kind: Kind, choice: Choice) -> str:
    """ "Badan Kepegawaian Daerah, 2024", "Februari 2024"."""
    said = []
    if Of.UNIT in kind.of and choice.unit:
        said.append(choice.unit.name)
    if Of.THEME in kind.of and choice.theme:
        theme = Theme.objects.filter(agency=choice.agency, key=choice.theme).order_by("-road_map").first()
        said.append(str(theme) if theme else choice.theme)
    if Of.ROAD_MAP in kind.of:
        chosen = RoadMap.objects.filter(agency=choice.agency)
        road_map = chosen.filter(pk=choice.road_map).first() if choice.road_map else chosen.filter(current=True).first()
        said.append(str(road_map or ""))
    said.append(_period(kind, choice))
    return ", ".join(filter(None, said)) or choice.agency.name


def _period(kind: Kind, choice: Choice) -> str:
    if Of.YEAR not in kind.of or choice.year is None:
        return ""
    if Of.MONTH in kind.of and choice.month:
        return period_words(f"{choice.year}-{choice.month:02}")
    if Of.QUARTER in kind.of and choice.quarter:
        return period_words(f"{choice.year}-Q{choice.quarter}")
    return str(choice.year)


def kind_named(code: str) -> Kind | None:
    return KINDS.get(code)
