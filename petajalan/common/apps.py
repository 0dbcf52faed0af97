from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "petajalan.common"
    label = "common"
