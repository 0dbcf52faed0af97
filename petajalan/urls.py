from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("petajalan.accounts.urls")),
    path("", include("petajalan.planning.urls")),
]

handler403 = "petajalan.common.views.forbidden"
handler404 = "petajalan.common.views.not_found"
handler500 = "petajalan.common.views.server_error"
