"""The description of the interface is true: whatever it allows is answered as it says, for every role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from pytest_django import Settings
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from petajalan.api.v1.description import described
from petajalan.api.v1.urls import ENDPOINTS
from tests.api.everything import examples
from tests.api.tokens import token
from tests.cast import Cast
from tests.test_every_page import amended

PEOPLE = ("siti", "joko", "budi", "ani", "rina", "wati", "wali", "dewi")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 2  # of which one with the keys of rows that are there
SAME_EVERY_TIME = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(autouse=True)
def without_haste(db: None, settings: Settings) -> None:
    cache.clear()
    settings.API_PER_MINUTE = 10**6


@pytest.fixture
def app(db: None) -> Iterator[WSGIHandler]:
    """The application without the end of its connections after a request: the test's transaction is on one."""
    signals = (request_started, request_finished)
    for one in signals:
        one.disconnect(close_old_connections)
    yield WSGIHandler()
    for one in signals:
        one.connect(close_old_connections)


def test_it_names_every_endpoint(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json")
    said = answer.json()
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert sum(len(methods) for methods in said["paths"].values()) == len(ENDPOINTS)
    names = [operation["operationId"] for methods in said["paths"].values() for operation in methods.values()]
    assert len(set(names)) == len(names)
    assert [name for name in said["components"]["schemas"] if not name.isalnum()] == []


def test_people_read_the_same_without_an_account(client: Client) -> None:
    page = client.get("/api/v1/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "Content-Security-Policy" in page.headers
    assert text.count('class="api-endpoint"') == len(ENDPOINTS)
    assert "https://" not in text.replace("http://testserver", "")


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
def test_whatever_is_sent_is_answered_as_described(cast: Cast, app: WSGIHandler, mode: Any) -> None:
    amended(cast)
    schema = schemathesis.openapi.from_dict(described(ENDPOINTS, "http://localhost/api/v1"))
    schema.config.generation.update(modes=[mode])
    rows = examples(cast.agency)
    negative = mode is schemathesis.GenerationMode.NEGATIVE
    checks = [*CHECKS, negative_data_rejection] if negative else CHECKS
    # What is no request at all is refused to everybody alike.
    secrets = {name: secret_of(cast, name) for name in (("joko", "dewi") if negative else PEOPLE)}
    wrong: dict[str, str] = {}

    turn = count()

    def ask(case: Any) -> None:
        """The same of everybody. Nothing is kept: the next request finds what this one found."""
        if not negative and next(turn) % EXAMPLES == 0:
            case.path_parameters = {name: str(rows[name]) for name in case.path_parameters or {}}
        for name, secret in secrets.items():
            given_by_us = {"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"}
            case.headers = {**(case.headers or {}), **given_by_us}
            with transaction.atomic():
                response = case.call(app=app)
                transaction.set_rollback(True)
            try:
                case.validate_response(response, checks=checks)
                assert name != "dewi" or "Melati" not in response.text
            except BaseException as failure:
                told = f"{response.status_code} {response.text[:300]}"
                wrong[f"{case.operation.label} {name}"] = f"{failure!r} {getattr(failure, 'exceptions', '')} {told}"

    for operation in operations(schema):
        strategy = operation.as_strategy(generation_mode=mode)
        SAME_EVERY_TIME(given(case=strategy)(ask))()
    assert "\n".join(f"{name}: {why}" for name, why in wrong.items()) == ""


def operations(schema: Any) -> Iterator[Any]:
    for result in schema.get_all_operations():
        yield result.ok()


def secret_of(cast: Cast, name: str) -> str:
    agency = cast.other_agency if name == "dewi" else cast.agency
    return token(agency, cast[name], at=timezone.now() - timedelta(minutes=5))[1]
