"""Addresses of the register of outside indices."""

from __future__ import annotations

from django.urls import path

from petajalan.evaluation.views import indices

LIST = "<slug:agency_slug>/indeks/"
ONE = f"{LIST}<slug:code>/"

urlpatterns = [
    path(LIST, indices.index_list, name="outside_indices"),
    path(f"{LIST}tambah/", indices.add, name="outside_index_add"),
    path(ONE, indices.index, name="outside_index"),
    path(f"{ONE}terbit/", indices.release, name="outside_index_release"),
    path(f"{ONE}<int:year>/", indices.value, name="outside_index_value"),
    path(f"{ONE}<int:year>/tarik/", indices.withdraw, name="outside_index_withdraw"),
]
