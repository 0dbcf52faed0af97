"""The back office of the installation: agencies, people, roles. The superuser's; everybody else uses the pages."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.admin import EmailAddress  # from these files, because they register what is taken back below
from allauth.mfa.admin import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts import services
from petajalan.accounts.models import Agency, Membership, User
from petajalan.common.admin import AuditedAdmin

admin.site.site_header = _("Pengelola Petajalan")
admin.site.site_title = _("Pengelola Petajalan")
admin.site.index_title = _("Instansi, orang, dan peran")
admin.site.unregister(Group)  # what people may do follows from their memberships
admin.site.unregister(EmailAddress)  # the address of a person is on their account
admin.site.unregister(Authenticator)


class LowerCaseEmail(forms.ModelForm):
    def clean_email(self) -> str:
        return User.objects.normalize_email(self.cleaned_data["email"])


class PersonCreationForm(LowerCaseEmail, AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email", "full_name"]


class PersonChangeForm(LowerCaseEmail, UserChangeForm):
    pass


@admin.register(User)
class PersonAdmin(AuditedAdmin, UserAdmin):
    add_form = PersonCreationForm
    form = PersonChangeForm
    add_fieldsets = [(None, {"fields": ["email", "full_name", "usable_password", "password1", "password2"]})]
    fieldsets = [
        (None, {"fields": ["email", "full_name", "language", "password"]}),
        (_("Wewenang"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
        (_("Waktu"), {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    list_display = ["full_name", "email", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["full_name", "email"]
    ordering = ["full_name", "email"]
    filter_horizontal = []

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Django's page saves the password itself; its entry is written here, in the same transaction."""
        with transaction.atomic():
            before = User.objects.filter(pk=id).values_list("password", flat=True).first()
            response = super().user_change_password(request, id, form_url)
            user = User.objects.filter(pk=id).first()
            if user and user.password != before:
                services.record_password_change(user=user, by=cast("User", request.user), at=timezone.now())
        return response


@admin.register(Authenticator)
class SecondFactorAdmin(admin.ModelAdmin):
    """Nobody sees or makes a second factor for somebody else; one is removed here when a phone is lost."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    fields = ["user", "type", "created_at", "last_used_at"]
    readonly_fields = ["user", "type", "created_at", "last_used_at"]
    search_fields = ["user__full_name", "user__email"]
    list_select_related = ["user"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Authenticator | None = None) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: Authenticator) -> None:
        by = cast("User", request.user)
        services.record_totp(user=obj.user, active=False, by=by, at=timezone.now())
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Authenticator]) -> None:
        for authenticator in queryset.select_related("user"):
            self.delete_model(request, authenticator)


@admin.register(Agency)
class AgencyAdmin(AuditedAdmin):
    list_display = ["name", "kind", "slug", "region_code", "is_demonstration"]
    list_filter = ["kind", "is_demonstration"]
    search_fields = ["name", "slug", "region_code"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]

    def agency_of(self, obj: Any) -> Any:
        return obj


@admin.register(Membership)
class MembershipAdmin(AuditedAdmin):
    list_display = ["user", "role", "agency", "valid_from", "valid_until"]
    list_filter = ["role", "agency"]
    search_fields = ["user__full_name", "user__email", "agency__name"]
    autocomplete_fields = ["user", "agency"]
    list_select_related = ["user", "agency"]
