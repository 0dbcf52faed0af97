from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    name = "petajalan.dashboard"
    label = "dashboard"
    verbose_name = _("Dasbor")

    def ready(self) -> None:
        from petajalan.common.navigation import Place, add_place

        add_place(
            Place(
                "dashboard",
                _("Dasbor"),
                "dashboard",
                icon="bullseye",
                order=12,
                rule="reporting.view_reports",
                phone={"leader": 11, "secretariat": 11, "unit_head": 13, "coordinator": 13},
            )
        )
