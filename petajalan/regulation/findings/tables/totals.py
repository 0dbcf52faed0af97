"""Totals of the priority table, and the order of the later table that follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.scoring import Ranked, misranked, ranked
from petajalan.regulation.findings.wording import both, number, quoted, table_named
from petajalan.regulation.reference import Reference

WRONG_TOTAL = Code(
    "wrong_total",
    Severity.ERROR,
    Words(
        "Jumlah atau rata-rata skor yang tercetak berbeda dari hitungan (berbobot) skor faktornya.",
        "A printed total or mean differs from the (weighted) computation of its factor scores.",
    ),
    Words(
        "Skor 10, 3, dan 5 dijumlahkan menjadi 28 padahal hasilnya 18.",
        "Scores of 10, 3 and 5 are totalled as 28, but they make 18.",
    ),
)
ORDER_FOLLOWS_WRONG_TOTAL = Code(
    "order_follows_wrong_total",
    Severity.ERROR,
    Words(
        "Urutan kegiatan utama pada tabel target mengikuti jumlah skor yang salah.",
        "The order of key activities in the targets table follows a wrong total.",
    ),
    Words(
        "Kegiatan dengan jumlah benar 18 tetap di urutan 2 karena jumlahnya tercetak 28.",
        "An activity whose true total is 18 stands second because its total is printed as 28.",
    ),
)
ORDER_UNEXPLAINED = Code(
    "order_unexplained",
    Severity.WARNING,
    Words(
        "Urutan pada tabel target tidak dapat dijelaskan oleh jumlah skor, baik yang tercetak maupun yang dihitung.",
        "An order in the targets table that neither the printed nor the computed totals explain.",
    ),
    Words(
        "Kegiatan berskor 21 berada di atas kegiatan berskor 27, sedangkan baris lain urut menurut skor.",
        "An activity with a total of 21 stands above one with 27, while the other rows follow the totals.",
    ),
)
ORDERED = Decimal("0.75")  # the share of pairs of rows that must follow the totals before their order is a claim


def wrong_total(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    activities = ranked(data)
    weighted = any(factor.weight not in (None, Decimal(1)) for factor in data.road_map.factors)
    for item in activities:
        figure, total = item.activity.total_printed, item.priority.total
        if figure is None or total is None or not item.priority.difference:
            continue
        printed, shown, name = figure.reading.printed, number(total), quoted(item.activity.name.text)
        sums = _sum(data, item)
        kind = ("Jumlah berbobot", "weighted total") if weighted else ("Jumlah skor", "total")
        effect = _effect(item, activities)
        yield WRONG_TOTAL.found(
            Words(
                f"{kind[0]} {name} tercetak {printed}, padahal {sums} = {shown.id}. {effect.id}",
                f"The {kind[1]} of {name} is printed as {printed}, but {sums} = {shown.en}. {effect.en}",
            ),
            Words(
                f"Perbaiki jumlah menjadi {shown.id}, atau perbaiki skor faktornya bila skor itu yang keliru.",
                f"Correct the total to {shown.en}, or the factor scores if they are what is wrong.",
            ),
            [figure.place],
        )
    yield from _wrong_means(data)


def _wrong_means(data: RegulationData) -> Iterator[Finding]:
    """A column of means against the scores beside it; it may be rounded to the decimals that it prints."""
    factors = data.road_map.factors
    weights = sum((Decimal(1) if factor.weight is None else factor.weight for factor in factors), Decimal(0))
    for item in ranked(data):
        figure, total = item.activity.mean_printed, item.priority.total
        printed = figure.reading.value if figure else None
        if figure is None or printed is None or total is None or not weights:
            continue
        mean, decimals = total / weights, max(0, -int(printed.as_tuple().exponent))
        if abs(mean - printed) < Decimal(1).scaleb(-decimals):
            continue
        shown, name = number(mean, max(decimals, 2)), quoted(item.activity.name.text)
        printed_as, sums = figure.reading.printed, f"({_sum(data, item)}) / {number(weights).id}"
        yield WRONG_TOTAL.found(
            Words(
                f"Rata-rata skor {name} tercetak {printed_as}, padahal {sums} = {shown.id}.",
                f"The mean score of {name} is printed as {printed_as}, but {sums} = {shown.en}.",
            ),
            Words(
                f"Perbaiki rata-rata menjadi {shown.id}, atau perbaiki skor faktornya bila skor itu yang keliru.",
                f"Correct the mean to {shown.en}, or the factor scores if they are what is wrong.",
            ),
            [figure.place],
        )


def _sum(data: RegulationData, item: Ranked) -> str:
    parts = []
    for factor in data.road_map.factors:
        score = item.activity.scores[factor.code].reading.printed
        parts.append(score if factor.weight in (None, Decimal(1)) else f"{number(factor.weight).id} × {score}")
    return " + ".join(parts)


def _effect(item: Ranked, activities: Sequence[Ranked]) -> Words:
    before, after, last = item.priority.rank_as_printed, item.priority.rank, len(activities)
    if before == after:
        return Words(
            f"Peringkatnya tetap {after} dari {last}.",
            f"Its rank stays {after} of {last}.",
        )
    shared = sum(other.priority.rank == after for other in activities)
    with_others = Words(f" (bersama {shared - 1} kegiatan lain)", f" (shared with {shared - 1} others)")
    tie = with_others if shared > 1 else Words("", "")
    return Words(
        f"Peringkatnya berubah dari {before} menjadi {after}{tie.id} dari {last} kegiatan.",
        f"Its rank changes from {before} to {after}{tie.en} of {last} activities.",
    )


def order_follows_wrong_total(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    activities = [item for item in ranked(data) if item.place_printed is not None]
    moved = [item for item in activities if item.priority.difference and _ordered_by_printed(item, activities)]
    if not any(item.priority.allows_place(item.place_printed or 0) is False for item in moved):
        return
    places = [item.target_place for item in moved if item.target_place]
    table = table_named(places[0].table)
    pieces = both([_moved(item) for item in moved])
    yield ORDER_FOLLOWS_WRONG_TOTAL.found(
        Words(
            f"Urutan pada {table.id} mengikuti jumlah skor yang salah: {pieces.id}.",
            f"The order of {table.en} follows wrong totals: {pieces.en}.",
        ),
        Words(
            "Urutkan kembali kegiatan utama setelah jumlah skor diperbaiki; target tahunan mengikuti prioritas.",
            "Put the key activities in order again once the totals are right; yearly targets follow the priorities.",
        ),
        [*places, *(item.activity.total_printed.place for item in moved if item.activity.total_printed)],
    )


def _moved(item: Ranked) -> Words:
    name, rank, last = quoted(item.activity.name.text), item.priority.rank, item.priority.last_rank
    ranks = (
        Words(f"peringkat {rank}", f"rank {rank}")
        if rank == last
        else Words(f"peringkat {rank}–{last} (seri)", f"ranks {rank}–{last} (a tie)")
    )
    return Words(
        f"{name} nomor {item.place_printed}, menurut hitungan {ranks.id}",
        f"{name} is no. {item.place_printed}, by computation {ranks.en}",
    )


def _ordered_by_printed(item: Ranked, activities: Sequence[Ranked]) -> bool:
    """Whether the item stands where its printed total puts it among its neighbours in the targets table."""
    before = [other for other in activities if _place(other) < _place(item)]
    after = [other for other in activities if _place(other) > _place(item)]
    mine = item.total_printed
    if mine is None:
        return False
    return all(_printed(other) >= mine for other in before) and all(_printed(other) <= mine for other in after)


def _place(item: Ranked) -> int:
    return item.place_printed or 0


def _printed(item: Ranked) -> Decimal:
    return item.total_printed or item.priority.total or Decimal(0)


def order_unexplained(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    everything = ranked(data)
    rows = sorted((item for item in everything if item.place_printed is not None), key=_place)
    if len(rows) < 3 or [item.activity for item in rows] == [item.activity for item in everything]:
        return
    told = list(misranked(everything))  # a wrong rank says that already
    unexplained = [(upper, lower) for upper, lower in pairwise(rows) if _climbs(upper, lower)]
    unexplained = [pair for pair in unexplained if not any(item in told for item in pair)]
    if not unexplained or not _follows_totals(rows):
        return
    places: list[Place] = []
    pieces = []
    for upper, lower in unexplained:
        places += [place for place in (upper.target_place, lower.target_place) if place]
        above, below = quoted(upper.activity.name.text), quoted(lower.activity.name.text)
        high, low = _shown(lower), _shown(upper)
        pieces.append(
            Words(f"{above} (jumlah {low}) di atas {below} (jumlah {high})", f"{above} ({low}) above {below} ({high})")
        )
    table, said = table_named(places[0].table), both(pieces)
    yield ORDER_UNEXPLAINED.found(
        Words(
            f"Urutan pada {table.id} tidak sesuai dengan jumlah skor: {said.id}.",
            f"The order of {table.en} does not agree with the totals: {said.en}.",
        ),
        Words(
            "Urutkan menurut jumlah skor, atau tulis alasan lain yang menentukan urutan.",
            "Order the rows by their totals, or state what else decides their order.",
        ),
        places,
    )


def _follows_totals(rows: Sequence[Ranked]) -> bool:
    """Whether the order of the rows is by their totals in the main."""
    pairs = [pair for pair in combinations(rows, 2) if _printed(pair[0]) != _printed(pair[1])]
    return sum(not _climbs(*pair) for pair in pairs) >= ORDERED * len(pairs)


def _climbs(upper: Ranked, lower: Ranked) -> bool:
    """Whether the lower row has the higher total, as printed and as computed, and is not an initiative below."""
    if lower.activity.mandatory is False and upper.activity.mandatory is not False:
        return False
    first, second = upper.priority.total, lower.priority.total
    return _printed(upper) < _printed(lower) and (first is None or second is None or first < second)


def _shown(item: Ranked) -> str:
    figure = item.activity.total_printed
    return figure.reading.printed if figure else number(_printed(item)).id


RULES = (
    Rule(wrong_total, (WRONG_TOTAL,)),
    Rule(order_follows_wrong_total, (ORDER_FOLLOWS_WRONG_TOTAL,)),
    Rule(order_unexplained, (ORDER_UNEXPLAINED,)),
)
