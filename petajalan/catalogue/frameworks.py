"""Loading the national frameworks, one file a period (data/frameworks/*.yaml), and the intervention focuses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from petajalan.catalogue.entries import (
    CONFIDENCE,
    DATA,
    InvalidReferenceData,
    Refused,
    bounds,
    built,
    entries,
    no_duplicates,
    one_of,
    only,
    read,
    read_entries,
    texts,
    told_apart,
)
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.national import (
    Element,
    Focus,
    Framework,
    Governance,
    Group,
    NationalActivity,
    NationalGoal,
    NationalIndicator,
    NationalObjective,
    NationalTarget,
    NationalTheme,
    ScoredItem,
    Stated,
)

T = TypeVar("T")
STATED = "code name names source confidence note"
PARTS = "name years transitional note sources goal objectives indicators activities themes parts governance"


@cache
def frameworks() -> tuple[Framework, ...]:
    """The frameworks that come with the program, the earliest first."""
    return load_frameworks(DATA / "frameworks", {one.code for one in national_reference().indicators})


def framework_for(year: int) -> Framework | None:
    """The framework valid in a year; `None` before the first: the eight areas of change are not kept."""
    return next((one for one in frameworks() if one.covers(year)), None)


@cache
def focuses() -> tuple[Focus, ...]:
    """Where the programmes of a theme may intervene."""
    return load_focuses(DATA / "focuses.yaml")


def load_frameworks(folder: Path, known: Iterable[str]) -> tuple[Framework, ...]:
    """Every file of a folder. `known` are the codes of the well-known indicators. Raises `InvalidReferenceData`."""
    found = sorted(
        (load_framework(path, frozenset(known)) for path in folder.glob("*.yaml")), key=lambda one: one.first_year
    )
    for before, after in pairwise(found):
        if before.last_year is None or before.last_year >= after.first_year:
            raise InvalidReferenceData(
                f"frameworks: tahun {before.name!r} dan {after.name!r} bertumpang tindih",
                f"frameworks: the years of {before.name!r} and {after.name!r} overlap",
            )
    return tuple(found)


def load_framework(path: Path, known: frozenset[str]) -> Framework:
    content = read(path)
    if not isinstance(content, dict):
        raise InvalidReferenceData(f"{path.name}: isinya bukan kerangka", f"{path.name}: this is not a framework")
    return _File(path.name, content, known).framework()


def load_focuses(path: Path) -> tuple[Focus, ...]:
    def focus(entry: dict[str, Any]) -> Focus:
        only(entry, f"{STATED} listed")
        return Focus(**_stated(entry, None), listed=one_of(entry["listed"], frozenset(("road_map", "portal"))))

    found = tuple(built(path.name, entry, focus) for entry in read_entries(path))
    no_duplicates(path.name, (one.code for one in found))
    return found


def _stated(entry: Mapping[str, Any], sources: Mapping[str, str] | None) -> dict[str, Any]:
    """What every entry has. With `sources` an entry names its source by a key of the file's own list."""
    source = entry["source"]
    if sources is not None:
        if source not in sources:
            raise Refused(f"sumber {source!r} tidak terdaftar", f"source {source!r} is not listed")
        source = sources[source]
    return {
        "code": entry["code"],
        "name": entry["name"],
        "names": texts(entry.get("names", [])),
        "source": source,
        "confidence": one_of(entry["confidence"], CONFIDENCE),
        "note": entry.get("note", ""),
    }


class _File:
    """One file while it is being read: its sources, and the codes that entries may refer to."""

    def __init__(self, name: str, content: dict[str, Any], known: frozenset[str]) -> None:
        self.name = name
        self.content = content
        self.known = known
        self.sources: dict[str, str] = content.get("sources", {})
        self.codes: frozenset[str] = frozenset()

    def framework(self) -> Framework:
        try:
            only(self.content, PARTS)
            first_year, last_year = self.content["years"]
            name = self.content["name"]
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidReferenceData.at(self.name, error) from error
        indicators = self._all("indicators", self._indicator)
        self.codes = frozenset(one.code for one in indicators)
        goal = self.content.get("goal")
        objectives = self._all("objectives", self._objective)
        framework = Framework(
            name=name,
            first_year=first_year,
            last_year=last_year,
            transitional=self.content.get("transitional", False),
            note=self.content.get("note", ""),
            goal=None if goal is None else built(self.name, goal, self._goal),
            objectives=objectives,
            activities=self._activities(frozenset(one.code for one in objectives)),
            indicators=indicators,
            themes=self._all("themes", self._theme),
            parts=self._all("parts", self._part),
            governance=self._all("governance", self._governance),
        )
        items = [item for theme in framework.themes if len(theme.items) > 1 for item in theme.items]
        for group in (objectives, indicators, framework.activities, (*framework.themes, *items)):
            no_duplicates(self.name, (one.code for one in group))
        for named in (objectives, indicators, framework.activities):
            told_apart(self.name, [(name, one.code) for one in named for name in (one.name, *one.names)])
        return framework

    def _all(self, part: str, build: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
        listed = entries(f"{self.name}, {part}", self.content.get(part, []))
        return tuple(built(self.name, entry, build) for entry in listed)

    def _indicators(self, entry: Mapping[str, Any]) -> tuple[str, ...]:
        codes = tuple(entry.get("indicators", ()))
        if unknown := ", ".join(code for code in codes if code not in self.codes):
            raise Refused(f"indikator {unknown} tidak terdaftar", f"indicator {unknown} is not listed")
        return codes

    def _indicator(self, entry: dict[str, Any]) -> NationalIndicator:
        only(entry, f"{STATED} known range evaluator for not_for target")
        low, high = bounds(entry.get("range", (None, None)))
        known = entry.get("known", entry["code"])
        if known is not None and known not in self.known:
            raise Refused(f"indikator {known!r} tidak dikenal", f"indicator {known!r} is not known")
        applies = {Group(group): True for group in entry.get("for", ())}
        if twice := set(applies) & {Group(group) for group in entry.get("not_for", ())}:
            raise Refused(
                f"{min(twice)} ada pada for dan not_for sekaligus", f"{min(twice)} is both in for and in not_for"
            )
        applies |= {Group(group): False for group in entry.get("not_for", ())}
        target = entry.get("target")
        return NationalIndicator(
            **_stated(entry, self.sources),
            known=known,
            low=low,
            high=high,
            evaluator=entry.get("evaluator", ""),
            applies=tuple(applies.items()),
            target=None if target is None else self._target(target),
        )

    def _target(self, entry: dict[str, Any]) -> NationalTarget:
        only(entry, "text source confidence")
        stated = _stated({"code": "", "name": "", **entry}, self.sources)
        return NationalTarget(entry["text"], stated["source"], stated["confidence"])

    def _goal(self, entry: dict[str, Any]) -> NationalGoal:
        only(entry, f"{STATED} indicators")
        return NationalGoal(**_stated(entry, self.sources), indicators=self._indicators(entry))

    def _objective(self, entry: dict[str, Any]) -> NationalObjective:
        only(entry, f"{STATED} element indicators")
        element = entry.get("element")
        return NationalObjective(
            **_stated(entry, self.sources),
            element=None if element is None else Element(element),
            indicators=self._indicators(entry),
        )

    def _activities(self, objectives: frozenset[str]) -> tuple[NationalActivity, ...]:
        def activity(entry: dict[str, Any]) -> NationalActivity:
            only(entry, f"{STATED} objective indicators")
            return NationalActivity(
                **_stated(entry, self.sources),
                number=numbers[entry["code"]],
                objective=one_of(entry["objective"], objectives),
                indicators=self._indicators(entry),
            )

        listed = entries(f"{self.name}, activities", self.content.get("activities", []))
        numbers = {entry["code"]: number for number, entry in enumerate(listed, start=1)}
        return tuple(built(self.name, entry, activity) for entry in listed)

    def _theme(self, entry: dict[str, Any]) -> NationalTheme:
        only(entry, f"{STATED} items")
        items = entries(f"{self.name}, {entry['code']}", entry.get("items", []))
        return NationalTheme(
            **_stated(entry, self.sources), items=tuple(built(self.name, item, self._item) for item in items)
        )

    def _item(self, entry: dict[str, Any]) -> ScoredItem:
        only(entry, f"{STATED} range evaluator indicators")
        low, high = bounds(entry.get("range", (None, None)))
        return ScoredItem(
            **_stated(entry, self.sources),
            low=low,
            high=high,
            evaluator=entry.get("evaluator", ""),
            indicators=self._indicators(entry),
        )

    def _part(self, entry: dict[str, Any]) -> Stated:
        only(entry, STATED)
        return Stated(**_stated(entry, self.sources))

    def _governance(self, entry: dict[str, Any]) -> Governance:
        only(entry, f"{STATED} bodies duty")
        return Governance(**_stated(entry, self.sources), bodies=texts(entry["bodies"]), duty=entry["duty"])
