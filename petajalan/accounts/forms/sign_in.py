"""allauth's forms with our labels, help and error sentences, and the form of the account page."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.base.forms import AuthenticateForm as MfaAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as MfaReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as MfaActivateForm
from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import User

NEW_PASSWORD_HELP = _("Sekurangnya 10 tanda, bukan hanya angka, dan bukan kata sandi yang umum dipakai.")


def _describe(field: forms.Field, label: Any, *, required: Any, help_text: Any = "", **attributes: Any) -> None:
    field.label = label
    field.help_text = help_text
    field.error_messages["required"] = required
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class SignInForm(account_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        invalid = _("Tulis alamat surel lengkap, misalnya nama@kota.go.id.")
        _describe(
            self.fields["login"], _("Alamat surel"), required=_("Tulis alamat surel Anda."), autocomplete="username"
        )
        self.fields["login"].error_messages["invalid"] = invalid
        for validator in self.fields["login"].validators:
            if hasattr(validator, "allowlist"):
                self.fields["login"].validators = [type(validator)(message=invalid)]
        _describe(self.fields["password"], _("Kata sandi"), required=_("Tulis kata sandi Anda."))


class PasswordForm(account_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["oldpassword"], _("Kata sandi sekarang"), required=_("Tulis kata sandi yang sekarang."))
        _describe_new(self)


class NewPasswordForm(account_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe_new(self)


def _describe_new(form: forms.Form) -> None:
    _describe(
        form.fields["password1"],
        _("Kata sandi baru"),
        required=_("Tulis kata sandi yang baru."),
        help_text=NEW_PASSWORD_HELP,
    )
    _describe(
        form.fields["password2"], _("Ulangi kata sandi baru"), required=_("Tulis kata sandi yang baru sekali lagi.")
    )


class ForgottenPasswordForm(account_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["email"], _("Alamat surel"), required=_("Tulis alamat surel Anda."))


class ConfirmForm(account_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["password"], _("Kata sandi"), required=_("Tulis kata sandi Anda."))


def _describe_code(form: forms.Form, help_text: Any) -> None:
    _describe(
        form.fields["code"],
        _("Kode"),
        required=_("Tulis kode enam angka dari aplikasi."),
        help_text=help_text,
        inputmode="numeric",
        autocomplete="one-time-code",
    )


class CodeForm(MfaAuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe_code(self, _("Enam angka yang sedang tampil di aplikasi, atau salah satu kode cadangan Anda."))


class ConfirmCodeForm(MfaReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe_code(self, _("Enam angka yang sedang tampil di aplikasi, atau salah satu kode cadangan Anda."))


class ActivateTotpForm(MfaActivateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe_code(self, _("Enam angka yang tampil di aplikasi setelah kode QR dipindai."))


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["full_name"]
        labels = {"full_name": _("Nama lengkap")}
        help_texts = {"full_name": _("Nama ini tampil pada tugas, catatan jejak, dan dokumen.")}
        error_messages = {"full_name": {"required": _("Tulis nama lengkap Anda.")}}
