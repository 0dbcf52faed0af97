from petajalan.accounts.forms.sign_in import (
    ActivateTotpForm,
    CodeForm,
    ConfirmCodeForm,
    ConfirmForm,
    ForgottenPasswordForm,
    NewPasswordForm,
    PasswordForm,
    ProfileForm,
    SignInForm,
)
from petajalan.accounts.forms.trail import TrailFilter

__all__ = [
    "ActivateTotpForm",
    "CodeForm",
    "ConfirmCodeForm",
    "ConfirmForm",
    "ForgottenPasswordForm",
    "NewPasswordForm",
    "PasswordForm",
    "ProfileForm",
    "SignInForm",
    "TrailFilter",
]
