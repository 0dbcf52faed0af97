"""What a request says, read into the structs of its endpoint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from petajalan.api.v1.problems import Refusal

MOST_BYTES = 1024 * 1024
LANGUAGES = ("id", "en")
_AT = re.compile(r" - at `(?P<path>.*)`$")


def language_of(request: HttpRequest) -> str:
    """The language that the sentences of the answer are in. Indonesian, unless English is asked for."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code.split("-")[0] in LANGUAGES:
            return code.split("-")[0]
    return LANGUAGES[0]


def bearer_of(request: HttpRequest) -> str:
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.casefold() == "bearer" else ""


def read_query(request: HttpRequest, struct: type[msgspec.Struct] | None) -> Any:
    """A parameter that nobody knows is refused: a filter that was misspelt would otherwise give everything."""
    given = {name: values[-1] for name, values in request.GET.lists()}
    known = () if struct is None else tuple(field.encode_name for field in msgspec.structs.fields(struct))
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise Refusal("invalid", fields={name[:100]: _("Parameter ini tidak dikenal.") for name in unknown[:20]})
    if struct is None:
        return None
    _without_nul(given.values())
    try:
        return msgspec.convert(given, struct, strict=False)
    except msgspec.ValidationError as error:
        raise _invalid(error) from error


def read_body(request: HttpRequest, struct: type[msgspec.Struct] | None) -> Any:
    if struct is None:
        return None
    if request.content_type != "application/json":
        raise Refusal("not_json")
    body = body_of(request)
    try:
        read = msgspec.json.decode(body, type=struct)
    except msgspec.ValidationError as error:
        raise _invalid(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refusal("malformed") from error
    _without_nul(one for one in msgspec.structs.astuple(read) if isinstance(one, str))
    return read


def body_of(request: HttpRequest) -> bytes:
    """Asked before anything of it is read: the length that the request gives."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise Refusal("too_large", told={"limit": MOST_BYTES // 1024})
    return request.body


def _invalid(error: msgspec.ValidationError) -> Refusal:
    """The place and the reason as the reader of the request gives them; it stops at the first."""
    why = str(error)
    found = _AT.search(why)
    path = found["path"].removeprefix("$").lstrip(".") if found else ""
    reason = _("Isian ini tidak sesuai: %(why)s.") % {"why": _AT.sub("", why)}
    return Refusal("invalid", fields={path or "$": reason})


def _without_nul(texts: Sequence[str] | Any) -> None:
    """No text needs one, and PostgreSQL cannot keep it."""
    if any("\0" in text for text in texts):
        raise Refusal("invalid", fields={"$": _("Hapus tanda NUL dari teks.")})
