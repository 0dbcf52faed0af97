from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from petajalan.common.navigation import Place, add_place


class AccountsConfig(AppConfig):
    name = "petajalan.accounts"
    label = "accounts"
    verbose_name = _("Instansi dan orang")

    def ready(self) -> None:
        # Models cannot be imported before every app is known.
        from petajalan.accounts.choices import AgencyKind, Role
        from petajalan.common import audit

        for place in (
            Place("settings", _("Pengaturan"), "account_page", icon="gear", order=90, of_agency=False, exact=True),
            Place(
                "account", _("Akun saya"), "account_page", icon="person", order=91, of_agency=False, under="settings"
            ),
            Place(
                "trail",
                _("Jejak"),
                "trail",
                icon="clock-history",
                order=92,
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
                "totp_activated": _("Memasang verifikasi dua langkah"),
                "totp_deactivated": _("Melepas verifikasi dua langkah"),
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
            }
        )
        audit.name_values("kind", AgencyKind)
        audit.name_values("role", Role)
