"""An agency's own entries over the national reference data. Without Django: the checks are those of the YAML files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import InvalidOperation
from typing import Any, TypeAlias

from petajalan.calc.scales import Scale
from petajalan.catalogue import load, scales
from petajalan.catalogue.entries import Refused, comparable, texts
from petajalan.regulation.reference import Aliases, KnownIndicator, Reference

Entry: TypeAlias = Scale | KnownIndicator | Aliases
ORDER = ("scale", "indicator", "theme", "alias")  # what may refer to something stands after it


@dataclass(frozen=True, slots=True)
class Own:
    """An entry as it is kept: `data` has the keys of the YAML files, without the code."""

    kind: str
    code: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Merged:
    """`refused` are the entries that no longer fit, with the reason: they are left out of the reference."""

    reference: Reference
    refused: tuple[tuple[Own, Refused], ...]


def merge(national: Reference, own: Iterable[Own]) -> Merged:
    """The national data with the entries of one agency. An entry with a national code takes its place."""
    reference, refused = national, []
    for entry in sorted(own, key=lambda one: ORDER.index(one.kind)):
        try:
            reference = with_entry(reference, build(entry))
        except Refused as error:
            refused.append((entry, error))
    return Merged(reference, tuple(refused))


def build(own: Own) -> Entry:
    """Raises `Refused`."""
    data = {"code": own.code, **own.data}
    try:
        match own.kind:
            case "scale":
                _named(data["name"])
                return scales.scale(data)
            case "indicator":
                return load.indicator(data)
            case "theme":
                return _register("theme", data["name"], data.get("names", []))
            case _:
                return _register(data["of"], data["name"], data["names"])
    except KeyError as error:
        raise Refused(f"{error.args[0]} belum ada", f"{error.args[0]} is missing") from error
    except (TypeError, InvalidOperation) as error:
        raise Refused("isiannya rusak", "the entry is damaged") from error


def _register(kind: str, name: object, names: object) -> Aliases:
    texts([name])
    return load.aliases(kind, name, list(texts(names)))


def _named(name: object) -> None:
    texts([name])


def with_entry(reference: Reference, entry: Entry) -> Reference:
    """The reference with one entry more. Raises `Refused` when its names or its scale do not fit."""
    match entry:
        case Scale():
            return _with_scale(reference, entry)
        case KnownIndicator():
            return _with_indicator(reference, entry)
        case Aliases():
            return _with_aliases(reference, entry)


def _with_scale(reference: Reference, entry: Scale) -> Reference:
    kept = tuple(one for one in reference.scales if one.code != entry.code)
    if any(comparable(one.name) == comparable(entry.name) for one in kept):
        raise Refused(
            f"“{entry.name}” sudah menjadi nama skala lain. Buka skala itu untuk mengubahnya, atau pakai nama lain.",
            f"“{entry.name}” is the name of another scale. Open that scale to change it, or use another name.",
        )
    return replace(reference, scales=(*kept, entry))


def _with_indicator(reference: Reference, entry: KnownIndicator) -> Reference:
    kept = tuple(one for one in reference.indicators if one.code != entry.code)
    if entry.scale is not None and all(one.code != entry.scale for one in reference.scales):
        raise Refused(
            f"Skala “{entry.scale}” tidak ada atau sudah dihentikan. Pilih skala lain.",
            f"The scale “{entry.scale}” does not exist or is retired. Choose another scale.",
        )
    taken = {comparable(name): one.names[0] for one in kept for name in one.names}
    _free(entry.names, taken)
    return replace(reference, indicators=(*kept, entry))


def _with_aliases(reference: Reference, entry: Aliases) -> Reference:
    """Names of a thing that has a register already join it."""
    wanted = comparable(entry.full)
    same = next((one for one in reference.aliases if one.kind == entry.kind and comparable(one.full) == wanted), None)
    kept = tuple(one for one in reference.aliases if one is not same)
    others = [one for one in kept if one.kind == entry.kind]
    taken = {comparable(name): one.full for one in others for name in (one.full, *one.short)}
    _free((entry.full, *entry.short), taken)
    if same is not None:
        known = {comparable(name) for name in (same.full, *same.short)}
        entry = replace(same, short=(*same.short, *(name for name in entry.short if comparable(name) not in known)))
    return replace(reference, aliases=(*kept, entry))


def _free(names: Iterable[str], taken: Mapping[str, str]) -> None:
    seen: set[str] = set()
    for name in names:
        words = comparable(name)
        if not words:
            raise Refused(f"“{name}” bukan nama. Tulis dengan huruf.", f"“{name}” is not a name. Write it in letters.")
        if words in taken:
            other = taken[words]
            raise Refused(
                f"“{name}” sudah berarti “{other}”. Pakai nama lain, atau ubah isian “{other}”.",
                f"“{name}” already means “{other}”. Use another name, or change the entry “{other}”.",
            )
        if words in seen:
            raise Refused(
                f"“{name}” tertulis dua kali. Tulis setiap nama sekali saja.",
                f"“{name}” is there twice. Write each name once.",
            )
        seen.add(words)
