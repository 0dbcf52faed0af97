"""Every address of the demonstration city in the database of this environment: `python -m tests.journeys.addresses`."""

from __future__ import annotations

import json

from petajalan.cli.database import open_database

if __name__ == "__main__":
    open_database()
    from petajalan.accounts.models import Agency
    from petajalan.planning.models import RoadMap
    from tests.pages import AGENCY, pages_of, patterns

    agency = Agency.objects.get(slug="kota-pasuruan")
    found = {page.name: page.address for page in pages_of(agency, RoadMap.objects.get(agency=agency, current=True))}
    of_agency = [str(one.name) for one in patterns() if str(one.pattern).startswith(AGENCY)]
    print(json.dumps({"addresses": found, "of_agency": of_agency}))
