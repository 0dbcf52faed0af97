from django.urls import path

from petajalan.catalogue.views import instruments, national, own

CATALOGUE = "<slug:agency_slug>/katalog/"
INSTRUMENTS = CATALOGUE + "instrumen/"
ADOPTED = INSTRUMENTS + "<int:key>/"
OWN = CATALOGUE + "milik-instansi/"

urlpatterns = [
    path(CATALOGUE, national.scale_list, name="catalogue"),
    path(CATALOGUE + "skala/<slug:code>/", national.scale, name="catalogue_scale"),
    path(CATALOGUE + "indikator/", national.indicator_list, name="catalogue_indicators"),
    path(CATALOGUE + "kerangka/", national.framework_today, name="catalogue_framework_today"),
    path(CATALOGUE + "kerangka/<int:year>/", national.framework, name="catalogue_framework"),
    path(INSTRUMENTS, instruments.instrument_list, name="catalogue_instruments"),
    path(ADOPTED, instruments.instrument, name="catalogue_instrument"),
    path(ADOPTED + "ubah/", instruments.change, name="catalogue_instrument_change"),
    path(ADOPTED + "unggah/", instruments.upload, name="catalogue_instrument_upload"),
    path(ADOPTED + "tahun-lain/", instruments.next_year, name="catalogue_instrument_next_year"),
    path(ADOPTED + "hapus/", instruments.remove, name="catalogue_instrument_remove"),
    path(INSTRUMENTS + "nasional/<slug:code>/", instruments.national, name="catalogue_instrument_national"),
    path(INSTRUMENTS + "nasional/<slug:code>/pakai/", instruments.adopt, name="catalogue_instrument_adopt"),
    path(OWN, own.entry_list, name="catalogue_entries"),
    path(OWN + "tambah/<slug:kind>/", own.add, name="catalogue_add"),
    path(OWN + "<int:key>/", own.change, name="catalogue_entry"),
    path(OWN + "<int:key>/hentikan/", own.retire, name="catalogue_retire"),
    path(OWN + "<int:key>/pakai-lagi/", own.restore, name="catalogue_restore"),
]
