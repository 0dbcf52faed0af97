"""Roles in a team and kinds of teams, from their printed words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from petajalan.regulation.data import TeamKind
from petajalan.regulation.recognise.names import plain, slug

_ROLES = {
    "ketua": "chair",
    "wakil ketua": "vice_chair",
    "sekretaris": "secretary",
    "anggota": "member",
    "koordinator": "coordinator",
    "penanggung jawab": "responsible",
    "pengarah": "steering",
    "pembina": "patron",
}
_BY_LENGTH = sorted(_ROLES, key=len, reverse=True)
_ROLE = re.compile(
    r"(?:wakil )?(?:ketua|koordinator|sekretaris|penanggung jawab|pengarah|pembina|anggota)(?: [a-z0-9]+){0,4}$"
)
_KINDS = (
    (TeamKind.EVALUATION, re.compile(r"\b(evaluasi|evaluator|penilai|pengawas|pengawasan)\b")),
    (TeamKind.SECRETARIAT, re.compile(r"\bstu\b|sekretariat|strategic transformation|unit pengelola|tim pengelola")),
    (TeamKind.THEMATIC, re.compile(r"\btematik\b")),
    (TeamKind.GENERAL, re.compile(r"\bgeneral\b")),
)
# Words that many teams and themes share.
_COMMON = {"reformasi", "birokrasi", "daerah", "pemerintah", "peningkatan", "pelaksana", "pelaksanaan", "penguatan"}


def role_of(words: str) -> str:
    """ "chair" for "Ketua" and "Ketua Pelaksana Harian", "member" for "Anggota"; a slug of words that are not known."""
    known = plain(words)
    start = next((role for role in _BY_LENGTH if known == role or known.startswith(f"{role} ")), None)
    return _ROLES[start] if start else slug(words)


def is_role(words: str) -> bool:
    return _ROLE.match(plain(words)) is not None


def kind_of(name: str, group: str | None, themes: Iterable[str]) -> TeamKind:
    """A team under the heading "TIM RB TEMATIK" is thematic, and so is one that bears the name of a theme."""
    for words in (name, group or ""):
        for kind, pattern in _KINDS:
            if pattern.search(plain(words)):
                return kind
    own = _long_words(name)
    return TeamKind.THEMATIC if any(own & _long_words(theme) for theme in themes) else TeamKind.OTHER


def _long_words(name: str) -> set[str]:
    return {word for word in plain(name).split() if len(word) > 5 and word not in _COMMON}
