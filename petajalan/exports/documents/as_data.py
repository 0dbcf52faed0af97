"""A document as JSON and back: how a frozen one is kept, and what its digest is taken of.

What a field holds by default is left out, so that a field that is added later changes no digest.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from petajalan.exports.documents import tree
from petajalan.exports.documents.tree import OfficialDocument

TYPE = "is"
_TYPES = {name: one for name, one in vars(tree).items() if isinstance(one, type) and is_dataclass(one)}


def as_data(document: OfficialDocument) -> dict[str, Any]:
    found: dict[str, Any] = _encoded(document)
    return found


def from_data(data: dict[str, Any]) -> OfficialDocument:
    found: OfficialDocument = _decoded(data)
    return found


def digest_of(data: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON: keys in order, no spaces, UTF-8."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _encoded(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: getattr(value, one.name) for one in fields(value) if getattr(value, one.name) != one.default}
        return {TYPE: type(value).__name__, **{name: _encoded(one) for name, one in held.items()}}
    match value:
        case Enum():
            return value.value
        case tuple() | list():
            return [_encoded(one) for one in value]
        case Decimal():
            return {TYPE: "number", "text": format(value, "f")}
        case date():
            return {TYPE: "day", "text": value.isoformat()[:10]}
        case bytes():
            return {TYPE: "bytes", "text": b64encode(value).decode()}
        case str() | int() | None:
            return value
    raise TypeError(type(value))


def _decoded(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decoded(one) for one in value)
    if not isinstance(value, dict):
        return value
    kind = value[TYPE]
    if kind == "number":
        return Decimal(value["text"])
    if kind == "day":
        return date.fromisoformat(value["text"])
    if kind == "bytes":
        return b64decode(value["text"])
    held = {name: _decoded(one) for name, one in value.items() if name != TYPE}
    for name in {"align"} & set(held):
        held[name] = tree.Align(held[name])
    return _TYPES[kind](**held)
