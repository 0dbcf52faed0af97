from petajalan.regulation.data import TeamKind
from petajalan.regulation.recognise import recognise
from tests.regulation.building import TablePart, document, table
from tests.regulation.recognise.showing import members, text

HEADERS = "No | Kedudukan dalam Tim | Kedudukan dalam Jabatan"
CAPTION = "Susunan Keanggotaan Tim Reformasi Birokrasi"


def show(*tables: TablePart) -> list[tuple[str | None, TeamKind, str, str | None, list[tuple[str, str | None, str]]]]:
    data = recognise(document(*tables))
    assert data.road_map.unplaced == ()
    assert data.notices == ()
    return [
        (text(team.number), team.kind, team.name.text, text(team.group), members(team)) for team in data.road_map.teams
    ]


def test_roles_in_one_cell_and_positions_in_another_are_matched_by_their_lists() -> None:
    assert show(
        table(
            "4.1",
            CAPTION,
            HEADERS,
            """
            A | TIM STU/KESEKRETARIATAN¶1. Ketua¶2. Anggota | Sekretaris Daerah Kota Contoh Asisten 1 Asisten 2
            B | TIM RB GENERAL¶1. Ketua¶2. Anggota | Asisten Umum (Asisten 3)¶1. Kepala Bappeda¶2. Inspektorat
            | | 3. Kepala Bagian Hukum
            C | TIM RB TEMATIK¶PENANGANAN KEMISKINAN¶1. Ketua¶2. Anggota | Kepala Bappeda¶1. Camat dan Lurah
            | P3DN¶1. Ketua | Kepala Disperindag
            | 2. Anggota | 1. Kepala Dinas Pertanian¶3. kepala Disnaker
            D | TIM EVALUASI¶1. Ketua¶2. Anggota | Inspektur¶1. Irban wilayah I¶2. Irban Wilayah II
            """,
        )
    ) == [
        (
            "A",
            TeamKind.SECRETARIAT,
            "TIM STU/KESEKRETARIATAN",
            None,
            [
                ("chair", None, "Sekretaris Daerah Kota Contoh"),
                ("member", None, "Asisten 1"),
                ("member", None, "Asisten 2"),
            ],
        ),
        (
            "B",
            TeamKind.GENERAL,
            "TIM RB GENERAL",
            None,
            [
                ("chair", None, "Asisten Umum (Asisten 3)"),
                ("member", "1.", "Kepala Bappeda"),
                ("member", "2.", "Inspektorat"),
                ("member", "3.", "Kepala Bagian Hukum"),
            ],
        ),
        (
            "C",
            TeamKind.THEMATIC,
            "PENANGANAN KEMISKINAN",
            "TIM RB TEMATIK",
            [("chair", None, "Kepala Bappeda"), ("member", "1.", "Camat dan Lurah")],
        ),
        (
            None,
            TeamKind.THEMATIC,
            "P3DN",
            "TIM RB TEMATIK",
            [
                ("chair", None, "Kepala Disperindag"),
                ("member", "1.", "Kepala Dinas Pertanian"),
                ("member", "3.", "kepala Disnaker"),
            ],
        ),
        (
            "D",
            TeamKind.EVALUATION,
            "TIM EVALUASI",
            None,
            [("chair", None, "Inspektur"), ("member", "1.", "Irban wilayah I"), ("member", "2.", "Irban Wilayah II")],
        ),
    ]


def test_lists_that_run_on_in_one_line_are_taken_apart() -> None:
    assert show(
        table(
            "4.1",
            CAPTION,
            HEADERS,
            "A | TIM RB TEMATIK KEMISKINAN 1. Ketua 2. Anggota | Kepala Bappeda 1. Kepala Dinsos 2. Kepala Dinkes",
        )
    ) == [
        (
            "A",
            TeamKind.THEMATIC,
            "KEMISKINAN",
            "TIM RB TEMATIK",
            [("chair", None, "Kepala Bappeda"), ("member", "1.", "Kepala Dinsos"), ("member", "2.", "Kepala Dinkes")],
        )
    ]


def test_three_roles_and_one_numbered_list() -> None:
    assert show(
        table(
            "1",
            CAPTION,
            HEADERS,
            "1 | TIM EVALUASI¶a. Ketua¶b. Sekretaris¶c. Anggota | "
            "1. Inspektur¶2. Sekretaris Inspektorat¶3. Irban I¶4. Irban II",
        )
    ) == [
        (
            "1",
            TeamKind.EVALUATION,
            "TIM EVALUASI",
            None,
            [
                ("chair", "1.", "Inspektur"),
                ("secretary", "2.", "Sekretaris Inspektorat"),
                ("member", "3.", "Irban I"),
                ("member", "4.", "Irban II"),
            ],
        )
    ]


def test_one_row_for_each_member_under_the_name_of_the_team() -> None:
    assert show(
        table(
            "4",
            "Susunan Tim",
            "No | Jabatan dalam Dinas | Jabatan dalam Tim",
            """
            TIM PENGELOLA REFORMASI BIROKRASI | < | <
            1. | Sekretaris Daerah | Ketua
            2. | Asisten Administrasi Umum | Wakil Ketua
            3. | Kepala Biro Organisasi | Sekretaris
            4. | Kepala Bappeda | Anggota
            5. | Kepala Dinas Kominfo | ^
            TIM EVALUASI | < | <
            1. | Inspektur | Ketua
            2. | Inspektur Pembantu I | Anggota
            """,
        )
    ) == [
        (
            None,
            TeamKind.SECRETARIAT,
            "TIM PENGELOLA REFORMASI BIROKRASI",
            None,
            [
                ("chair", "1.", "Sekretaris Daerah"),
                ("vice_chair", "2.", "Asisten Administrasi Umum"),
                ("secretary", "3.", "Kepala Biro Organisasi"),
                ("member", "4.", "Kepala Bappeda"),
                ("member", "5.", "Kepala Dinas Kominfo"),
            ],
        ),
        (
            None,
            TeamKind.EVALUATION,
            "TIM EVALUASI",
            None,
            [("chair", "1.", "Inspektur"), ("member", "2.", "Inspektur Pembantu I")],
        ),
    ]


def test_one_row_for_each_member_with_a_column_of_teams() -> None:
    assert show(
        table(
            "4",
            "Susunan Tim",
            "No | Nama Tim | Peran | Jabatan",
            """
            1 | Tim RB General | Ketua | Asisten Umum
            2 | Tim RB General | Anggota | Kepala BKD
            3 | Tim Evaluasi | Ketua | Inspektur
            4 | | Anggota | Irban I
            """,
        )
    ) == [
        (
            None,
            TeamKind.GENERAL,
            "Tim RB General",
            None,
            [("chair", "1", "Asisten Umum"), ("member", "2", "Kepala BKD")],
        ),
        (None, TeamKind.EVALUATION, "Tim Evaluasi", None, [("chair", "3", "Inspektur"), ("member", "4", "Irban I")]),
    ]


def test_a_number_for_each_team_in_a_table_with_a_column_of_teams() -> None:
    assert show(
        table(
            "4",
            "Susunan Tim",
            "No. | Tim | Kedudukan dalam Tim | Jabatan",
            """
            1. | Sekretariat | Ketua | Sekretaris Daerah
            | | Anggota | Asisten Umum
            2. | Tim Evaluasi | Ketua | Inspektur
            """,
        )
    ) == [
        (
            "1.",
            TeamKind.SECRETARIAT,
            "Sekretariat",
            None,
            [("chair", None, "Sekretaris Daerah"), ("member", None, "Asisten Umum")],
        ),
        ("2.", TeamKind.EVALUATION, "Tim Evaluasi", None, [("chair", None, "Inspektur")]),
    ]


def test_a_column_for_each_role() -> None:
    assert show(
        table(
            "4",
            "Susunan Tim",
            "No | Tim | Ketua | Anggota",
            """
            1 | Sekretariat RB | Sekretaris Daerah | 1. Asisten I¶2. Asisten II
            2 | Tim Evaluasi | Inspektur | Irban I
            """,
        )
    ) == [
        (
            "1",
            TeamKind.SECRETARIAT,
            "Sekretariat RB",
            None,
            [("chair", None, "Sekretaris Daerah"), ("member", "1.", "Asisten I"), ("member", "2.", "Asisten II")],
        ),
        (
            "2",
            TeamKind.EVALUATION,
            "Tim Evaluasi",
            None,
            [("chair", None, "Inspektur"), ("member", None, "Irban I")],
        ),
    ]


def test_team_and_role_in_one_cell() -> None:
    expected = [
        (TeamKind.GENERAL, "Tim General", ["chair", "member"]),
        (TeamKind.EVALUATION, "Tim Evaluasi", ["chair", "member"]),
    ]
    for rows in (
        """
        1 | Tim General: Ketua | Asisten Umum
        | Tim General: Anggota | Kepala BKD
        2 | Tim Evaluasi: Ketua | Inspektur
        | Tim Evaluasi: Anggota | Irban I
        """,
        """
        1 | Ketua Tim General | Asisten Umum
        2 | Anggota Tim General | Kepala BKD
        3 | Ketua Tim Evaluasi | Inspektur
        4 | Anggota Tim Evaluasi | Irban I
        """,
    ):
        assert [
            (kind, name, [role for role, _, _ in listed])
            for _, kind, name, _, listed in show(table("4", "Susunan Tim", HEADERS, rows))
        ] == expected


def test_a_table_of_one_team_is_named_by_its_caption() -> None:
    assert show(
        table(
            "4",
            "Susunan Tim Evaluasi RB",
            "No | Jabatan | Kedudukan dalam Tim",
            "1 | Inspektur | Ketua\n2 | Irban I | Anggota",
        )
    ) == [
        (
            None,
            TeamKind.EVALUATION,
            "Susunan Tim Evaluasi RB",
            None,
            [("chair", "1", "Inspektur"), ("member", "2", "Irban I")],
        )
    ]


def test_a_team_that_bears_the_name_of_a_theme_is_thematic() -> None:
    data = recognise(
        document(
            table("3", "Tema", "Tema | Indikator | Target 2025", "Ketahanan Pangan | Stok beras | 10"),
            table(
                "4",
                "Tim",
                "No | Kedudukan dalam Tim | Jabatan",
                "A | TIM PANGAN KOTA¶Ketua | Kepala Dinas\nB | TIM LAIN¶Ketua | Camat",
            ),
        )
    )

    assert [team.kind for team in data.road_map.teams] == [TeamKind.THEMATIC, TeamKind.OTHER]


def test_an_unknown_role_keeps_its_own_word() -> None:
    data = recognise(
        document(table("4", "Tim Kerja", "No | Jabatan | Peran", "1 | Wali Kota | Pengarah\n2 | Dosen | Narasumber"))
    )

    (team,) = data.road_map.teams
    assert [(member.role, text(member.role_printed)) for member in team.members] == [
        ("steering", "Pengarah"),
        ("narasumber", "Narasumber"),
    ]


def test_names_of_persons_stand_in_where_no_position_is_printed() -> None:
    assert show(table("4", "Tim Evaluasi", "No | Nama Pejabat | Peran", "1 | Siti Aminah | Ketua"))[0][-1] == [
        ("chair", "1", "Siti Aminah")
    ]


def test_names_of_persons_stay_beside_their_positions() -> None:
    data = recognise(
        document(
            table("4", "Tim Evaluasi", "No | Nama Pejabat | Jabatan | Peran", "1 | Siti Aminah | Inspektur | Ketua")
        )
    )

    (member,) = data.road_map.teams[0].members
    assert (text(member.person), member.position.text) == ("Siti Aminah", "Inspektur")
