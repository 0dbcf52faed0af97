from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveysConfig(AppConfig):
    name = "petajalan.surveys"
    label = "surveys"
    verbose_name = _("Survei kepuasan")

    def ready(self) -> None:
        from petajalan.common.audit import name_actions, name_fields
        from petajalan.common.navigation import Place, add_place

        add_place(
            Place(
                "surveys",
                _("Survei kepuasan"),
                "surveys",
                icon="pencil-square",
                order=44,
                rule="surveys.view_surveys",
            )
        )
        name_actions(
            {
                "survey_created": _("Membuat survei kepuasan"),
                "survey_changed": _("Mengubah survei kepuasan"),
                "survey_closed": _("Menutup survei kepuasan"),
                "survey_reopened": _("Membuka lagi survei kepuasan"),
                "survey_removed": _("Menghapus survei kepuasan"),
                "survey_entry_saved": _("Mengisi kuesioner survei"),
                "survey_entry_removed": _("Menghapus kuesioner survei"),
                "survey_imported": _("Mengimpor jawaban survei"),
                "survey_measured": _("Memakai survei sebagai pengukuran"),
            }
        )
        name_fields(
            {
                "service": _("layanan"),
                "public_form": _("formulir publik dibuka"),
                "min_respondents": _("responden paling sedikit"),
                "respondents": _("jumlah responden"),
                "questionnaires": _("jumlah kuesioner"),
                "survey_answers": _("jawaban U1 sampai U9"),
                "measurement": _("pengukuran"),
            }
        )
