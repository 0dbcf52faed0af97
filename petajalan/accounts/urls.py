"""Sign-in, the own account, units, teams, people, the trail. allauth's names are kept: its code reverses them."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from django.urls import path, re_path

from petajalan.accounts.views import invitations, people, positions, teams, unit_import, units
from petajalan.accounts.views.account import account_page, start
from petajalan.accounts.views.language import choose_language
from petajalan.accounts.views.second_factor import ActivateTotp, DeactivateTotp, RenewRecoveryCodes
from petajalan.accounts.views.sign_in import SignIn
from petajalan.accounts.views.trail import trail

OF_AGENCY = "<slug:agency_slug>/"
UNITS, UNIT = OF_AGENCY + "unit/", OF_AGENCY + "unit/<int:key>/"
POSITIONS, POSITION = OF_AGENCY + "jabatan/", OF_AGENCY + "jabatan/<int:key>/"
HOLDING = POSITION + "pemegang/<int:holding_key>/"
TEAMS, TEAM = OF_AGENCY + "tim/", OF_AGENCY + "tim/<int:key>/"
MEMBER = TEAM + "anggota/<int:member_key>/"
PEOPLE, PERSON = OF_AGENCY + "orang/", OF_AGENCY + "orang/<int:key>/"
INVITATIONS = PEOPLE + "undangan/"

urlpatterns = [
    path("", start, name="start"),
    path("bahasa/", choose_language, name="choose_language"),
    path("masuk/", SignIn.as_view(), name="account_login"),
    path("masuk/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("masuk/nonaktif/", account.account_inactive, name="account_inactive"),
    path("keluar/", account.logout, name="account_logout"),
    path("sandi/lupa/", account.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sandi/tersimpan/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("akun/", account_page, name="account_page"),
    path("akun/", account_page, name="mfa_index"),
    path("akun/sandi/", account.password_change, name="account_change_password"),
    path("akun/konfirmasi/", account.reauthenticate, name="account_reauthenticate"),
    path("akun/konfirmasi/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("akun/dua-langkah/pasang/", ActivateTotp.as_view(), name="mfa_activate_totp"),
    path("akun/dua-langkah/lepas/", DeactivateTotp.as_view(), name="mfa_deactivate_totp"),
    path("akun/kode-cadangan/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("akun/kode-cadangan/unduh/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("akun/kode-cadangan/ganti/", RenewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("undangan/<str:secret>/", invitations.accept, name="invitation"),
    path(OF_AGENCY + "jejak/", trail, name="trail"),
    path(UNITS, units.unit_list, name="unit_list"),
    path(UNITS + "tambah/", units.add_unit, name="unit_add"),
    path(UNITS + "impor/", unit_import.import_units, name="unit_import"),
    path(UNIT, units.unit_page, name="unit"),
    path(UNIT + "ubah/", units.edit_unit, name="unit_edit"),
    path(UNIT + "akhiri/", units.retire_unit, name="unit_retire"),
    path(UNIT + "jabatan/tambah/", positions.add_position, name="position_add"),
    path(POSITIONS + "tambah/", positions.add_position, name="leadership_add"),
    path(POSITION, positions.position_page, name="position"),
    path(POSITION + "ubah/", positions.edit_position, name="position_edit"),
    path(POSITION + "akhiri/", positions.end_position, name="position_end"),
    path(POSITION + "serah-terima/", positions.hand_over, name="position_hand_over"),
    path(HOLDING + "perbaiki/", positions.edit_holding, name="holding_edit"),
    path(HOLDING + "akhiri/", positions.end_holding, name="holding_end"),
    path(TEAMS, teams.team_list, name="team_list"),
    path(TEAMS + "tambah/", teams.add_team, name="team_add"),
    path(TEAM, teams.team_page, name="team"),
    path(TEAM + "ubah/", teams.edit_team, name="team_edit"),
    path(TEAM + "anggota/tambah/", teams.add_member, name="member_add"),
    path(MEMBER, teams.edit_member, name="member_edit"),
    path(MEMBER + "keluarkan/", teams.remove_member, name="member_remove"),
    path(PEOPLE, people.person_list, name="person_list"),
    path(PEOPLE + "undang/", invitations.invite, name="invite"),
    path(INVITATIONS, people.invitation_list, name="invitation_list"),
    path(INVITATIONS + "<int:key>/kirim-ulang/", invitations.resend, name="invitation_resend"),
    path(INVITATIONS + "<int:key>/tarik/", invitations.withdraw, name="invitation_withdraw"),
    path(PERSON, people.person_page, name="person"),
    path(PERSON + "keadaan/", people.deactivate_person, name="person_activity"),
    path(PERSON + "peran/tambah/", people.give_role, name="role_add"),
    path(PERSON + "peran/<int:membership_key>/akhiri/", people.end_role, name="role_end"),
]
