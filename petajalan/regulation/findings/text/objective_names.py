"""Objectives worded in more than one way in articles, text and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Printed, RegulationData
from petajalan.regulation.document import BlockKind
from petajalan.regulation.findings.model import Finding, Rule, Words
from petajalan.regulation.findings.text.passages import prose
from petajalan.regulation.findings.text.register import Register
from petajalan.regulation.findings.text.variants import NAME_VARIANTS, Form, variants
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

_KIND = Words("Satu sasaran", "One objective")
_LABEL = re.compile(
    r"^(?:(?:SS|sasaran(?:\s+strategis)?)\s*[.-]?\s*(?:\d+|[IVX]+)|[A-Z\d]{1,3})\s*[.:)-]\s*", re.IGNORECASE
)
# What a text adds after the wording of an objective.
_ADDED = re.compile(
    r"\s+(?:dengan\s+indikator|sebagai\s+aspek|yang\s+diukur|diukur\s+dengan|melalui)\b.*|[.;:].*", re.I | re.S
)
_OPENING = re.compile(r"^(?:terciptanya|terwujudnya|meningkatnya|tercapainya)\s+")
_SAME_OBJECTIVE = 0.7  # share of words two wordings of one objective have in common
_LEAST = 5  # words two wordings have in common at least


def objective_names(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    terms = Register(reference, "term")
    for objective in data.road_map.objectives:
        if objective.name is None:
            continue
        own = _folded(objective.name.text, terms)
        usual, others = Form(_without_label(objective.name.text), [objective.name.place]), dict[str, Form]()
        for printed in _stated(data):
            folded = _folded(printed.text, terms)
            if folded == own:
                usual.places.append(printed.place)
            elif _reworded(own, folded) and not _nearer(data, own, folded, terms):
                others.setdefault(folded, Form(printed.text)).places.append(printed.place)
        if others:
            yield variants(_KIND, [usual, *others.values()])


def _stated(data: RegulationData) -> Iterator[Printed]:
    """Headings of groups in tables, and list items that begin like an objective. The national wording beside a local
    one may differ by design."""
    seen = set()
    for activity in data.road_map.key_activities:
        if activity.objective is not None and activity.objective.place not in seen:
            seen.add(activity.objective.place)
            words = _without_label(activity.objective.text)
            yield Printed(words, activity.objective.place.showing(words))
    for passage in prose(data.document):
        if passage.kind == BlockKind.ITEM:
            words = _ADDED.sub("", passage.text).removesuffix(" dan").rstrip(" ;,")
            if len(words.split()) >= _LEAST:
                yield Printed(words, passage.at(words))


def _without_label(text: str) -> str:
    return _LABEL.sub("", " ".join(text.split()))


def _folded(text: str, terms: Register) -> str:
    """Without the label, the opening word and the case, abbreviations in full."""
    words = plain(_without_label(text)).split()
    full = [plain(known.entry.full) if (known := terms.find(word)) and known.exact else word for word in words]
    return _OPENING.sub("", " ".join(full))


def _reworded(own: str, other: str) -> bool:
    """Most words are the same, and each has a word the other lacks: a mere addition may be meant."""
    ours, theirs = set(own.split()), set(other.split())
    alike = len(ours & theirs) >= _LEAST and _alike(own, other) >= _SAME_OBJECTIVE
    return alike and bool(ours - theirs) and bool(theirs - ours)


def _alike(one: str, other: str) -> float:
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) / len(ours | theirs)


def _nearer(data: RegulationData, own: str, folded: str, terms: Register) -> bool:
    """Whether the words are nearer to another objective."""
    rivals = [_folded(other.name.text, terms) for other in data.road_map.objectives if other.name is not None]
    return any(_alike(rival, folded) > _alike(own, folded) for rival in rivals)


RULES = (Rule(objective_names, (NAME_VARIANTS,)),)
