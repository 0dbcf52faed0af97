"""When two printed names mean one indicator, and what is known of it.

An indicator is known by a name of the reference, whatever stands before it ("Nilai Survei ..."), in brackets behind it
("(SPI)") or as an asterisk. An unknown one is itself, by its own words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from petajalan.calc.scales import Scale
from petajalan.regulation.recognise.names import plain, similarity
from petajalan.regulation.reference import KnownIndicator, Reference

_BRACKET = re.compile(r"\(([^()]*)\)")
_SHORT = re.compile(r"\([A-Z0-9/!-]+\)")  # an abbreviation in brackets; other words in brackets belong to the name
_LEADING = ("nilai", "capaian", "hasil", "skor", "survei", "target", "realisasi", "pencapaian")
_MEASURES = re.compile(
    r"angka|capaian|hasil|implementasi|indeks|indikator|jumlah|kinerja|laju|maturitas|nilai|opini|penerapan|pembangunan|"
    r"pencapaian|pelaksanaan|penyelenggaraan|persentase|persen|predikat|prevalensi|rata|rasio|realisasi|skor|survei|"
    r"tingkat|total|atas|dan|dari|dalam|di|pada|oleh|serta|terhadap|untuk|yang|daerah|kota|kabupaten|provinsi|per|yoy|"
    r"tahun"
)
_FUZZY_FROM = 12  # shorter names differ by a letter without being slips of the pen
_ALIKE = 0.9


class Indicators:
    """The indicators of a reference by the names under which documents print them."""

    def __init__(self, reference: Reference) -> None:
        self._by_name = {
            plain(_SHORT.sub(" ", name)): indicator for indicator in reference.indicators for name in indicator.names
        }
        self._scales = {scale.code: scale for scale in reference.scales}
        self._found: dict[str, KnownIndicator | None] = {}

    def known(self, name: str) -> KnownIndicator | None:
        """The well-known indicator that a printed name means."""
        if name not in self._found:
            exact = (self._by_name[form] for form in _forms(name) if form in self._by_name)
            self._found[name] = next(exact, None) or self._nearly(name)
        return self._found[name]

    def _nearly(self, name: str) -> KnownIndicator | None:
        """The indicator whose name differs by a slip of the pen."""
        for form in _forms(name):
            if len(form) >= _FUZZY_FROM:
                for candidate, indicator in self._by_name.items():
                    about_as_long = abs(len(form) - len(candidate)) <= _FUZZY_FROM // 4
                    if len(candidate) >= _FUZZY_FROM and about_as_long and similarity(form, candidate) >= _ALIKE:
                        return indicator
        return None

    def key(self, name: str) -> str:
        """What two names of one indicator have in common: its code, or its own words without what leads them in."""
        known = self.known(name)
        return known.code if known else _without_lead(plain(_BRACKET.sub(" ", name))) or plain(name)

    def scale(self, name: str) -> Scale | None:
        """The scale on which a well-known indicator is measured."""
        known = self.known(name)
        return self._scales.get(known.scale) if known and known.scale else None

    def names(self, name: str) -> tuple[str, ...]:
        """A printed name and the other names of the same indicator."""
        known = self.known(name)
        return (name, *known.names) if known else (name,)


@lru_cache(maxsize=4)
def indicators_of(reference: Reference) -> Indicators:
    return Indicators(reference)


@lru_cache(maxsize=1024)
def topic(name: str) -> frozenset[str]:
    """The words of a name that say what is measured, without those that say how ("Tingkat", "Indeks", "Persentase")."""
    return frozenset(word for word in plain(_BRACKET.sub(" ", name)).split() if not _MEASURES.fullmatch(word))


@lru_cache(maxsize=1024)
def _forms(name: str) -> tuple[str, ...]:
    outside = plain(_BRACKET.sub(" ", name))
    first = plain(_BRACKET.sub(" ", re.split(r"[,;\n]", name)[0]))
    inside = [plain(text) for text in _BRACKET.findall(name)]
    whole = plain(_SHORT.sub(" ", name))
    forms = [form for start in (whole, outside, first) for form in _stripped(start)]
    return tuple(dict.fromkeys(form for form in (*forms, *inside) if form))


def _stripped(form: str) -> list[str]:
    """The name, and what is left of it when leading words are taken away one by one."""
    forms, words = [form], form.split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
        forms.append(" ".join(words))
    return forms


def _without_lead(form: str) -> str:
    return _stripped(form)[-1]
