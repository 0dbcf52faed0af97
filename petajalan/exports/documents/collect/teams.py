"""The decree that makes the teams of an agency, with its annex: who sits in them, by position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Team, TeamMember
from petajalan.accounts.queries.teams import with_members
from petajalan.common import clock
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.annex.signing import leader_of, office_of
from petajalan.exports.documents.collect.cells import day, numbered, said, table
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.tree import (
    Align,
    Block,
    Clause,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Part,
    Signature,
    Signatures,
)
from petajalan.exports.models import AgencyLetterhead
from petajalan.planning.models import RoadMap

DRAFT = "periksa dasar hukum dan tugas tim sebelum ditetapkan."
NATIONAL = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 3 Tahun 2023 tentang Road Map "
    "Reformasi Birokrasi 2020-2024;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 9 Tahun 2023 tentang Evaluasi "
    "Reformasi Birokrasi;",
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def team_decree(choice: Choice) -> OfficialDocument:
    """The teams in force today. Number and date are theirs where one decree made them all."""
    agency, today = choice.agency, clock.today()
    teams = list(with_members(Team.objects.filter(agency=agency).in_force_on(today).order_by("pk")))
    if not teams:
        raise NothingToWrite(_("Belum ada tim yang berlaku. Tambahkan tim di halaman Tim dan unit lebih dahulu."))
    if not any(list(team.members.all()) for team in teams):
        raise NothingToWrite(_("Tim yang berlaku belum beranggota. Tambahkan anggotanya lebih dahulu."))
    decrees = {(team.decree_number, team.decree_date) for team in teams}
    number, dated = decrees.pop() if len(decrees) == 1 else ("", None)
    office, about = office_of(agency), f"TIM REFORMASI BIROKRASI {agency.name.upper()}"
    signature = _signature(agency, office, day(dated) if dated else "…")
    return OfficialDocument(
        kind="team_decree",
        agency=agency.name,
        title=(f"KEPUTUSAN {office}", "TENTANG", about),
        parts=(
            Part((*_decree(agency, office, teams), signature)),
            Part(
                (*_annex(teams), signature),
                head=("LAMPIRAN", f"KEPUTUSAN {office}", f"NOMOR {number or '…'}", "TENTANG", about),
            ),
        ),
        number=number,
        dated=dated,
        notices=notices(simulated=agency.is_demonstration, draft="" if number else DRAFT),
    )


def _decree(agency: Agency, office: str, teams: Sequence[Team]) -> Iterator[Block]:
    yield Paragraph(f"{office},", Align.CENTER)
    yield Clause(
        "Menimbang",
        (
            Item(
                f"bahwa untuk melaksanakan, memantau, dan mengevaluasi reformasi birokrasi di {agency.name}, perlu "
                "dibentuk tim reformasi birokrasi;",
                "a.",
            ),
            Item(
                f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan "
                f"{office.title()} tentang Tim Reformasi Birokrasi {agency.name};",
                "b.",
            ),
        ),
    )
    sources = [*NATIONAL, *_own_regulation(agency, office)]
    yield Clause("Mengingat", tuple(Item(text, f"{at}.") for at, text in enumerate(sources, start=1)))
    yield Paragraph("MEMUTUSKAN:", Align.CENTER, bold=True)
    yield Clause(
        "Menetapkan", (Item(f"KEPUTUSAN {office} TENTANG TIM REFORMASI BIROKRASI {agency.name.upper()}.", ""),)
    )
    names = "; ".join(team.name for team in teams)
    points = (
        f"Membentuk tim reformasi birokrasi {agency.name}, yaitu: {names}.",
        "Susunan keanggotaan tim sebagaimana dimaksud dalam Diktum KESATU tercantum dalam Lampiran, yang merupakan "
        "bagian tidak terpisahkan dari Keputusan ini.",
        "Keanggotaan melekat pada jabatan: pejabat yang menggantikan meneruskan kedudukan dalam tim.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    )
    for word, text in zip(("KESATU", "KEDUA", "KETIGA", "KEEMPAT"), points, strict=True):
        yield Clause(word, (Item(text, ""),))


def _own_regulation(agency: Agency, office: str) -> Iterator[str]:
    """The regulation of the road map in force, where its number is known."""
    road_map = RoadMap.objects.filter(agency=agency, current=True).select_related("regulation").first()
    regulation = road_map.regulation if road_map else None
    if road_map and regulation and regulation.number and regulation.year:
        title = road_map.title.title() if road_map.title.isupper() else road_map.title
        yield f"Peraturan {office.title()} Nomor {regulation.number} Tahun {regulation.year} tentang {title};"


def _annex(teams: Sequence[Team]) -> Iterator[Block]:
    yield Paragraph("SUSUNAN KEANGGOTAAN", Align.CENTER, bold=True)
    for at, team in enumerate(teams):
        yield Heading(team.name, 2, f"{LETTERS[at % len(LETTERS)]}.")
        members: list[TeamMember] = list(team.members.all())
        rows = numbered((said(one.role_words), said(one.who)) for one in members)
        yield table((("No", 1), ("Kedudukan dalam tim", 4), ("Jabatan", 8)), rows)


def _signature(agency: Agency, office: str, on: str) -> Signatures:
    place = AgencyLetterhead.objects.filter(agency=agency).values_list("place", flat=True).first() or "…"
    return Signatures(
        (Signature(f"{office},", leader_of(agency, None), place_and_date=f"Ditetapkan di {place}\npada tanggal {on}"),)
    )
