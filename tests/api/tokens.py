"""Tokens of the cast, and requests made with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from petajalan.accounts.models import Agency, User
from petajalan.api.choices import ApiScope
from petajalan.api.models import ApiToken
from petajalan.api.services import make_token

EVERYTHING = tuple(ApiScope.values)


def token(
    agency: Agency, owner: User, scopes: Sequence[str] = EVERYTHING, *, at: datetime | None = None
) -> tuple[ApiToken, str]:
    at = at or timezone.now()
    until = at.date() + timedelta(days=30)
    return make_token(agency=agency, name="Portal uji", scopes=scopes, until=until, by=owner, at=at)


class Api:
    """What another system does: no cookies, one header."""

    def __init__(self, agency: Agency, owner: User, scopes: Sequence[str] = EVERYTHING) -> None:
        self.token, self.secret = token(agency, owner, scopes)
        self.client = Client()

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """`headers` with underscores: `If_Match="..."`."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(
            method, f"/api/v1/{path}", b"" if body is None else encoded(body),
            content_type="application/json" if body is not None else "",
            headers={"Authorization": f"Bearer {self.secret}", **told},
        )  # fmt: skip

    def get(self, path: str, **headers: str) -> Any:
        return self.ask("GET", path, **headers)


def encoded(body: Any) -> bytes:
    import json

    return body if isinstance(body, bytes) else json.dumps(body).encode()
