from petajalan.accounts.forms.people import (
    AcceptForm,
    DeactivateForm,
    EndRoleForm,
    InvitationForm,
    PeopleFilter,
    RoleForm,
)
from petajalan.accounts.forms.positions import HandOverForm, HoldingForm, PositionForm
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
from petajalan.accounts.forms.teams import MemberForm, TeamForm
from petajalan.accounts.forms.trail import TrailFilter
from petajalan.accounts.forms.units import EndForm, ReopenForm, UnitFilter, UnitForm, UnitSheetForm

__all__ = [
    "AcceptForm",
    "ActivateTotpForm",
    "CodeForm",
    "ConfirmCodeForm",
    "ConfirmForm",
    "DeactivateForm",
    "EndForm",
    "EndRoleForm",
    "ForgottenPasswordForm",
    "HandOverForm",
    "HoldingForm",
    "InvitationForm",
    "MemberForm",
    "NewPasswordForm",
    "PasswordForm",
    "PeopleFilter",
    "PositionForm",
    "ProfileForm",
    "ReopenForm",
    "RoleForm",
    "SignInForm",
    "TeamForm",
    "TrailFilter",
    "UnitFilter",
    "UnitForm",
    "UnitSheetForm",
]
