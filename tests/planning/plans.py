"""Drafts of Kota Melati and Kota Contoh for the pages of the plan."""

from __future__ import annotations

import re
from decimal import Decimal

from django.test import Client

from petajalan.accounts.models import Agency
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Factor, KeyActivity, RoadMap, Score
from tests.planning.regulations import AT


def draft(agency: Agency, *, version: int = 1, current: bool = True, title: str = "Road map Melati") -> RoadMap:
    return RoadMap.objects.create(
        agency=agency, version=version, title=title, period_start=2023, period_end=2024,
        status=RoadMapStatus.DRAFT, current=current, created_at=AT,
    )  # fmt: skip


def factor(road_map: RoadMap, name: str, position: int = 1, weight: Decimal | None = None) -> Factor:
    return Factor.objects.create(
        agency=road_map.agency, road_map=road_map, position=position, code=name.lower(), name=name,
        low=Decimal(1), high=Decimal(10), weight=weight,
    )  # fmt: skip


def activity(road_map: RoadMap, name: str, position: int = 1, *, mandatory: bool | None = True) -> KeyActivity:
    return KeyActivity.objects.create(
        agency=road_map.agency, road_map=road_map, position=position, name=name, mandatory=mandatory
    )


def score(activity: KeyActivity, factor: Factor, value: str, position: int) -> Score:
    return Score.objects.create(
        agency=activity.agency, road_map=activity.road_map, position=position, key_activity=activity, factor=factor,
        value=Decimal(value),
    )  # fmt: skip


def words(client: Client, address: str, status: int = 200) -> str:
    """The text of a page, without tags and folded."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return text_of(response.content)


def text_of(content: bytes) -> str:
    page = re.sub(r"<(script|style|svg).*?</\1>", " ", content.decode(), flags=re.S)
    text = re.sub(r"<[^>]+>", " ", page)
    for code, sign in (("&amp;", "&"), ("&quot;", '"'), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(code, sign)
    return " ".join(text.split())
