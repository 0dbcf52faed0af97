"""What an agency shows to everybody: switched on and off item by item, and said in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import rules
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import Agency, PublicChoice, PublicText, User
from petajalan.common import audit

TEXTS = ("for_whom", "office", "address", "email", "phone", "website", "licence")


@transaction.atomic
def show_publicly(*, agency: Agency, item: str, shown: bool, by: User, at: datetime) -> bool:
    """`False` where it is so already."""
    _permit(by, agency)
    item = PublicItem(item)
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    choice = PublicChoice.objects.filter(agency=agency, item=item).first()
    if shown == (choice is not None and choice.shown):
        return False
    choice = choice or PublicChoice(agency=agency, item=item)
    choice.shown, choice.changed_by, choice.changed_at = shown, by, at
    choice.save()
    audit.record(
        agency=agency, by=by, action="item_published" if shown else "item_withdrawn", about=choice, at=at,
        before={"public_item": item, "shown": not shown}, after={"public_item": item, "shown": shown},
    )  # fmt: skip
    return True


@transaction.atomic
def write_public_text(*, agency: Agency, values: Mapping[str, str], seen: int, by: User, at: datetime) -> bool:
    """`seen` is the version that the person saw, 0 where there was none. `False` where nothing changed."""
    _permit(by, agency)
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    stored = PublicText.objects.filter(agency=agency).first()
    if (stored.version if stored else 0) != seen:
        raise ValidationError(_("Isian ini baru diubah orang lain. Periksa isinya sekarang, lalu simpan lagi."))
    text = stored or PublicText(agency=agency)
    before = {name: getattr(text, name) for name in TEXTS}
    after = {name: values[name].strip() for name in TEXTS}
    changed = [name for name in TEXTS if before[name] != after[name]]
    if stored is not None and not changed:
        return False
    for name in TEXTS:
        setattr(text, name, after[name])
    text.changed_by, text.changed_at, text.version = by, at, seen + 1
    text.full_clean(validate_unique=False, validate_constraints=False)
    text.save()
    audit.record(
        agency=agency, by=by, action="public_text_changed", about=text, at=at,
        before={name: before[name] for name in changed}, after={name: after[name] for name in changed},
    )  # fmt: skip
    return True


def _permit(by: User, agency: Agency) -> None:
    if not rules.has_perm("accounts.publish", by, agency):
        raise PermissionDenied(_("Halaman publik diatur oleh administrator."))
