"""Kota Pasuruan as its regulation names it: units, positions and the teams of Tabel 4.1.

Units that the regulation does not name are simulated, and say so on every page. Of a unit that it names by abbreviation
only, the full name is the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petajalan.accounts.choices import TeamKind, TeamRole, UnitGroup, UnitKind

# The decree is of 2023; the regulation does not say of which day.
DECREE = "188/123/423.011/2023"
SINCE = date(2023, 1, 1)

DEPARTMENT, DIVISION, DISTRICT = UnitKind.DEPARTMENT, UnitKind.DIVISION, UnitKind.DISTRICT
SETDA = "Sekretariat Daerah"
BAPPELITBANGDA = "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah"
BKD = "Badan Kepegawaian Daerah"
BPKA = "Badan Pengelolaan Keuangan dan Aset"
DISKOMINFO = "Dinas Komunikasi, Informatika dan Statistik"
DISPERSIP = "Dinas Perpustakaan dan Kearsipan"
DPMPTSP = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
DISPENDIK = "Dinas Pendidikan dan Kebudayaan"
DP3AKB = "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana"
DISNAKER = "Dinas Tenaga Kerja"
DINKOP = "Dinas Koperasi dan Usaha Mikro"
DISPERINDAG = "Dinas Perindustrian dan Perdagangan"
PERTANIAN = "Dinas Pertanian dan Ketahanan Pangan"
PERIKANAN = "Dinas Perikanan"
PUPR = "Dinas Pekerjaan Umum dan Penataan Ruang"
BAGOR, BAKUM = "Bagian Organisasi", "Bagian Hukum"
PBJ = "Bagian Pengadaan Barang dan Jasa"
PEREKONOMIAN = "Bagian Perekonomian"
INSPEKTORAT = "Inspektorat"


@dataclass(frozen=True, slots=True)
class DemoUnit:
    name: str
    short_name: str = ""
    kind: UnitKind = DEPARTMENT
    parent: str = ""
    aliases: tuple[str, ...] = ()
    head: str = ""  # when it is not "Kepala" and the name
    positions: tuple[str, ...] = ()  # beside the head
    simulated: bool = False

    @property
    def head_name(self) -> str:
        return self.head or f"Kepala {self.name}"


UNITS = (
    DemoUnit(
        SETDA,
        "Setda",
        head="Sekretaris Daerah",
        positions=("Asisten 1", "Asisten 2", "Asisten Administrasi Umum (Asisten 3)"),
    ),
    DemoUnit(BAGOR, "Bagor", DIVISION, SETDA),
    DemoUnit(BAKUM, "Bakum", DIVISION, SETDA),
    DemoUnit(PBJ, "BLP", DIVISION, SETDA, ("Bagian PBJ",)),
    DemoUnit(PEREKONOMIAN, "", DIVISION, SETDA),
    DemoUnit(
        INSPEKTORAT,
        head="Inspektur",
        positions=(
            "Inspektur Pembantu Wilayah I",
            "Inspektur Pembantu Wilayah II",
            "Inspektur Pembantu Wilayah III",
            "Inspektur Pembantu Investigasi",
        ),
    ),
    DemoUnit(BAPPELITBANGDA, "Bappelitbangda", aliases=("Bapelitbangda",)),
    DemoUnit(BKD, "BKD"),
    DemoUnit(BPKA, "BPKA"),
    DemoUnit(DISKOMINFO, "Diskominfo", aliases=("Dinas Komunikasi, Informatika dan Statistika",)),
    DemoUnit(DISPERSIP, "Dispersip"),
    DemoUnit(DPMPTSP, "DPMPTSP"),
    DemoUnit(DISPENDIK, "Dispendik"),
    DemoUnit("Dinas Sosial"),
    DemoUnit("Dinas Kesehatan"),
    DemoUnit(DP3AKB, "DP3AKB"),
    DemoUnit(DISNAKER, "Disnaker"),
    DemoUnit(DINKOP, "Dinkop"),
    DemoUnit(DISPERINDAG, "Disperindag"),
    DemoUnit(PERTANIAN, "", aliases=("Dinas Pertanian",)),
    DemoUnit(PERIKANAN),
    DemoUnit("Dinas Perhubungan", "Dishub"),
    DemoUnit(PUPR, "Dinas PUPR"),
    DemoUnit("Dinas Perumahan Rakyat dan Kawasan Permukiman"),
    *(
        DemoUnit(f"Kecamatan {name}", "", DISTRICT, head=f"Camat {name}", simulated=True)
        for name in ("Bugul Kidul", "Gadingrejo", "Panggungrejo", "Purworejo")
    ),
    *(
        DemoUnit(name, short_name, DIVISION, SETDA, simulated=True)
        for name, short_name in (
            ("Bagian Pemerintahan", ""),
            ("Bagian Kesejahteraan Rakyat", "Bagian Kesra"),
            ("Bagian Administrasi Pembangunan", ""),
            ("Bagian Umum", ""),
            ("Bagian Protokol dan Komunikasi Pimpinan", "Bagian Prokopim"),
        )
    ),
    DemoUnit("Sekretariat DPRD", "Setwan", head="Sekretaris DPRD", simulated=True),
    *(
        DemoUnit(name, short_name, simulated=True)
        for name, short_name in (
            ("Satuan Polisi Pamong Praja", "Satpol PP"),
            ("Badan Penanggulangan Bencana Daerah", "BPBD"),
            ("Badan Kesatuan Bangsa dan Politik", "Bakesbangpol"),
            ("Dinas Lingkungan Hidup", "DLH"),
            ("Dinas Kependudukan dan Pencatatan Sipil", "Dispendukcapil"),
            ("Dinas Pariwisata, Pemuda dan Olahraga", "Disparpora"),
        )
    ),
)
LEADERSHIP = ("Wali Kota", "Wakil Wali Kota")


@dataclass(frozen=True, slots=True)
class DemoSeat:
    """`printed` as the decree says it; of the others exactly one is what it means. `position` names a head by unit."""

    printed: str
    head_of: str = ""
    position: str = ""
    unit: str = ""
    group: str = ""
    role: TeamRole = TeamRole.MEMBER


@dataclass(frozen=True, slots=True)
class DemoTeam:
    kind: TeamKind
    name: str
    members: tuple[DemoSeat, ...]
    theme: str = ""


def _chair(printed: str, head_of: str = "", position: str = "", unit: str = "") -> DemoSeat:
    return DemoSeat(printed, head_of, position, unit, role=TeamRole.CHAIR)


FARMING = DemoSeat("Kepala Dinas Pertanian", PERTANIAN)
WORK, TRADE = DemoSeat("Kepala Disnaker", DISNAKER), DemoSeat("Kepala Disperindag", DISPERINDAG)
COOPERATIVES, WORKS = DemoSeat("kepala Dinkop", DINKOP), DemoSeat("Kepala Dinas PUPR", PUPR)
FISHERY, INFORMATION = DemoSeat("Kepala Perikanan", PERIKANAN), DemoSeat("Kepala Diskominfo", DISKOMINFO)
SCHOOLS, SOCIAL = DemoSeat("Kepala Dispendik", DISPENDIK), DemoSeat("Kepala Dinas sosial", "Dinas Sosial")
DISTRICTS = DemoSeat("Camat dan Lurah", group=UnitGroup.DISTRICTS_AND_VILLAGES)

SECRETARIAT_TEAM = DemoTeam(
    TeamKind.SECRETARIAT,
    "Tim STU/Kesekretariatan",
    (
        _chair("Sekretaris Daerah Kota Pasuruan", SETDA),
        DemoSeat("Asisten 1", position="Asisten 1"),
        DemoSeat("Asisten 2", position="Asisten 2"),
    ),
)
EVALUATION_TEAM = DemoTeam(
    TeamKind.EVALUATION,
    "Tim Evaluasi",
    (
        _chair("Inspektur", INSPEKTORAT),
        DemoSeat("Irba wilayah I", position="Inspektur Pembantu Wilayah I"),
        DemoSeat("Irban wilayah II", position="Inspektur Pembantu Wilayah II"),
        DemoSeat("Irban Wilayah III", position="Inspektur Pembantu Wilayah III"),
        DemoSeat("Irban Investigasi", position="Inspektur Pembantu Investigasi"),
    ),
)
TEAMS = (
    SECRETARIAT_TEAM,
    DemoTeam(
        TeamKind.GENERAL,
        "Tim RB General",
        (
            _chair("Asisten Administrasi Umum (Asisten 3)", position="Asisten Administrasi Umum (Asisten 3)"),
            DemoSeat("Kepala Bapelitbangda", BAPPELITBANGDA),
            DemoSeat("Kepala Badan Pengelolaan Keuangann dan Aset", BPKA),
            DemoSeat("Inspektorat", unit=INSPEKTORAT),
            DemoSeat("Kepala Badan Kepegawaian Daerah", BKD),
            DemoSeat("Kepala Dinas Komunikasi informasi dan statistik", DISKOMINFO),
            DemoSeat("Kepala Dinas Perpustakaan dan kearsipan", DISPERSIP),
            DemoSeat("DPMPTSP", unit=DPMPTSP),
            DemoSeat("Kepala Bagian Organisasi", BAGOR),
            DemoSeat("Kepala Bagian Hukum", BAKUM),
            DemoSeat("Kepala Bagian Pengadaan barang dan jasa", PBJ),
        ),
    ),
    DemoTeam(
        TeamKind.THEMATIC,
        "Penanganan Kemiskinan",
        (
            _chair("Kepala Bapelitbangda", BAPPELITBANGDA),
            *(SCHOOLS, SOCIAL, WORK, INFORMATION, COOPERATIVES),
            DemoSeat("Kepala DPMPTSP", DPMPTSP),
            *(WORKS, DISTRICTS),
        ),
        "Pengentasan Kemiskinan",
    ),
    DemoTeam(
        TeamKind.THEMATIC,
        "Peningkatan Investasi",
        (
            _chair("Kepala DPMPTSP", DPMPTSP),
            *(TRADE, FARMING, WORK, COOPERATIVES, FISHERY),
            DemoSeat("Kabag Hukum", BAKUM),
        ),
        "Peningkatan Investasi",
    ),
    DemoTeam(
        TeamKind.THEMATIC,
        "Penanganan Inflasi",
        (
            _chair("Bagian Perekonomian", unit=PEREKONOMIAN),
            *(TRADE, FARMING),
            DemoSeat("Kepala Dishub", "Dinas Perhubungan"),
            *(COOPERATIVES, FISHERY, WORKS),
            DemoSeat("Kepala diskominfo", DISKOMINFO),
            DemoSeat("inspektorat", unit=INSPEKTORAT),
        ),
        "Pengendalian Inflasi",
    ),
    DemoTeam(
        TeamKind.THEMATIC,
        "Digitalisasi (Penanganan Stunting)",
        (
            _chair("Kepala Dinas Kesehatan", "Dinas Kesehatan"),
            *(SCHOOLS, SOCIAL),
            DemoSeat("Kepala DPA3KB", DP3AKB),
            INFORMATION,
            DemoSeat("Kepala Dinas Perikanan", PERIKANAN),
            DemoSeat("Kepala Pertanian", PERTANIAN),
            *(WORKS, DISTRICTS),
        ),
        "Digitalisasi Administrasi Pemerintahan",
    ),
    DemoTeam(
        TeamKind.THEMATIC,
        "P3DN",
        (
            _chair("Kepala Dinas Perindustrian dan perdagangan", DISPERINDAG),
            FARMING,
            DemoSeat("kepala Disnaker", DISNAKER),
            *(COOPERATIVES, FISHERY, INFORMATION),
            DemoSeat("Kepala Bagian PBJ", PBJ),
            DemoSeat("Seluruh OPD", group=UnitGroup.ALL_UNITS),
        ),
        "Peningkatan Penggunaan Produk dalam Negeri (PDN)",
    ),
    EVALUATION_TEAM,
)
