from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "petajalan.api"
    label = "api"
    verbose_name = _("Akses API")

    def ready(self) -> None:
        from petajalan.api.choices import ApiScope
        from petajalan.common.audit import name_actions, name_fields, name_values
        from petajalan.common.navigation import Place, add_place

        add_place(
            Place(
                "api",
                _("Akses API"),
                "api_tokens",
                icon="key",
                order=97,
                rule="api.use_api",
                under="settings",
            )
        )
        name_actions(
            {
                "api_token_made": _("Membuat token API"),
                "api_token_revoked": _("Mencabut token API"),
            }
        )
        name_fields({"scopes": _("cakupan token"), "expires_at": _("berlaku sampai")})
        name_values("scopes", ApiScope)
