"""One thing the interface can be asked: its address, what it takes and gives, and who may ask it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from django.http import HttpRequest
from django.utils.functional import Promise

from petajalan.accounts.models import Agency, User
from petajalan.api.choices import ApiScope
from petajalan.api.models import ApiToken


@dataclass(frozen=True, slots=True)
class Call:
    """A request whose token is good, with what it says already read.

    query, body  instances of what the endpoint names; `None` where it names nothing
    """

    request: HttpRequest
    token: ApiToken
    query: Any
    body: Any
    at: datetime

    @property
    def agency(self) -> Agency:
        return self.token.agency

    @property
    def user(self) -> User:
        return self.token.owner


Handler = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """
    path        as `django.urls.path` writes it
    gives       the struct of the answer; `bytes` for a file
    scope       what the token must be for; `None`: any token
    permission  asked of the owner with the agency, as the page does
    query, body  structs that the request is read into
    matched     a write that names the ETag it saw (If-Match)
    keyed       a write that may name an Idempotency-Key
    """

    method: str
    path: str
    handler: Handler
    tag: str
    summary: str | Promise
    gives: Any
    scope: ApiScope | None
    permission: str
    query: type[msgspec.Struct] | None = None
    body: type[msgspec.Struct] | None = None
    matched: bool = False
    keyed: bool = False

    @property
    def is_file(self) -> bool:
        return self.gives is bytes


class Group:
    """The endpoints of one part of the interface, in the order in which they are described."""

    def __init__(self, tag: str, scope: ApiScope | None, permission: str) -> None:
        self.tag, self.scope, self.permission = tag, scope, permission
        self.endpoints: list[Endpoint] = []

    def get(
        self, path: str, summary: str | Promise, *, gives: Any, query: type[msgspec.Struct] | None = None,
        permission: str = "",
    ) -> Callable[[Handler], Handler]:  # fmt: skip
        return self._add("GET", path, summary, gives=gives, query=query, permission=permission or self.permission)

    def write(
        self, method: str, path: str, summary: str | Promise, *, gives: Any, scope: ApiScope,
        body: type[msgspec.Struct] | None = None, matched: bool = False,
    ) -> Callable[[Handler], Handler]:  # fmt: skip
        return self._add(method, path, summary, gives=gives, scope=scope, body=body, matched=matched, keyed=True)

    def _add(self, method: str, path: str, summary: str | Promise, **more: Any) -> Callable[[Handler], Handler]:
        given = {"scope": self.scope, "permission": self.permission} | more

        def add(handler: Handler) -> Handler:
            self.endpoints.append(Endpoint(method, path, handler, self.tag, summary, **given))
            return handler

        return add
