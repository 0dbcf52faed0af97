from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

# The back office has no sign-in of its own: the same throttling and second factor as everywhere.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("api/v1/", include("petajalan.api.v1.urls")),
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
    # Before those of agencies: no agency is called "publik".
    path("", include("petajalan.dashboard.urls_public")),
    path("", include("petajalan.accounts.urls")),
    path("", include("petajalan.catalogue.urls")),
    path("", include("petajalan.planning.urls")),
    path("", include("petajalan.reporting.urls")),
    path("", include("petajalan.reporting.urls_reports")),
    path("", include("petajalan.reporting.urls_forum")),
    path("", include("petajalan.reporting.urls_evidence")),
    path("", include("petajalan.reporting.urls_measurements")),
    path("", include("petajalan.reporting.urls_achievement")),
    path("", include("petajalan.reporting.urls_culture")),
    path("", include("petajalan.surveys.urls")),
    path("", include("petajalan.evaluation.urls")),
    path("", include("petajalan.evaluation.urls_worksheet")),
    path("", include("petajalan.exports.urls")),
    path("", include("petajalan.exports.urls_surveys")),
    path("", include("petajalan.dashboard.urls")),
    path("", include("petajalan.api.urls")),
]

handler400 = "petajalan.common.views.bad_request"
handler403 = "petajalan.common.views.forbidden"
handler404 = "petajalan.common.views.not_found"
handler500 = "petajalan.common.views.server_error"
