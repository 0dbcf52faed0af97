"""Rows of a table as lines of JSON, and back.

Plain values of one table's own columns, without the model's methods: what is written is what the table holds. The
model given may be a historical one, so that an archive of an earlier version finds the tables that it knew.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils.duration import duration_string
from django.utils.translation import gettext as _

from petajalan.common.backup.manifest import UnusableArchive

# A row may hold a whole decoded regulation, half a megabyte: many small rows at once, few large ones.
ROWS_AT_ONCE = 1000
BYTES_AT_ONCE = 8 * 1024 * 1024
READ_AT_ONCE = 50
LONGEST_LINE = 64 * 1024 * 1024

# Sessions would sign people in who have signed out since. What is cached is not in a model.
LEFT_OUT = frozenset({"sessions.session"})


def kept_models(apps: Apps) -> list[type[models.Model]]:
    """Every table of the installation that an archive holds, in a fixed order."""
    kept = (
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in LEFT_OUT
    )
    return sorted(kept, key=lambda model: model._meta.label_lower)


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]


def written_rows(model: type[models.Model]) -> Iterator[bytes]:
    """The names of the columns, then one line for each row."""
    names = [field.attname for field in columns(model)]
    yield line(names)
    rows = model._base_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=READ_AT_ONCE):
        yield line([plain(value) for value in row])


def line(values: list[Any]) -> bytes:
    """The keys of what a JSON column holds in a fixed order: PostgreSQL does not keep the one they came in."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def plain(value: Any) -> Any:
    match value:
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return duration_string(value)
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
        case _:
            return value


def read_rows(model: type[models.Model], lines: Iterable[bytes]) -> int:
    """Add the rows to the table and say how many there were."""
    given = iter(lines)
    known = {field.attname: field for field in columns(model)}
    # A model and its historical form know the same columns, in another order.
    named = json.loads(next(given, b"null"))
    if not isinstance(named, list) or sorted(map(str, named)) != sorted(known):
        raise UnusableArchive(
            _("Isi tabel %(table)s tidak sesuai dengan versi yang dicatat arsip ini.")
            % {"table": model._meta.label_lower}
        )
    fields = [known[name] for name in named]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    insert = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608
    count = 0
    with connection.cursor() as cursor:
        for chunk in chunks(given):
            cursor.executemany(insert, [stored(model, fields, one) for one in chunk])
            count += len(chunk)
    return count


def chunks(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    size = 0
    for one in lines:
        chunk.append(one)
        size += len(one)
        if len(chunk) == ROWS_AT_ONCE or size > BYTES_AT_ONCE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def stored(model: type[models.Model], fields: list[models.Field[Any, Any]], text: bytes) -> list[Any]:
    try:
        values = json.loads(text)
        return [
            field.get_db_prep_save(field.to_python(value), connection)
            for field, value in zip(fields, values, strict=True)
        ]
    except (ValueError, TypeError, ValidationError) as error:
        raise UnusableArchive(
            _("Tabel %(table)s di arsip ini berisi baris yang tidak dapat dibaca.") % {"table": model._meta.label_lower}
        ) from error
