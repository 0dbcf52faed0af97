from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "petajalan.planning"
    verbose_name = "Perencanaan"
    default_auto_field = "django.db.models.BigAutoField"
