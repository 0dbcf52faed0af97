"""Reports on progress and on monitoring: what is said of their intervals and addressees in more than one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Words
from petajalan.regulation.findings.sentences import split
from petajalan.regulation.findings.text.passages import Passage
from petajalan.regulation.recognise.names import plain

PROGRESS = Words("Laporan kemajuan", "The progress report")
MONITORING = Words("Laporan pemantauan", "The monitoring report")
_REPORT = r"\b(?:melaporkan|pelaporan|laporan|dilaporkan|menyampaikan)\b"
_PROGRESS = re.compile(
    rf"{_REPORT}[^.;]*?\b(?:kemajuan|perkembangan|progres)(?:nya)?\b|"
    r"\b(?:kemajuan|perkembangan|progres)(?:nya)?\b[^.;]*?\bdilaporkan\b",
    re.IGNORECASE,
)
_MONITORING = re.compile(rf"{_REPORT}\s+(?:atas\s+)?(?:hasil\s+)?(?:pelaksanaan\s+)?(?:pemantauan|monitoring)\b", re.I)
_EVALUATION = re.compile(r"\b(?:evaluasi|mengevaluasi)\b", re.IGNORECASE)
_TEAM = re.compile(r"\bTim\s+(?:Evaluasi|Monitoring|Pemantau\w*)\b")
_NAMED_KIND = re.compile(
    r"\b(?:laporan|kemajuan|perkembangan|progres|pemantauan|monitoring)\s+(?:\w+\s+)?"
    r"(?:bulanan|tri(?:wulan|bulan)an|semesteran|tahunan)\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w/]*(?:\s+[A-Z][\w/]*)*"
_REPORTER = re.compile(rf"\boleh\s+(?P<by>{_NAME})|(?P<who>{_NAME})(?=\s+(?:wajib\s+)?(?:melaporkan|menyampaikan)\b)")
_SUBJECT = re.compile(
    rf"^(?:(?:Setiap|Seluruh|Masing-masing|Para)\s+)?(?P<who>(?!Laporan|Pelaporan|Melaporkan|Menyampaikan|Hasil|Kemajuan|"
    rf"Perkembangan|Progres|Pemantauan|Monitoring|Dalam|Untuk|Adapun|Selain|Selanjutnya|Setiap){_NAME})\s"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """A sentence on a report: what it names, as printed, and who reports. `owner` is "" where nothing says."""

    kind: Words
    said: tuple[str, ...]
    owner: str
    places: tuple[Place, ...]
    addressees: tuple[str, ...] = ()


def on_progress(passages: Iterator[Passage]) -> Iterator[tuple[Passage, str, int, Words, str]]:
    """Sentences on reports of progress or of monitoring alone: the passage, the sentence, where in it the report is
    named, the kind and who reports.

    The items of a list of duties are those of whoever the words above the list speak of.
    """
    above = ""
    for passage in passages:
        if passage.kind != BlockKind.ITEM:
            above = passage.text if passage.text.rstrip().endswith(":") else ""
        for sentence in split(passage.text):
            bare = _TEAM.sub("Tim", sentence)
            found = (_PROGRESS.search(sentence), PROGRESS) if _PROGRESS.search(bare) else None
            found = found or ((_MONITORING.search(sentence), MONITORING) if _MONITORING.search(bare) else None)
            if found is None or found[0] is None or _EVALUATION.search(bare) or _NAMED_KIND.search(bare):
                continue
            named = _REPORTER.search(sentence) or _SUBJECT.search(sentence)
            by = (named.groupdict().get("by") or named["who"]) if named else ""
            yield (
                passage,
                sentence,
                found[0].start(),
                found[1],
                _owner(by or (above if passage.kind == BlockKind.ITEM else "")),
            )


def contradicting(statements: Sequence[Reported]) -> list[Reported]:
    """Those that share nothing with another statement on the same report. What two bodies report are two reports, and
    whoever passes on what was reported to it reports to someone else by design."""
    against = [
        pair
        for pair in combinations(statements, 2)
        if not set(map(plain, pair[0].said)) & set(map(plain, pair[1].said)) and not _apart(*pair)
    ]
    return [one for one in statements if any(one is other for pair in against for other in pair)]


def _apart(one: Reported, other: Reported) -> bool:
    if one.owner and other.owner and one.owner != other.owner:
        return True
    return any(
        plain(addressee) in first.owner
        for first, second in ((one, other), (other, one))
        for addressee in second.addressees
    )


def _owner(words: str) -> str:
    return re.sub(r"^(?:setiap|seluruh|masing masing|para|kepala)\s+", "", plain(words))
