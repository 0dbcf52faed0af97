"""Long lists, a page at a time: by the key of the last row, so that a row that is added meanwhile moves nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

import msgspec
from django.db.models import QuerySet
from msgspec import Meta

from petajalan.api.v1.endpoint import Call

T = TypeVar("T")
MOST = 200
USUAL = 50
LARGEST = 2**53 - 1  # the largest whole number that every reader of JSON keeps

Key = Annotated[int, Meta(ge=1, le=LARGEST)]


class Paged(msgspec.Struct, kw_only=True):
    """Which part of a list is wanted. `after` is the `id` of the last row of the page before."""

    limit: Annotated[int, Meta(ge=1, le=MOST)] = USUAL
    after: Annotated[int, Meta(ge=0, le=LARGEST)] = 0


class Page(msgspec.Struct, Generic[T]):
    """Part of a list. `next` is the address of the following part; null at the end."""

    items: list[T]
    next: str | None


def page_of(call: Call, rows: QuerySet[Any], shape: Callable[[Any], T]) -> Page[T]:
    return Page(*_cut(call, rows, lambda found: [shape(row) for row in found]))


def page_of_all(call: Call, rows: QuerySet[Any], shapes: Callable[[list[Any]], list[T]]) -> Page[T]:
    """For rows that are shaped together, with queries of their own."""
    return Page(*_cut(call, rows, shapes))


def _cut(call: Call, rows: QuerySet[Any], shapes: Callable[[list[Any]], list[T]]) -> tuple[list[T], str | None]:
    limit = call.query.limit
    found = list(rows.filter(pk__gt=call.query.after).order_by("pk")[: limit + 1])
    more = len(found) > limit
    found = found[:limit]
    return shapes(found), next_address(call, found[-1].pk) if more else None


def next_address(call: Call, after: object) -> str:
    given = {**call.request.GET.dict(), "after": str(after)}
    return call.request.build_absolute_uri(f"{call.request.path}?{urlencode(given)}")
