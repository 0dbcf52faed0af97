"""Reading one printed figure: each `_as_...` function knows one way of printing and answers `None` to the others."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from petajalan.calc.numbers import words
from petajalan.calc.numbers.digits import in_indonesian
from petajalan.calc.numbers.quantity import NUMBER, QUANTITY, Quantity, read_quantity
from petajalan.calc.numbers.reading import Reading, State

_LONGEST = 300  # characters; a longer cell is a paragraph, not a figure
_MARKUP = re.compile(r"<br\s*/?>|</?(?:p|b|i|sup)>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*(?:\*+\)?|\(\*+\)|[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+\)?))+$")
_TOLERANCE = re.compile(
    rf"\(?(?P<middle>{NUMBER})\s*(?P<unit>%|persen)?\s*(?P<sign>±|\+\s*/?\s*[-−–]|\+)"
    rf"\s*(?P<width>{NUMBER})\)?\s*(?P<unit2>%|persen)?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<first>(?:(?:Rp|IDR)\.?\s*)?{NUMBER}\s*(?:ribu|juta|mili?[ay]r|tril[iy]un)?\s*(?:%|persen)?)\s*"
    r"(?:hingga|sampai(?: dengan)?|s\.?\s?/?\s?d\.?|[-−–—])\s*(?P<last>(?:(?:Rp|IDR)\.?\s*)?[-−–]?\d.*)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?P<low>≥|>=|=>|minimal|min\.?|minimum|paling sedikit|paling rendah|sekurang-kurangnya)\s*(?P<l>.+)"
    r"|(?P<high>≤|<=|=<|maksimal|maks?\.?|maksimum|paling banyak|paling tinggi|setinggi-tingginya)\s*(?P<h>.+)"
    r"|(?P<above>>|lebih dari|di ?atas)\s*(?P<a>.+)|(?P<below><|kurang dari|di ?bawah)\s*(?P<b>.+)",
    re.IGNORECASE,
)
_NAMED_LEVEL = re.compile(r"(?:level|lvl\.?|tingkat|kategori)\s*(?P<rank>[0-9]|I{1,3}|IV|V)\s*(?P<rest>\(.*\))?", re.I)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}
_LEVEL_PREFIX = re.compile(r"(?:predikat|opini|kategori|nilai|kriteria|grade|level|zona)\s*[:=]?\s+", re.IGNORECASE)
_LEVEL_THEN_NUMBER = re.compile(
    r"(?P<words>[^\d()±≥≤<>%=:/;,]+?)\s*[(:/;,=-]*\s*(?P<number>(?:nilai|skor|indeks)?\s*\d[^()]*?)\s*\)?"
)
_BRACKET = re.compile(r"\((?P<inside>[^()]*)\)\s*(?P<after>%|persen)?")
_YEAR = re.compile(r"(?:tahun )?(?:19|20)\d\d")
_UNIT_WORDS = re.compile(r"/?\s?[^\W\d_][^\d()%=:;*]{0,40}")
_FIGURE_START = re.compile(r"(?:(?:Rp|IDR)\.?\s*)?[-−–(+±<>≤≥=]*\s*[\d.,]*\d", re.IGNORECASE)


def read_value(printed: str) -> Reading:
    """Read one printed figure in Indonesian notation ("." groups thousands, "," is the decimal mark).

    Never raises: what looks like a figure and cannot be read safely has the state `REFUSED`, a reason and, where the
    print allows one, a proposal. The rules are listed with examples in docs/formulas.md, section 1.
    """
    if len(printed) > _LONGEST:
        return Reading(printed, State.TEXT)
    text = _clean(printed)
    if words.is_absent(text):
        return Reading(printed, State.NOT_SET)
    if words.is_unavailable(text):
        return Reading(printed, State.NOT_AVAILABLE)
    for read in (_as_level, _as_bound, _as_tolerance, _as_range, _as_quantity, _as_level_with_number):
        reading = read(text)
        if reading is not None:
            return replace(reading, printed=printed)
    if _FIGURE_START.match(text) and len(re.findall(r"[^\W\d_]{2,}", text)) < 3:
        return Reading(printed, State.REFUSED, reason=_why_unreadable(text), proposal=_in_brackets(text))
    return Reading(printed, State.TEXT)


def read_typed(text: str) -> Reading:
    """Read what a person typed: as `read_value`, and figures that can only be English ("1,234.5") as what they mean.

    A print is never read so: there such a figure is a finding. `printed` is then the Indonesian form.
    """
    reading = read_value(text)
    if reading.state is not State.REFUSED:
        return reading
    rewritten = in_indonesian(text)
    return reading if rewritten == text else read_value(rewritten)


def _clean(printed: str) -> str:
    text = " ".join(_MARKUP.sub(" ", printed).split())
    return _FOOTNOTE.sub("", text).lstrip("*").strip(" \"'“”‘’")


def _as_level(text: str) -> Reading | None:
    named = _NAMED_LEVEL.fullmatch(text)
    if named:
        rank = named["rank"].upper()
        reading = Reading("", State.SET, value=Decimal(_ROMAN.get(rank, rank)), unit="level")
        exact = read_quantity((named["rest"] or "").strip("()"))
        if exact is not None and exact.value is not None and not exact.rest:  # "Level 3 (3,05)"
            return Reading("", State.SET, exact.value, exact.unit, label=f"Level {reading.value}")
        return _with_words(reading, named["rest"] or "")
    bare = _LEVEL_PREFIX.sub("", text, count=1) if _LEVEL_PREFIX.match(text) else text
    found = words.letter(bare) or words.class_name(bare)
    if found:
        return Reading("", State.SET, level=found, label=None if len(bare) == len(found) else _spelled_out(bare, found))
    bracket = re.fullmatch(r"(?P<long>[^\d()]+?)\s*\((?P<short>[^\d()]+)\)", bare)
    if bracket:
        level, label = sorted((bracket["short"].strip(), bracket["long"].strip()), key=len)
        if words.letter(level):
            return Reading("", State.SET, level=words.letter(level), label=label)
    return None


def _spelled_out(printed: str, level: str) -> str | None:
    return printed if level.casefold() not in printed.casefold() else None


def _as_bound(text: str) -> Reading | None:
    match = _BOUND.fullmatch(text)
    if match is None:
        return None
    inner = read_value(match["l"] or match["h"] or match["a"] or match["b"])
    word = match["low"] or match["high"] or match["above"] or match["below"]
    if inner.state is State.SET and inner.value is None and inner.level and inner.low is None:
        return replace(inner, label=word if word.isalpha() else inner.label)
    if inner.state is State.REFUSED:
        return inner
    if inner.state is not State.SET or inner.value is None or inner.low is not None or inner.high is not None:
        return None
    exclusive = bool(match["above"] or match["below"])
    if match["low"] or match["above"]:
        return replace(inner, low=inner.value, exclusive=exclusive)
    return replace(inner, high=inner.value, exclusive=exclusive)


def _as_tolerance(text: str) -> Reading | None:
    match = _TOLERANCE.fullmatch(text)
    if match is None:
        return None
    middle, width = read_quantity(match["middle"]), read_quantity(match["width"])
    if middle is None or width is None or middle.value is None or width.value is None:
        return Reading("", State.REFUSED, reason="ambiguous_separator")
    low, high = middle.value - width.value, middle.value + width.value
    if match["sign"] == "+":
        return Reading("", State.REFUSED, reason="plus_minus_lost", proposal=(low, high))
    unit = "percent" if match["unit"] or match["unit2"] else None
    return Reading("", State.SET, unit=unit, low=low, high=high, warnings=_together(middle, width))


def _as_range(text: str) -> Reading | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    first, last = read_quantity(match["first"].strip()), read_quantity(match["last"])
    if first is None or last is None or re.search(r"\d", last.rest):
        return None
    if first.value is None or last.value is None:
        return Reading("", State.REFUSED, reason="ambiguous_separator")
    low = first.value * last.times if last.times and not first.times else first.value
    if low > last.value:
        return Reading("", State.REFUSED, reason="range_reversed", proposal=(last.value, low))
    unit = last.unit or first.unit
    reading = Reading("", State.SET, unit=unit, low=low, high=last.value, warnings=_together(first, last))
    return _with_words(reading, last.rest)


def _together(first: Quantity, last: Quantity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first.warnings + last.warnings))


def _as_quantity(text: str) -> Reading | None:
    quantity = read_quantity(text)
    if quantity is None:
        return None
    rest, unit = quantity.rest, quantity.unit
    if re.search(r"\d", _BRACKET.sub("", rest)):
        if unit != "percent" or quantity.value is None or not words.speaks_of_others(rest):
            return None
        return Reading("", State.TEXT, quantity.value, unit, words.grade_within(rest), rest)
    if quantity.value is None:
        proposal = None if quantity.proposal is None else (quantity.proposal, None)
        return Reading("", State.REFUSED, reason="ambiguous_separator", proposal=proposal)
    reading = Reading("", State.SET, quantity.value, unit, warnings=quantity.warnings)
    return _with_words(reading, rest)


def _with_words(reading: Reading, rest: str) -> Reading | None:
    """Give the words after a number their meaning: grade, label, unit, or a statement about other agencies."""
    bracket = _BRACKET.match(rest)
    if bracket:
        return _with_bracket(reading, bracket["inside"].strip(), bracket["after"], rest[bracket.end() :].strip())
    if not rest:
        return reading
    grade = rest.lstrip("/-–,:;= ")
    if words.letter(grade):
        return replace(reading, level=words.letter(grade))
    if words.class_name(grade):
        return replace(reading, label=grade)
    unit_then_bracket = re.fullmatch(r"([^\W\d_][^\d()]*?)\s*(\([^()]*\))", rest)
    if unit_then_bracket:
        counted = _with_words(reading, unit_then_bracket[1])
        if counted is not None and counted.unit != reading.unit:
            return _with_words(counted, unit_then_bracket[2])
    if not _UNIT_WORDS.fullmatch(rest) and not re.fullmatch(r"[^\W\d_][^\d]*", rest):
        return None
    named = words.grade_within(rest)
    if reading.unit == "percent" and (named or words.speaks_of_others(rest)):
        return replace(reading, state=State.TEXT, level=named, label=rest)
    if reading.unit is None and len(rest.split()) <= 4 and not named:
        return replace(reading, unit=rest.lstrip("/ "))
    return replace(reading, label=rest)


def _with_bracket(reading: Reading, inside: str, percent: str | None, after: str) -> Reading | None:
    if after:
        reading_after = _with_words(reading, after)
        if reading_after is None or reading_after.label or reading_after.level:
            return None
        reading = reading_after
    if percent:
        reading = replace(reading, unit="percent")
    level = _LEVEL_PREFIX.sub("", inside)
    if words.letter(level):
        return replace(reading, level=words.letter(level))
    if QUANTITY.fullmatch(inside) and not _YEAR.fullmatch(inside):
        second = read_quantity(inside)
        if second is not None and not second.rest:
            return Reading("", State.REFUSED, reason="several_values")
    return replace(reading, label=inside or None)


def _as_level_with_number(text: str) -> Reading | None:
    """ "Baik (nilai 64,09)", "BB (70,4)", "B: 62,5": the grade first, its number after it."""
    match = _LEVEL_THEN_NUMBER.fullmatch(text)
    if match is None:
        return None
    name = _LEVEL_PREFIX.sub("", match["words"].strip())
    letter, class_name = words.letter(name), words.class_name(name)
    quantity = read_quantity(match["number"])
    if quantity is None or quantity.rest or not (letter or class_name):
        return None
    if quantity.value is None:
        return Reading("", State.REFUSED, reason="ambiguous_separator")
    return Reading(
        "", State.SET, quantity.value, quantity.unit, letter or class_name, class_name, warnings=quantity.warnings
    )


def _why_unreadable(text: str) -> str:
    if text[0] in "-−–(":
        return "ambiguous_sign"
    if re.search(r"\d\s*[/:]\s*\d", text):
        return "fraction"
    if re.fullmatch(r"\d{1,3}(?: \d{3})+", text):
        return "ambiguous_separator"
    if len(re.findall(rf"(?<![^\W_]){NUMBER}", text)) > 1:
        return "several_values"
    return "unreadable"


def _in_brackets(text: str) -> tuple[Decimal, None] | None:
    """The negative number that bookkeeping prints as "(0,35)", or "- 0,35" with a space; offered, not assumed."""
    match = re.fullmatch(rf"(?:\(({NUMBER})\)|[-−–] ({NUMBER}))\s*(?:%|persen)?", text)
    quantity = read_quantity(match[1] or match[2]) if match else None
    return None if quantity is None or quantity.value is None else (-quantity.value, None)
