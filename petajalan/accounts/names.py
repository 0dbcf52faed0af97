"""Which unit a name belongs to: no two units of an agency may be called by the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from petajalan.accounts.models import Agency, Unit, UnitAlias
from petajalan.regulation.recognise.names import fold, plain


class UnitNames:
    """Names, short names and aliases of the units of an agency, as names are compared."""

    def __init__(self, agency: Agency) -> None:
        self.units = {unit.pk: unit for unit in Unit.objects.filter(agency=agency)}
        self._owners: dict[str, set[int]] = defaultdict(set)
        for unit in self.units.values():
            self._add(unit.pk, (unit.name, unit.short_name))
        for key, owner in UnitAlias.objects.filter(agency=agency).values_list("key", "unit_id"):
            self._owners[key].add(owner)

    def _add(self, owner: int, names: Iterable[str]) -> None:
        for name in names:
            if key := plain(name):
                self._owners[key].add(owner)

    def add(self, unit: Unit, aliases: Iterable[str]) -> None:
        """Know a unit that has just been stored, or its new names."""
        self.units[unit.pk] = unit
        self._add(unit.pk, (unit.name, unit.short_name, *aliases))

    def owners(self, name: str) -> list[Unit]:
        return [self.units[pk] for pk in sorted(self._owners.get(plain(name), ()))]

    def taken_by(self, name: str, besides: Unit | None) -> Unit | None:
        """Another unit that is called so already."""
        return next((unit for unit in self.owners(name) if besides is None or unit.pk != besides.pk), None)


def tidy(names: Iterable[str], *, besides: Iterable[str] = ()) -> tuple[str, ...]:
    """The names with their white space folded, each once, without those that say nothing new."""
    seen = {plain(name) for name in besides} | {""}
    kept = []
    for name in map(fold, names):
        if plain(name) not in seen:
            seen.add(plain(name))
            kept.append(name)
    return tuple(kept)
