"""Sign-in, the person's own account, the trail. allauth's names are kept: its code reverses them."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from django.urls import path, re_path

from petajalan.accounts.views.account import account_page, start
from petajalan.accounts.views.language import choose_language
from petajalan.accounts.views.second_factor import ActivateTotp, DeactivateTotp, RenewRecoveryCodes
from petajalan.accounts.views.sign_in import SignIn
from petajalan.accounts.views.trail import trail

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
    path("<slug:agency_slug>/jejak/", trail, name="trail"),
]
