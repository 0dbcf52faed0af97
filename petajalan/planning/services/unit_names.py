"""Units of an agency by the names under which documents print them."""

from __future__ import annotations

import re

from petajalan.accounts.models import Agency, Unit, UnitAlias
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

ALL_UNITS = frozenset(
    f"{every} {of}"
    for every in ("seluruh", "semua", "setiap")
    for of in ("pd", "opd", "skpd", "perangkat daerah", "organisasi perangkat daerah", "unit kerja", "instansi")
)
_LIST = re.compile(r"[,;\n]")
_AND = re.compile(r"\s+dan\s+|^\s*dan\s+|[&+]", re.IGNORECASE)


class UnitNames:
    """Names, short names and aliases of the agency's units, and the usual short forms of the reference."""

    def __init__(self, agency: Agency, reference: Reference) -> None:
        found: dict[str, set[Unit]] = {}
        units = list(Unit.objects.filter(agency=agency))
        by_key = {unit.pk: unit for unit in units}
        for unit in units:
            for name in (unit.name, unit.short_name):
                found.setdefault(plain(name), set()).add(unit)
        for key, unit_key in UnitAlias.objects.filter(agency=agency).values_list("key", "unit"):
            found.setdefault(key, set()).add(by_key[unit_key])
        for register in reference.aliases:
            if register.kind != "unit":
                continue
            names = [plain(name) for name in (register.full, *register.short)]
            meant = {unit for name in names for unit in found.get(name, ())}
            for name in names:
                found.setdefault(name, set(meant))
        self._units = {name: next(iter(units)) for name, units in found.items() if name and len(units) == 1}

    def find(self, printed: str | None) -> Unit | None:
        """The one unit of that name; `None` when there is none, or more than one."""
        return self._units.get(plain(printed or ""))

    def find_all(self, printed: str | None) -> list[Unit]:
        """The units of a list ("Bappeda, BKD dan Inspektorat"); empty unless every name of it is known."""
        whole = self.find(printed)
        if whole is not None:
            return [whole]
        found: list[Unit | None] = []
        for part in _LIST.split(printed or ""):
            if plain(part):
                # "Dinas A dan B" may be one unit or two.
                one = self.find(part)
                found += [one] if one is not None else [self.find(each) for each in _AND.split(part) if plain(each)]
        return [unit for unit in found if unit is not None] if None not in found else []

    @staticmethod
    def means_all(printed: str | None) -> bool:
        return plain(printed or "") in ALL_UNITS
