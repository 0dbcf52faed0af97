"""Who may do what: the one table behind the tests of permissions and docs/panduan/hak-akses.md.

A new rule needs a row here. `pages` are the names of the addresses that ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.accounts.choices import Role

MEMBERS = frozenset(Role) - {Role.PARENT_AGENCY}
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
SECRETARIAT = frozenset({Role.SECRETARIAT})
ADMINISTRATOR_AND_AUDITOR = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
ADMINISTRATOR_AND_SECRETARIAT = frozenset({Role.ADMINISTRATOR, Role.SECRETARIAT})


@dataclass(frozen=True, slots=True)
class Action:
    """An action, the roles that may do it in their own agency, and the addresses that ask for it.

    The keeper of the installation may do everything everywhere; people of another agency nothing.
    """

    rule: str
    words: str
    roles: frozenset[Role]
    pages: tuple[str, ...] = ()


ACTIONS = (
    Action("accounts.view_agency", "Membuka instansi", MEMBERS),
    Action("accounts.view_units", "Membaca unit, jabatan, dan tim", MEMBERS),
    Action("accounts.manage_units", "Mengatur unit, jabatan, pemegang jabatan, dan tim", ADMINISTRATOR),
    Action("accounts.view_people", "Membaca daftar orang dan perannya", ADMINISTRATOR_AND_AUDITOR),
    Action("accounts.manage_people", "Mengundang orang, memberi peran, menonaktifkan akun", ADMINISTRATOR),
    Action(
        "catalogue.view_catalogue",
        "Membaca katalog",
        MEMBERS,
        (
            "catalogue",
            "catalogue_scale",
            "catalogue_indicators",
            "catalogue_framework_today",
            "catalogue_framework",
            "catalogue_entries",
        ),
    ),
    Action(
        "catalogue.change_catalogue",
        "Menambah, mengubah, menghentikan isian katalog milik instansi",
        ADMINISTRATOR,
        ("catalogue_add", "catalogue_entry", "catalogue_retire", "catalogue_restore"),
    ),
    Action("accounts.view_trail", "Membaca jejak", ADMINISTRATOR_AND_AUDITOR, ("trail",)),
    Action("planning.view_regulation", "Membaca peraturan, temuan, dan rencana", MEMBERS),
    Action("planning.upload_regulation", "Mengunggah peraturan", ADMINISTRATOR_AND_SECRETARIAT),
    Action("planning.edit_plan", "Menyusun dan mengubah rancangan road map", ADMINISTRATOR_AND_SECRETARIAT),
    Action("planning.enact_plan", "Menetapkan, mengubah, dan mencabut road map", SECRETARIAT),
)
