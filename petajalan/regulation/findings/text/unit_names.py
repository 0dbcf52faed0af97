"""Units written several ways, against the register of aliases and by closeness."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Printed, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import passages
from petajalan.regulation.findings.text.register import Register, name_places, place_key
from petajalan.regulation.findings.text.slips import is_name_slip
from petajalan.regulation.findings.text.units import (
    INSPECTORATE,
    is_group,
    key,
    names_unit,
    owners,
    unit_of,
    without_kind,
)
from petajalan.regulation.findings.text.variants import NAME_VARIANTS, Form, variants
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

_KIND = Words("Satu unit", "One unit")
_POSITION = Words("Satu sebutan jabatan", "One kind of position")
_FULL = re.compile(
    r"\b(?:Dinas|Badan|Bagian)(?:,?\s+(?:dan\s+)?(?!Dinas\b|Badan\b|Bagian\b|Kota\b|Kabupaten\b|Provinsi\b)[A-Z][a-z]+)+"
)
_SHORT = re.compile(r"\b[A-Z][A-Za-z]*\d*[A-Za-z]{2,}\b")
_CAPITALS = re.compile(r"\b[A-Z]{2,}")
_LEAST = 6  # letters of a short name that is looked for in the text


def unit_names(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    register = Register(reference, "unit")
    for forms in _groups(data, register).values():
        shown = list(forms.values())
        _mark_slips(shown)
        for form in shown:
            known = register.find(form.printed)
            form.wrong = form.wrong or (known is not None and not known.exact)
        if len(shown) > 1 and _differ(shown, register):
            yield variants(_KIND, shown, None if any(form.wrong for form in shown) else Severity.NOTE)


def _mark_slips(forms: list[Form]) -> None:
    """Of two short names that differ in a letter the rarer is the slip, even where the register knows both."""
    usual = sorted((form for form in forms if " " not in form.printed), key=lambda form: -len(form.places))
    for at, one in enumerate(usual):
        for other in usual[at + 1 :]:
            other.wrong = other.wrong or is_name_slip(one.printed, other.printed)


def _groups(data: RegulationData, register: Register) -> dict[str, dict[str, Form]]:
    """Every unit with the ways it is written, by the folded form."""
    groups: dict[str, dict[str, Form]] = {}
    for printed in _printed_in_tables(data):
        _add(groups.setdefault(key(printed.text, register), {}), printed.text, printed.place)
    _join_bare(groups)
    _join_slips(groups)
    in_tables = name_places(data)
    for passage in passages(data.document):
        if place_key(passage.place) in in_tables:
            continue
        for match in (*_FULL.finditer(passage.text), *_SHORT.finditer(passage.text)):
            words = match.group()
            known = register.find(words) if names_unit(words) or words in register else None
            if known is not None:
                group = groups.get(plain(known.entry.full))
            else:
                group = _own_group(groups, words) if len(words) >= _LEAST else None
            if group is not None:
                _add(group, words, passage.at(words))
    return groups


def _printed_in_tables(data: RegulationData) -> Iterator[Printed]:
    yield from (owner for owner in owners(data) if not is_group(owner.text))
    for team in data.road_map.teams:
        for member in team.members:
            unit = unit_of(member.position.text)
            if plain(unit) in plain(member.position.text) and not is_group(unit):
                yield Printed(unit, member.position.place.showing(unit))


def _add(group: dict[str, Form], printed: str, place: Place) -> None:
    group.setdefault(plain(printed), Form(printed)).places.append(place)


def _join_bare(groups: dict[str, dict[str, Form]]) -> None:
    """ "Kepala Perikanan" beside "Kepala Dinas Perikanan" is the same unit."""
    for name in list(groups):
        for unit in ("dinas", "badan", "bagian"):
            full = groups.get(f"{unit} {name}")
            if full is not None and full is not groups.get(name):
                bare = groups.pop(name)
                for form in bare.values():
                    form.wrong = True
                full.update(bare)
                break


def _join_slips(groups: dict[str, dict[str, Form]]) -> None:
    """Names that no register knows, one letter apart: the rarer is a slip of the other."""
    names = sorted(groups, key=lambda name: -sum(len(form.places) for form in groups[name].values()))
    for at, usual in enumerate(names):
        for rare in names[at + 1 :]:
            if usual in groups and rare in groups and " " not in usual + rare and is_name_slip(usual, rare):
                for form in groups[rare].values():
                    form.wrong = True
                groups[usual].update(groups.pop(rare))


def _own_group(groups: dict[str, dict[str, Form]], words: str) -> dict[str, Form] | None:
    folded = plain(words)
    return groups.get(folded) or next(
        (group for name, group in groups.items() if " " not in name and is_name_slip(name, folded)), None
    )


def _differ(forms: list[Form], register: Register) -> bool:
    """A full name and one abbreviation of it are no two ways of writing."""
    if any(form.wrong for form in forms):
        return True
    if plain(forms[0].printed).startswith(INSPECTORATE):
        return False
    long = [form.printed for form in forms if _is_long(form.printed, register)]
    short = {without_kind(form.printed) for form in forms if form.printed not in long}
    return len(short) > 1 or any(not _shortens(one, other) for one in long for other in long)


def _is_long(name: str, register: Register) -> bool:
    """A name in full words: three or more, or two that the full name of the register has as well."""
    words, known = plain(name).split(), register.find(name)
    full = plain(known.entry.full).split() if known else words
    return names_unit(name) and not _CAPITALS.search(name) and (len(words) > 2 or set(words) <= set(full))


def _shortens(one: str, other: str) -> bool:
    """ "Dinas Pendidikan" shortens "Dinas Pendidikan dan Kebudayaan"."""
    words, rivals = set(plain(one).split()), set(plain(other).split())
    return words <= rivals or rivals <= words


def position_words(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """The first word of a position that most members of the team share, but for a slip: "Irba" among "Irban"."""
    for team in data.road_map.teams:
        first: dict[str, list[Printed]] = {}
        for member in team.members:
            first.setdefault(plain(member.position.text).split(" ")[0], []).append(member.position)
        for usual, many in first.items():
            for rare, few in first.items():
                near = usual.startswith(rare) or rare.startswith(usual) or is_name_slip(usual, rare)
                if (
                    len(many) > len(few)
                    and usual != rare
                    and len(rare) > 3
                    and abs(len(usual) - len(rare)) < 2
                    and near
                ):
                    yield variants(_POSITION, [_first_word(many), _first_word(few, wrong=True)])


def _first_word(positions: list[Printed], wrong: bool = False) -> Form:
    word = positions[0].text.split()[0]
    return Form(word, [position.place for position in positions], wrong)


RULES = (Rule(unit_names, (NAME_VARIANTS,)), Rule(position_words, (NAME_VARIANTS,)))
