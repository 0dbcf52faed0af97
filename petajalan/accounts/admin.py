"""The back office of the installation: agencies, people, roles. The superuser's; everybody else uses the pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency, Membership, User
from petajalan.common.admin import AuditedAdmin

admin.site.site_header = _("Pengelola Petajalan")
admin.site.site_title = _("Pengelola Petajalan")
admin.site.index_title = _("Instansi, orang, dan peran")
admin.site.unregister(Group)  # what people may do follows from their memberships


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
