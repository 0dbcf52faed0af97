"""Automatic numbering of Word paragraphs, rendered as the marker a reader sees on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counters of a document's lists. `instances` maps numId to its list and its levels."""

    instances: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, number_id: str, depth: int) -> str:
        """The marker of the next paragraph of this list at this depth; "" when it shows none."""
        if number_id not in self.instances:
            return ""
        abstract, levels = self.instances[number_id]
        level = levels.get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return "-"
        counters = self.counters.setdefault(abstract, {})
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]

        def shown(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            other = levels.get(at, level)
            return render(counters.get(at, other.start), other.format)

        return re.sub(r"%(\d)", shown, level.text).strip()


def render(number: int, format: str) -> str:
    """A number as Word prints it in this format."""
    if format in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter.upper() if format == "upperLetter" else letter
    if format in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, letters in ROMAN + ROMAN_SMALL:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if format == "upperRoman" else roman
    if format == "decimalZero":
        return f"{number:02d}"
    return str(number)


def read_numbering(root: Any) -> Numbering:
    """The lists that numbering.xml defines; `None` for a document without one."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {item.get(qn("w:abstractNumId")): _levels(item) for item in root.findall(qn("w:abstractNum"))}
    for item in root.findall(qn("w:num")):
        reference = item.find(qn("w:abstractNumId"))
        abstract = reference.get(qn("w:val")) if reference is not None else None
        if abstract not in abstracts:
            continue
        levels = dict(abstracts[abstract])
        owner = str(abstract)
        for override in item.findall(qn("w:lvlOverride")):
            depth = int(override.get(qn("w:ilvl"), "0"))
            redefined = override.find(qn("w:lvl"))
            if redefined is not None:
                levels[depth] = _level(redefined)
            start = override.find(qn("w:startOverride"))
            if start is not None and depth in levels:
                levels[depth] = Level(levels[depth].format, levels[depth].text, int(start.get(qn("w:val"), "1")))
                owner = f"{abstract}/{item.get(qn('w:numId'))}"  # a restarted list counts for itself
        numbering.instances[item.get(qn("w:numId"))] = (owner, levels)
    return numbering


def _levels(abstract: Any) -> dict[int, Level]:
    return {int(item.get(qn("w:ilvl"), "0")): _level(item) for item in abstract.findall(qn("w:lvl"))}


def _level(item: Any) -> Level:
    def value(tag: str, default: str) -> str:
        found = item.find(qn(tag))
        return found.get(qn("w:val"), default) if found is not None else default

    return Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), int(value("w:start", "1")))
