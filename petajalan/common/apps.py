from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommonConfig(AppConfig):
    name = "petajalan.common"
    label = "common"
    verbose_name = _("Jejak")

    def ready(self) -> None:
        from petajalan.common import (
            audit,
            outbox,  # noqa: F401 - its job is to be known to every worker
        )

        audit.name_actions(
            {
                "installation_backed_up": _("Membuat cadangan instalasi"),
                "installation_restored": _("Memulihkan instalasi dari cadangan"),
            }
        )
        audit.name_fields({"rows": _("jumlah baris"), "files": _("jumlah berkas"), "created_at": _("dibuat pada")})
