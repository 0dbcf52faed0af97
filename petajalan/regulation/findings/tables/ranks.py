"""A printed column of ranks against the totals, and activities that only one of the two tables holds."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.regulation.data import KeyActivity, RegulationData, TableKind
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.meanings import known_tables
from petajalan.regulation.findings.tables.scoring import misranked, ranked
from petajalan.regulation.findings.wording import listed, number, quoted, table_named
from petajalan.regulation.reference import Reference

WRONG_RANK = Code(
    "wrong_rank",
    Severity.ERROR,
    Words(
        "Peringkat yang tercetak tidak sesuai dengan jumlah skornya.",
        "A printed rank does not follow from the total.",
    ),
    Words("Jumlah tertinggi berperingkat 2.", "The highest total is ranked second."),
)
ACTIVITY_WITHOUT_TARGET = Code(
    "activity_without_target",
    Severity.WARNING,
    Words(
        "Kegiatan utama diberi skor prioritas tetapi tidak ada di tabel target.",
        "A key activity is scored but is not in the targets table.",
    ),
    Words("Kegiatan nomor 5 tabel prioritas tidak bertarget.", "Activity no. 5 of the priority table has no target."),
)
ACTIVITY_WITHOUT_SCORE = Code(
    "activity_without_score",
    Severity.WARNING,
    Words(
        "Kegiatan utama bertarget tetapi tidak ada di tabel prioritas.",
        "A key activity has targets but is not in the priority table.",
    ),
    Words("Kegiatan baru muncul di tabel target.", "An activity appears in the targets table only."),
)


def wrong_rank(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    activities = ranked(data)
    for item in misranked(activities):
        place, printed, rank = item.activity.rank_place, item.activity.rank_printed, item.priority.rank
        if place is None or item.priority.total is None:
            continue
        name, total = quoted(item.activity.name.text), number(item.priority.total)
        yield WRONG_RANK.found(
            Words(
                f"Peringkat {name} tercetak {printed}, padahal jumlah {total.id} berada di peringkat {rank} dari "
                f"{len(activities)}.",
                f"The rank of {name} is printed as {printed}, but a total of {total.en} is rank {rank} of "
                f"{len(activities)}.",
            ),
            Words("Perbaiki peringkatnya.", "Correct the rank."),
            [place],
        )


def unmatched_activities(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    priority = next(known_tables(data, TableKind.PRIORITIES), None)
    targets = next(known_tables(data, TableKind.KEY_ACTIVITIES), None)
    if priority is None or targets is None:
        return
    scored = [activity for activity in data.road_map.key_activities if activity.scores or activity.total_printed]
    untargeted = [activity for activity in scored if activity.target_name is None]
    unscored = [activity for activity in data.road_map.key_activities if activity not in scored]
    here, there = table_named(priority.table.name), table_named(targets.table.name)
    if untargeted:
        names = _names(untargeted)
        yield ACTIVITY_WITHOUT_TARGET.found(
            Words(
                f"Diberi skor di {here.id} tetapi tidak ada di {there.id}: {names.id}.",
                f"Scored in {here.en} but not in {there.en}: {names.en}.",
            ),
            Words("Tetapkan targetnya, atau samakan namanya.", "Set its target, or make the names agree."),
            [activity.name.place for activity in untargeted],
        )
    if unscored:
        names = _names(unscored)
        yield ACTIVITY_WITHOUT_SCORE.found(
            Words(
                f"Bertarget di {there.id} tetapi tidak ada di {here.id}: {names.id}.",
                f"Has targets in {there.en} but is not in {here.en}: {names.en}.",
            ),
            Words("Beri skor prioritas, atau samakan namanya.", "Score it, or make the names agree."),
            [activity.name.place for activity in unscored],
        )


def _names(activities: list[KeyActivity]) -> Words:
    return listed(quoted(activity.name.text) for activity in activities)


RULES = (
    Rule(wrong_rank, (WRONG_RANK,)),
    Rule(unmatched_activities, (ACTIVITY_WITHOUT_TARGET, ACTIVITY_WITHOUT_SCORE)),
)
