"""The audit trail. A service calls `record` inside its own transaction, so that no change stands without its entry.

Each app names its actions and fields once, in its `apps.py`: the trail then reads in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from django.db import connection, models
from django.utils.translation import get_language, gettext

from petajalan.common.models import AuditEntry

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from petajalan.accounts.models import Agency, User

SYSTEM: Final = "system"  # the command line: no person signed in
Actor: TypeAlias = "User | Literal['system']"

_actions: dict[str, str | _StrPromise] = {}
_fields: dict[str, str | _StrPromise] = {}
_values: dict[str, dict[str, str | _StrPromise]] = {}


def name_actions(words: Mapping[str, str | _StrPromise]) -> None:
    _actions.update(words)


def name_fields(words: Mapping[str, str | _StrPromise]) -> None:
    """Give the keys of `before` and `after` the words a person reads."""
    _fields.update(words)
    _field_words.cache_clear()


def name_values(field: str, choices: type[models.TextChoices]) -> None:
    """Let the coded values of a field read as the words of their choices. Choices of several apps add up."""
    _values.setdefault(field, {}).update(zip(choices.values, choices.labels, strict=True))


def action_words(code: str) -> str:
    return str(_actions.get(code, code.replace("_", " ")))


def field_words(code: str) -> str:
    return _field_words(code, get_language())


@lru_cache(maxsize=4096)
def _field_words(code: str, _language: str | None) -> str:
    """A trail names the same fields thousands of times."""
    return str(_fields.get(code, code.replace("_", " ")))


def value_words(field: str, value: object) -> str:
    """A kept value as a person reads it; "" for a list or text that is empty."""
    if value is None:
        return gettext("belum ada")
    if isinstance(value, bool):
        return gettext("ya") if value else gettext("tidak")
    if isinstance(value, list):
        return ", ".join(value_words(field, one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{field_words(key)}: {value_words(key, one)}" for key, one in value.items())
    return str(_values.get(field, {}).get(str(value), value))


def named_actions() -> list[tuple[str, str]]:
    """Code and words of every action, sorted by words: the choices of a filter."""
    return sorted(((code, str(words)) for code, words in _actions.items()), key=lambda pair: pair[1])


def record(
    *,
    agency: Agency | None,
    by: Actor,
    action: str,
    about: models.Model,
    at: datetime,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
) -> AuditEntry:
    """Add an entry. `action` is a past tense code ("regulation_imported"); `before` / `after` hold what changed. An
    object that is part of something says so itself, by a property `audit_whole`.

    Outside a transaction it refuses: an entry that could stand without its change, or the reverse, proves nothing.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record() must be called inside the transaction of the change it records.")
    return AuditEntry.objects.create(
        agency=agency,
        actor=None if by == SYSTEM else by,
        actor_name=SYSTEM if by == SYSTEM else str(by),
        action=action,
        object_type=about._meta.label_lower,
        object_key=str(about.pk),
        object_name=str(about)[:300],
        whole=getattr(about, "audit_whole", None),
        before=dict(before or {}),
        after=dict(after or {}),
        reason=reason,
        at=at,
    )


def record_installation(*, by: Actor, action: str, at: datetime, after: Mapping[str, object]) -> AuditEntry:
    """An entry about the whole installation, which no row of the database stands for."""
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record_installation() must be called inside a transaction.")
    return AuditEntry.objects.create(
        agency=None,
        actor=None if by == SYSTEM else by,
        actor_name=SYSTEM if by == SYSTEM else str(by),
        action=action,
        object_type="installation",
        object_key="",
        object_name="Petajalan",
        after=dict(after),
        at=at,
    )
