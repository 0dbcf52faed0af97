"""Writes: once for each Idempotency-Key, and only over what the client has seen (If-Match)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from uuid import UUID, uuid5

from django.db import transaction

from petajalan.api.models import ApiToken
from petajalan.api.v1.answers import Answer, names
from petajalan.api.v1.endpoint import Call, Endpoint
from petajalan.api.v1.problems import Refusal
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import sentence_of
from petajalan.reporting.models import WriteKey
from petajalan.reporting.services import measurements, reports

SPACE = UUID("5f2b7c0e-6d0c-4a7e-9a53-0e6f5b8d4c21")  # of the keys that clients choose
LONGEST = 100
BEGINNING = "api "


def written(call: Call, endpoint: Endpoint, path: Mapping[str, object]) -> object:
    """The write and its key in one transaction: if it is refused, the key is free again. A handler is asked with
    `again=True` when it was done before; it then answers with what there is now."""
    key = _key(call)
    try:
        with transaction.atomic():
            if key is None or _first_time(call, key):
                return endpoint.handler(call, again=False, **path)
            given = endpoint.handler(call, again=True, **path)
    except reports.Stale as stale:
        raise Refusal("precondition_failed", stale.sentence) from stale
    except measurements.Overtaken as overtaken:
        raise Refusal("precondition_failed", overtaken.sentence) from overtaken
    except (reports.Doubtful, measurements.Implausible) as doubtful:
        raise Refusal("doubtful", fields={"confirmation": doubtful.sentence}) from doubtful
    except Refused as refused:
        raise Refusal("refused", sentence_of(refused)) from refused
    told = given if isinstance(given, Answer) else Answer(given)
    return Answer(told.body, told.status, {**(told.headers or {}), "Idempotency-Replayed": "true"})


def match(call: Call, tag: str) -> None:
    """Refuse to write over what the client has not seen."""
    header = call.request.headers.get("If-Match", "")
    if not header:
        raise Refusal("precondition_required")
    if not names(header, tag):
        raise Refusal("precondition_failed", headers={"ETag": tag})


def _key(call: Call) -> UUID | None:
    given = call.request.headers.get("Idempotency-Key")
    if given is None:
        return None
    if not 1 <= len(given) <= LONGEST or not given.isprintable():
        raise Refusal("malformed", fields={"Idempotency-Key": f"1–{LONGEST}"})
    return uuid5(SPACE, f"{call.token.pk} {given}")


def _first_time(call: Call, key: UUID) -> bool:
    """Whether this key is new. The token is held, so that its writes with a key come one after another."""
    request = call.request
    said = "\n".join([request.method or "", request.path, request.headers.get("If-Match", "")]).encode()
    what = BEGINNING + sha256(said + b"\n" + request.body).hexdigest()[:48]
    ApiToken.objects.select_for_update().filter(pk=call.token.pk).first()
    known = WriteKey.objects.filter(agency=call.agency, key=key, what__startswith=BEGINNING).first()
    if known is not None and known.what != what:
        raise Refusal("key_reused")
    if known is None:
        WriteKey.objects.create(agency=call.agency, key=key, user=call.user, what=what, used_at=call.at)
    return known is None
