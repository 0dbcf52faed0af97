"""What a table is, from the words in its headers, with its caption as help."""

from __future__ import annotations

import re
from collections.abc import Sequence

from petajalan.regulation.data import TableKind
from petajalan.regulation.recognise.headers import Header
from petajalan.regulation.recognise.names import plain

_CAPTIONS = (
    (TableKind.THEMES, re.compile(r"\btema\b|\btematik\b")),
    (TableKind.KEY_ACTIVITIES, re.compile(r"\bkegiatan\b|\bprogram\b")),
    (TableKind.OBJECTIVES, re.compile(r"\bsasaran\b")),
    (TableKind.GOALS, re.compile(r"\btujuan\b")),
)
_INTERIM = re.compile(r"\bhasil antara\b")
_TEAM = re.compile(r"\b(tim|keanggotaan)\b")
_PRIORITY = re.compile(r"\b(prioritas|skor|skoring|pembobotan)\b")
_ROLES = ("ketua", "wakil ketua", "sekretaris", "anggota", "koordinator", "pengarah")


def kind_of(caption: str, headers: Sequence[Header]) -> TableKind:
    concepts = {header.concept for header in headers}
    caption = plain(caption)
    measures = concepts & {"indicator", "baseline", "target"}
    scores = [concept for concept in concepts if concept.startswith("score:")]
    if _is_team(headers, concepts, caption):
        return TableKind.TEAMS
    if "theme" in concepts and (measures or "objective" in concepts):
        return TableKind.THEMES
    if "activity" in concepts:
        if "total" in concepts or len(scores) >= 2 or (_PRIORITY.search(caption) and not measures):
            return TableKind.PRIORITIES
        if measures or concepts & {"coordinator", "implementers"}:
            return TableKind.KEY_ACTIVITIES
    if "objective" in concepts and measures:
        return TableKind.THEMES if "tematik" in caption else TableKind.OBJECTIVES
    if "goal" in concepts and measures:
        return TableKind.GOALS
    years = [header for header in headers if header.concept == "actual" and header.period]
    if years and "target" not in concepts and (_INTERIM.search(caption) or concepts & {"name", "indicator"}):
        return TableKind.INTERIM_RESULTS
    if "target" in concepts and concepts & {"name", "indicator"}:
        return next((kind for kind, words in _CAPTIONS if words.search(caption)), TableKind.UNKNOWN)
    return TableKind.UNKNOWN


def _is_team(headers: Sequence[Header], concepts: set[str], caption: str) -> bool:
    if concepts & {"indicator", "target", "activity"}:
        return False
    if "role" in concepts and concepts & {"position", "person", "implementers", "name"}:
        return True
    if "team" in concepts and (concepts & {"position", "person"} or any(role_header(header) for header in headers)):
        return True
    return "position" in concepts and _TEAM.search(caption) is not None


def role_header(header: Header) -> str | None:
    """The role a header of a table "Tim | Ketua | Sekretaris | Anggota" stands for."""
    words = plain(header.text)
    return words if words in _ROLES else None
