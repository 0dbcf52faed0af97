from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommonConfig(AppConfig):
    name = "petajalan.common"
    label = "common"
    verbose_name = _("Jejak")

    def ready(self) -> None:
        from petajalan.common import outbox  # noqa: F401 - its job is to be known to every worker
