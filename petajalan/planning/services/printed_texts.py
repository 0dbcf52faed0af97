"""Chapters and sections of a regulation as texts of the plan, with the issues and the condition that they list."""

from __future__ import annotations

import re
from datetime import datetime

from petajalan.planning.choices import IssueLevel, IssueScope, RequiredPart
from petajalan.planning.models import Condition, SectionText, StrategicIssue
from petajalan.planning.services.statements import Statements
from petajalan.regulation.data import RegulationData, Section
from petajalan.regulation.document import Block, BlockKind
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.structure import body_of

PARTS: tuple[tuple[RequiredPart, re.Pattern[str]], ...] = (
    (RequiredPart.ISSUES, re.compile(r"\bisu strategis\b")),
    (RequiredPart.GOALS, re.compile(r"\btujuan dan sasaran\b|\bpenetapan tujuan\b")),
    (RequiredPart.ACTIVITIES, re.compile(r"\b(rb|reformasi birokrasi) general\b|\bkegiatan utama\b")),
    (RequiredPart.THEMES, re.compile(r"\b(rb|reformasi birokrasi) tematik\b|\btema\b")),
    (RequiredPart.MANAGEMENT, re.compile(r"\bmanajemen (pelaksanaan )?(rb|reformasi birokrasi)\b|\bpelaksana\w* rb\b")),
)
_LEVELS = {"hulu": IssueLevel.UPSTREAM, "hilir": IssueLevel.DOWNSTREAM}
_NATIONAL = re.compile(r"\bnasional\b")
_CONDITION = re.compile(r"\b(kondisi|gambaran) (eksisting|existing|saat ini|awal)\b")
_SENTENCE_END = re.compile(r"(?<=[.;:])\s")
LONGEST_TITLE = 160


def collect_texts(statements: Statements, data: RegulationData, at: datetime) -> None:
    """Sections of the body in printed order. Tables are not among their text: the plan has their rows."""
    named: set[RequiredPart] = set()
    national = False
    for section in data.sections:
        title = plain(section.title)
        blocks = [data.document.blocks[index] for index in section.blocks]
        part = next((part for part, words in PARTS if words.search(title) and part not in named), None)
        if part:
            named.add(part)
        statements.add(
            SectionText,
            number=section.number[:30],
            title=section.title,
            level=section.level,
            part=part or "",
            body=body_of(blocks),
            written_at=at,
        )
        national = national if section.level > 2 else bool(_NATIONAL.search(title))
        _issues(statements, title, blocks, national or bool(_NATIONAL.search(title)))
        if _CONDITION.search(title):
            _condition(statements, section, blocks)


def _issues(statements: Statements, title: str, blocks: list[Block], national: bool) -> None:
    level = next((level for word, level in _LEVELS.items() if word in title.split()), None)
    if level is None or "isu" not in title.split():
        return
    for block in blocks:
        if block.kind is BlockKind.ITEM and block.text:
            name, text = title_and_text(block.text)
            statements.add(
                StrategicIssue,
                level=level,
                scope=IssueScope.NATIONAL if national else IssueScope.LOCAL,
                title=name,
                text=text,
            )


def _condition(statements: Statements, section: Section, blocks: list[Block]) -> None:
    body = body_of(blocks)
    if body:
        statements.add(Condition, title=section.title, text=body)


def title_and_text(words: str) -> tuple[str, str]:
    """The first sentence, and the rest; a first sentence that is too long for a title is cut at a word."""
    first, _space, rest = words.partition("\n")
    sentences = _SENTENCE_END.split(first, maxsplit=1)
    title = sentences[0].rstrip(".;:")
    if len(title) > LONGEST_TITLE:
        return title[: title.rfind(" ", 0, LONGEST_TITLE)] + " …", words
    after = sentences[1] if len(sentences) > 1 else ""
    return title, "\n".join(part for part in (after, rest) if part)
