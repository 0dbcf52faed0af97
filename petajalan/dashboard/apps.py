from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    name = "petajalan.dashboard"
    label = "dashboard"
    verbose_name = _("Dasbor")

    def ready(self) -> None:
        from petajalan.common.navigation import Place, add_place
        from petajalan.dashboard.document import meeting_sheet
        from petajalan.exports.documents.choice import Of
        from petajalan.exports.documents.kinds import Kind, add_kind

        of = frozenset({Of.YEAR, Of.QUARTER, Of.UNIT})
        lead = _("Satu halaman: yang rendah dan sebabnya, indikator, pelaporan, anggaran.")
        add_kind(Kind("meeting_sheet", _("Lembar rapat unit"), of, "reporting.view_reports", meeting_sheet, lead=lead))
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
        add_place(
            Place(
                "public",
                _("Halaman publik"),
                "public_setting",
                icon="eye",
                order=94,
                rule="accounts.publish",
                under="settings",
            )
        )
