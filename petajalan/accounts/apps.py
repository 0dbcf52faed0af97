from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from petajalan.common.navigation import Place, add_place


class AccountsConfig(AppConfig):
    name = "petajalan.accounts"
    label = "accounts"
    verbose_name = _("Instansi dan orang")

    def ready(self) -> None:
        # Models cannot be imported before every app is known.
        from petajalan.accounts.choices import (
            Acting,
            AgencyKind,
            Licence,
            PublicItem,
            Role,
            TeamKind,
            TeamRole,
            UnitKind,
        )
        from petajalan.accounts.open_work import add_kind
        from petajalan.accounts.queries import seats_of_position, unit_of_position
        from petajalan.common import audit

        for place in (
            Place("settings", _("Pengaturan"), "account_page", icon="gear", order=90, of_agency=False, exact=True),
            Place(
                "account", _("Akun saya"), "account_page", icon="person", order=91, of_agency=False, under="settings"
            ),
            Place(
                "units",
                _("Tim dan unit"),
                "unit_list",
                icon="people",
                order=38,
                rule="accounts.view_units",
                under="plan",
                also=("tim/", "jabatan/"),
            ),
            Place(
                "people",
                _("Orang"),
                "person_list",
                icon="person-gear",
                order=92,
                rule="accounts.view_people",
                under="settings",
                phone={"administrator": 45},
            ),
            Place(
                "trail",
                _("Jejak"),
                "trail",
                icon="clock-history",
                order=93,
                rule="accounts.view_trail",
                under="settings",
            ),
        ):
            add_place(place)
        audit.name_actions(
            {
                "agency_created": _("Membuat instansi"),
                "agency_changed": _("Mengubah instansi"),
                "user_created": _("Membuat akun"),
                "user_changed": _("Mengubah akun"),
                "membership_created": _("Memberi peran"),
                "membership_changed": _("Mengubah peran"),
                "person_added": _("Menambah orang"),
                "keeper_created": _("Membuat pengelola instalasi"),
                "password_changed": _("Mengganti kata sandi"),
                "name_changed": _("Mengganti nama"),
                "account_deactivated": _("Menonaktifkan akun"),
                "account_reactivated": _("Mengaktifkan akun kembali"),
                "role_given": _("Memberi peran"),
                "role_ended": _("Mengakhiri peran"),
                "invitation_sent": _("Mengundang orang"),
                "invitation_resent": _("Mengirim ulang undangan"),
                "invitation_withdrawn": _("Menarik undangan"),
                "invitation_accepted": _("Menerima undangan"),
                "unit_created": _("Menambah unit"),
                "unit_changed": _("Mengubah unit"),
                "unit_retired": _("Mengakhiri unit"),
                "unit_reopened": _("Mengaktifkan unit kembali"),
                "units_imported": _("Mengimpor daftar unit"),
                "position_created": _("Menambah jabatan"),
                "position_changed": _("Mengubah jabatan"),
                "position_ended": _("Menghapus jabatan"),
                "position_handed_over": _("Serah terima jabatan"),
                "holding_started": _("Mengisi jabatan"),
                "holding_ended": _("Mengakhiri masa jabatan"),
                "holding_corrected": _("Memperbaiki masa jabatan"),
                "team_created": _("Membuat tim"),
                "team_changed": _("Mengubah tim"),
                "team_adopted": _("Mengambil susunan tim dari peraturan"),
                "team_member_added": _("Menambah anggota tim"),
                "team_member_changed": _("Mengubah anggota tim"),
                "team_member_removed": _("Mengeluarkan anggota tim"),
                "totp_activated": _("Memasang verifikasi dua langkah"),
                "totp_deactivated": _("Melepas verifikasi dua langkah"),
                "item_published": _("Menampilkan untuk umum"),
                "item_withdrawn": _("Menyembunyikan dari umum"),
                "public_text_changed": _("Mengubah kata-kata halaman publik"),
                "recovery_codes_renewed": _("Mengganti kode cadangan"),
            }
        )
        audit.name_fields(
            {
                "name": _("nama"),
                "kind": _("jenis"),
                "slug": _("alamat"),
                "full_name": _("nama lengkap"),
                "email": _("alamat surel"),
                "role": _("peran"),
                "user": _("orang"),
                "agency": _("instansi"),
                "valid_from": _("berlaku sejak"),
                "valid_until": _("berlaku sampai"),
                "region_code": _("kode wilayah"),
                "time_zone": _("zona waktu"),
                "parent": _("instansi pembina"),
                "is_demonstration": _("contoh"),
                "is_active": _("aktif"),
                "is_staff": _("pengelola instalasi"),
                "is_superuser": _("pengelola tertinggi"),
                "language": _("bahasa"),
                "unit": _("unit"),
                "unit_kind": _("jenis"),
                "short_name": _("singkatan"),
                "parent_unit": _("bagian dari"),
                "aliases": _("sebutan lain"),
                "active_from": _("aktif sejak"),
                "active_until": _("aktif sampai"),
                "added": _("ditambahkan"),
                "changed": _("diubah"),
                "position": _("jabatan"),
                "is_head": _("memimpin unit"),
                "shared": _("dipegang beberapa orang"),
                "ended_on": _("hari terakhir"),
                "holder": _("pemegang"),
                "holders": _("pemegang"),
                "acting": _("cara memegang"),
                "starts_on": _("mulai"),
                "ends_on": _("sampai"),
                "team_kind": _("jenis tim"),
                "team_role": _("kedudukan dalam tim"),
                "theme": _("tema"),
                "decree_number": _("nomor keputusan"),
                "decree_date": _("tanggal keputusan"),
                "member": _("anggota"),
                "members": _("anggota"),
                "public_item": _("butir publik"),
                "shown": _("tampil untuk umum"),
                "for_whom": _("untuk siapa"),
                "office": _("bagian yang dapat ditanya"),
                "address": _("alamat kantor"),
                "phone": _("nomor telepon kantor"),
                "website": _("situs web"),
                "licence": _("lisensi data"),
            }
        )
        audit.name_values("kind", AgencyKind)
        audit.name_values("role", Role)
        audit.name_values("unit_kind", UnitKind)
        audit.name_values("acting", Acting)
        audit.name_values("team_kind", TeamKind)
        audit.name_values("team_role", TeamRole)
        audit.name_values("public_item", PublicItem)
        audit.name_values("licence", Licence)
        add_kind("unit", _("Unit yang dipimpin"), unit_of_position)
        add_kind("teams", _("Tim"), seats_of_position)
