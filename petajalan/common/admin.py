from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from petajalan.common import audit
from petajalan.common.models import AuditEntry, OutboxMail

if TYPE_CHECKING:
    from petajalan.accounts.models import User


class AuditedAdmin(admin.ModelAdmin):
    """A back office page that leaves its entry in the trail. Nothing is deleted there: things end or are closed."""

    kept_secret = frozenset({"password", "password1", "password2", "usable_password"})

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        fields = [name for name in form.changed_data if name not in self.kept_secret]
        before = {name: _plain(form.fields[name].to_python(form.initial.get(name))) for name in fields if change}
        after = {name: _plain(form.cleaned_data.get(name)) for name in fields}
        same = {name for name in before if before[name] == after[name]}
        audit.record(
            agency=self.agency_of(obj),
            by=cast("User", request.user),
            action=f"{obj._meta.model_name}_{'changed' if change else 'created'}",
            about=obj,
            before={name: value for name, value in before.items() if name not in same},
            after={name: value for name, value in after.items() if name not in same},
            at=timezone.now(),
        )

    def agency_of(self, obj: Any) -> Any:
        return getattr(obj, "agency", None)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Model) else value


@admin.register(OutboxMail)
class OutboxMailAdmin(admin.ModelAdmin):
    """What became of each mail, without its text."""

    list_display = ["created_at", "to", "subject", "agency", "status", "failure", "attempts"]
    list_filter = ["status", "failure"]
    search_fields = ["to", "subject"]
    date_hierarchy = "created_at"
    list_select_related = ["agency"]
    exclude = ["body"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    """The trail of the whole installation, to read only."""

    list_display = ["at", "agency", "actor_name", "action", "object_name"]
    list_filter = ["action", "agency"]
    search_fields = ["actor_name", "object_name"]
    date_hierarchy = "at"
    list_select_related = ["agency"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
