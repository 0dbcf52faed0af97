from django.urls import path

from petajalan.api import views

TOKENS = "<slug:agency_slug>/akses-api/"

urlpatterns = [
    path(TOKENS, views.token_list, name="api_tokens"),
    path(TOKENS + "buat/", views.make_token, name="api_token_make"),
    path(TOKENS + "<int:key>/cabut/", views.revoke_token, name="api_token_revoke"),
]
