"""`petajalan demo`: the demonstration city, ready to look at."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime

from petajalan.cli import serve
from petajalan.cli.database import open_database
from petajalan.cli.language import gettext as _

# The first working Monday after the demonstration year: its December is in motion.
DAY = "2025-01-06"


def demo(given: argparse.Namespace) -> int:
    listener = None if given.no_serve else serve.listen(given.host, serve.port_of(given))
    os.environ["PETAJALAN_DEMO"] = "1"
    if not os.environ.get("PETAJALAN_TODAY", "").strip():
        os.environ["PETAJALAN_TODAY"] = DAY
    open_database()
    from petajalan.common import clock
    from petajalan.dashboard.demo import publish_demonstration
    from petajalan.evaluation.demo import simulate_evaluations
    from petajalan.evaluation.demo_indices import simulate_indices
    from petajalan.evaluation.demo_recommendations import simulate_recommendations
    from petajalan.evaluation.demo_worksheet import simulate_worksheets
    from petajalan.exports.demo import simulate_documents
    from petajalan.planning.demo import CITY, create_demonstration
    from petajalan.reporting.demo import open_demonstration_years, simulate_year
    from petajalan.reporting.demo.culture import simulate_culture
    from petajalan.reporting.demo.forums import simulate_forums
    from petajalan.surveys.demo import simulate_surveys

    at = datetime.now(UTC)
    demonstration = create_demonstration(at=at)
    open_demonstration_years(slug=CITY["slug"], at=at)
    simulate_year(slug=CITY["slug"], at=at)
    simulate_evaluations(slug=CITY["slug"])
    simulate_indices(slug=CITY["slug"])
    simulate_recommendations(slug=CITY["slug"])
    simulate_forums(slug=CITY["slug"])
    simulate_worksheets(slug=CITY["slug"])
    simulate_surveys(slug=CITY["slug"], at=at)
    simulate_culture(slug=CITY["slug"], at=at)
    simulate_documents(slug=CITY["slug"])
    publish_demonstration(slug=CITY["slug"], at=clock.now())
    print(
        _("Kota contoh: %(agency)s. Akun contoh, semuanya dengan kata sandi %(password)s:")
        % {"agency": demonstration.agency, "password": demonstration.password}
    )
    for person in demonstration.people:
        print(f"  {person.email:40} {person.full_name}, {person.role}")
    return serve.run(listener) if listener else 0
