"""How often and to whom is reported, and who evaluates: what the chapters on management say in more than one way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import split
from petajalan.regulation.findings.text.passages import Passage, prose
from petajalan.regulation.findings.text.progress import MONITORING, Reported, contradicting, on_progress
from petajalan.regulation.findings.wording import both, listed, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

REPORT_CADENCE_MISMATCH = Code(
    "report_cadence_mismatch",
    Severity.WARNING,
    Words(
        "Pemantauan, evaluasi, atau pelaporan yang sama diatur dengan waktu yang berbeda.",
        "The same monitoring, evaluation or report is due at different intervals in two places.",
    ),
    Words(
        "Evaluasi dilaporkan tiap bulan, lalu disebut tahunan.", "Evaluation is reported monthly, then called yearly."
    ),
)
REPORT_ADDRESSEE_MISMATCH = Code(
    "report_addressee_mismatch",
    Severity.WARNING,
    Words(
        "Laporan yang sama disampaikan kepada pihak yang berbeda di dua tempat.",
        "The same report goes to different addressees in two places.",
    ),
    Words(
        "Kepada sekretariat tim, lalu kepada sekretaris daerah.",
        "To the team's secretariat, then to the regional secretary.",
    ),
)
EVALUATION_BY_TWO = Code(
    "evaluation_by_two",
    Severity.WARNING,
    Words(
        "Evaluasi ditugaskan kepada lebih dari satu pihak tanpa pembagian tugas.",
        "Evaluation is assigned to more than one body without dividing the task.",
    ),
    Words(
        "Tim pengelola mengevaluasi; evaluasi dilaksanakan inspektorat.",
        "The managing team evaluates; evaluation is done by the inspectorate.",
    ),
)
_ONE_INTERVAL = Words(
    "Tetapkan satu jadwal untuk tiap jenis laporan, atau bedakan laporannya dengan nama.",
    "Set one interval for each kind of report, or give the reports different names.",
)
_ONE_ADDRESSEE = Words(
    "Tetapkan satu penerima laporan, atau jelaskan urutan penyampaiannya.",
    "Name one addressee, or say in which order the report is passed on.",
)
_EVERY = r"(?:setiap|tiap(?:-tiap)?|per|secara|dalam)\s+"
_CADENCES = {
    "monthly": (Words("bulanan", "monthly"), rf"{_EVERY}bulan(?:an)?\b|\bbulanan\b"),
    "quarterly": (
        Words("triwulanan", "quarterly"),
        rf"{_EVERY}(?:triwulan(?:an)?|tribulan(?:an)?)\b|{_EVERY}(?:3|tiga)\s*(?:\(tiga\)\s*)?bulan\b",
    ),
    "half-yearly": (
        Words("semesteran", "half-yearly"),
        rf"{_EVERY}semester(?:an)?\b|{_EVERY}(?:6|enam)\s*(?:\(enam\)\s*)?bulan\b",
    ),
    "yearly": (
        Words("tahunan", "yearly"),
        rf"{_EVERY}(?:tahun(?:an)?)\b(?!\s+\d)|\b(?:1|satu)\s*(?:\(satu\)\s*)?(?:kali\s+)?(?:dalam\s+)?setahun\b",
    ),
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, (_, pattern) in _CADENCES.items()}
_ACTIVITY = re.compile(
    r"\b(?:(?P<evaluation>evaluasi|mengevaluasi)|(?P<monitoring>monitoring|pemantauan|monev))\b", re.I
)
_NAMES = {"evaluation": Words("Evaluasi", "Evaluation"), "monitoring": Words("Pemantauan", "Monitoring")}
_CLAUSE = re.compile(
    r"[;.]\s|,\s(?:sedangkan|dan)\s|\b(?:sedangkan|adapun)\b|\bdan\s+(?=(?:evaluasi|monitoring|pemantauan)\s+(?:akan|di))",
    re.I,
)
_VERB = re.compile(r"\bdi(?:lakukan|laksanakan|sampaikan|adakan|laporkan)\b", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:melaporkan|pelaporan|laporan|menyampaikan)\b[^.;]*?\bevaluasi\b", re.IGNORECASE)
_ADDRESSEE = re.compile(r"\bkepada\s+(?P<who>(?:(?:Tim|Kepala)\s+)?[A-Z][\w/]*(?:\s+(?:[A-Z][\w/]*|dan(?=\s[A-Z])))*)")
_REPORTER = re.compile(
    r"\boleh\s+(?P<by>(?:Tim\s+)?[A-Z][\w/]*(?:\s+[A-Z][\w/]*)*)|"
    r"(?P<who>(?:Tim\s+)?[A-Z][\w/]*(?:\s+[A-Z][\w/]*)*)\s+(?:melaporkan|menyampaikan)\b"
)
_NAMED_KIND = re.compile(
    r"\b(?:evaluasi|monitoring|pemantauan)\s+(?:bulanan|tri(?:wulan|bulan)an|semesteran|tahunan)\b", re.I
)
_EVALUATES = re.compile(
    r"(?P<who>(?:\bTim\s+[A-Z][\w/]*(?:\s+[A-Z][\w/]*)*|\b[A-Z]{3,}))\s+(?:bertugas|mempunyai tugas|berperan)"
    r"[^.;]*?\bmengevaluasi\b"
)
_DUTIES = re.compile(r"(?P<who>\bTim\s+[A-Z][\w/]*(?:\s+[A-Z][\w/]*)*)\s+(?:bertugas|mempunyai tugas)[^.;]*:$")
_DUTY = re.compile(r"(?:mengevaluasi|(?:melakukan|melaksanakan|menyelenggarakan)\s+(?:\w+\s+dan\s+)?evaluasi)\b", re.I)
_EVALUATED_BY = re.compile(
    r"\b[Ee]valuasi\b[^.;]*?\b(?:dilaksanakan|dilakukan)\s+oleh\s+(?P<who>(?:Tim\s+)?[A-Z][\w/]*(?:\s+[A-Z][\w/]*)*)",
    re.DOTALL,
)
_MANAGEMENT = re.compile(
    r"\b(?:manajemen|pengelolaan|pelaksanaan|monitoring|pemantauan|evaluasi|pelaporan|kelembagaan|tata kelola)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one sentence says: the intervals or addressees it names, and where."""

    said: frozenset[str]
    shown: tuple[str, ...]
    places: tuple[Place, ...]
    reporter: str = ""


def report_cadence_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    stated: dict[str, list[Statement]] = defaultdict(list)
    for passage in _on_management(data):
        for sentence in split(passage.text):
            for activity, statement in _cadences(passage, sentence).items():
                stated[activity].append(statement)
    for activity, statements in stated.items():
        against = _contradicting(statements)
        if not against:
            continue
        cadences = dict.fromkeys(name for statement in against for name in statement.shown)
        names, what = both([_CADENCES[cadence][0] for cadence in cadences]), _NAMES[activity]
        yield REPORT_CADENCE_MISMATCH.found(
            Words(f"{what.id} disebut {names.id}.", f"{what.en} is called {names.en}."),
            _ONE_INTERVAL,
            [place for statement in against for place in statement.places],
        )
    for kind, reported in _on_progress(data, by_interval=True):
        names = both(
            [_CADENCES[cadence][0] for cadence in dict.fromkeys(name for one in reported for name in one.said)]
        )
        yield REPORT_CADENCE_MISMATCH.found(
            Words(f"{kind.id} disebut {names.id}.", f"{kind.en} is called {names.en}."),
            _ONE_INTERVAL,
            [place for one in reported for place in one.places],
        )


def _on_progress(data: RegulationData, *, by_interval: bool) -> Iterator[tuple[Words, list[Reported]]]:
    """What contradicts itself about each kind of report: its intervals, or its addressees.

    The intervals of monitoring are compared with all that is said of monitoring.
    """
    stated: dict[Words, list[Reported]] = defaultdict(list)
    for passage, sentence, at, kind, owner in on_progress(_on_management(data)):
        if by_interval and kind == MONITORING:
            continue
        clause = _clauses(sentence[at:])[0]
        to = list(_ADDRESSEE.finditer(clause))
        names = tuple(match["who"] for match in to)
        found = _intervals(clause) or _intervals(sentence[:at])
        said = tuple(found) if by_interval else names
        words = list(found.values()) if by_interval else [match.group() for match in to]
        if said:
            stated[kind].append(Reported(kind, said, owner, tuple(passage.at(each) for each in words), names))
    for kind, statements in stated.items():
        if against := contradicting(statements):
            yield kind, against


def _intervals(words: str) -> dict[str, str]:
    return {name: match.group() for name, pattern in _PATTERNS.items() if (match := pattern.search(words))}


def _contradicting(statements: list[Statement]) -> list[Statement]:
    """The statements that share nothing with another one: "each quarter and each year" agrees with "each year"."""
    return [one for one in statements if any(not (one.said & other.said) for other in statements)]


def _cadences(passage: Passage, sentence: str) -> dict[str, Statement]:
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for clause in _clauses(sentence):
        activity = _activity(clause)
        if activity is None or _NAMED_KIND.search(clause):
            continue
        for name, pattern in _PATTERNS.items():
            if match := pattern.search(clause):
                found[activity][name] = passage.at(match.group())
    return {
        activity: Statement(frozenset(said), tuple(said), tuple(said.values()))
        for activity, said in found.items()
        if said
    }


def _clauses(sentence: str) -> list[str]:
    found = [
        match
        for match in _CLAUSE.finditer(sentence)
        if match.group().strip() != "dan" or _VERB.search(match.string[: match.start()])
    ]
    cuts = [0, *(match.start() for match in found), len(sentence)]
    return [sentence[start:end] for start, end in pairwise(cuts)]


def _activity(clause: str) -> str | None:
    """What a clause is about. "Monitoring dan evaluasi" is both, which tells nothing."""
    kinds = {match.lastgroup for match in _ACTIVITY.finditer(clause)}
    return kinds.pop() if len(kinds) == 1 else None


def report_addressee_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    yield from _evaluation_addressees(data)
    for kind, reported in _on_progress(data, by_interval=False):
        names = listed(dict.fromkeys(quoted(name) for one in reported for name in one.said))
        yield REPORT_ADDRESSEE_MISMATCH.found(
            Words(f"{kind.id} disampaikan kepada {names.id}.", f"{kind.en} goes to {names.en}."),
            _ONE_ADDRESSEE,
            [place for one in reported for place in one.places],
        )


def _evaluation_addressees(data: RegulationData) -> Iterator[Finding]:
    statements = [
        statement
        for passage in _on_management(data)
        for sentence in split(passage.text)
        if _REPORT.search(sentence) and (statement := _addressees(passage, sentence)) is not None
    ]
    addressees = {plain(name) for statement in statements for name in statement.shown}
    # A report that an addressee passes on goes to someone else by design.
    against = _contradicting([one for one in statements if one.reporter not in addressees])
    if not against:
        return
    names = listed(dict.fromkeys(quoted(name) for statement in against for name in statement.shown))
    yield REPORT_ADDRESSEE_MISMATCH.found(
        Words(
            f"Hasil evaluasi dilaporkan kepada {names.id}.",
            f"The results of the evaluation are reported to {names.en}.",
        ),
        _ONE_ADDRESSEE,
        [place for statement in against for place in statement.places],
    )


def _addressees(passage: Passage, sentence: str) -> Statement | None:
    found = list(_ADDRESSEE.finditer(sentence))
    if not found:
        return None
    reporter = _REPORTER.search(sentence)
    return Statement(
        frozenset(plain(match["who"]) for match in found),
        tuple(match["who"] for match in found),
        tuple(passage.at(match.group()) for match in found),
        plain(reporter["by"] or reporter["who"]) if reporter else "",
    )


def evaluation_by_two(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    stated: dict[str, tuple[str, Place]] = {}
    team = ""  # whose duties are being listed
    for passage in _on_management(data):
        if passage.kind == BlockKind.ITEM and team and _DUTY.match(passage.text):
            stated.setdefault(plain(team), (team, passage.at(passage.text)))
        elif passage.kind != BlockKind.ITEM:
            duties = _DUTIES.search(passage.text)
            team = duties["who"] if duties and "evaluasi" not in duties["who"].casefold() else ""
        for sentence in split(passage.text):
            for pattern in (_EVALUATES, _EVALUATED_BY):
                for match in pattern.finditer(sentence):
                    stated.setdefault(plain(match["who"]), (match["who"], passage.at(match["who"])))
    if len(stated) < 2:
        return
    names = listed(quoted(who) for who, _ in stated.values())
    yield EVALUATION_BY_TWO.found(
        Words(f"Evaluasi ditugaskan kepada {names.id}.", f"Evaluation is assigned to {names.en}."),
        Words(
            "Bagi tugasnya: siapa memantau, siapa mengevaluasi, dan atas dasar laporan siapa.",
            "Divide the task: who monitors, who evaluates, and on whose reports.",
        ),
        [place for _, place in stated.values()],
    )


def _on_management(data: RegulationData) -> Iterator[Passage]:
    """The text of the chapters on management; in a document without chapters, all that speaks of the reform."""
    blocks = data.document.blocks
    wanted: set[int] = set()
    chapter = False
    for section in data.sections:
        if section.level == 1:
            chapter = bool(_MANAGEMENT.search(section.title))
        if chapter:
            wanted.update(section.blocks)
    for passage in prose(data.document):
        if passage.index in wanted or (
            not data.sections and blocks[passage.index or 0].kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        ):
            yield passage


RULES = (
    Rule(report_cadence_mismatch, (REPORT_CADENCE_MISMATCH,)),
    Rule(report_addressee_mismatch, (REPORT_ADDRESSEE_MISMATCH,)),
    Rule(evaluation_by_two, (EVALUATION_BY_TWO,)),
)
