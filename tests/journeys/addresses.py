"""Every address of the demonstration city in the database of this environment: `python -m tests.journeys.addresses`."""

from __future__ import annotations

import json
from uuid import UUID

from django.urls import URLPattern

from petajalan.cli.database import open_database

CITY = "kota-pasuruan"
# For an address that names a row of which the city has none.
EXAMPLES = {"int": 1, "slug": "contoh", "str": "contoh", "uuid": UUID(int=1)}


def of_no_row(pattern: URLPattern) -> str:
    from django.urls import reverse
    from django.urls.converters import get_converters

    kinds = {type(converter): kind for kind, converter in get_converters().items()}
    values = {name: EXAMPLES[kinds[type(one)]] for name, one in pattern.pattern.converters.items()}
    return reverse(str(pattern.name), kwargs={**values, "agency_slug": CITY})


if __name__ == "__main__":
    open_database()
    from petajalan.planning.models import RoadMap
    from tests.pages import AGENCY, pages_of, patterns

    plan = RoadMap.objects.select_related("agency").get(agency__slug=CITY, current=True)
    found = {page.name: page.address for page in pages_of(plan.agency, plan)}
    found = {name: address for name, address in found.items() if address.startswith(f"/{CITY}/")}
    tried = {name.split()[0] for name in found}
    for pattern in patterns():
        if str(pattern.pattern).startswith(AGENCY) and pattern.name not in tried:
            found[str(pattern.name)] = of_no_row(pattern)
    print(json.dumps(found))
