from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "petajalan.catalogue"
    label = "catalogue"
    verbose_name = _("Katalog")

    def ready(self) -> None:
        from petajalan.catalogue.choices import AliasKind, Confidence, Direction, EntryKind, Measure
        from petajalan.common import audit
        from petajalan.common.navigation import Place, add_place

        add_place(
            Place(
                "catalogue",
                _("Katalog"),
                "catalogue",
                icon="book",
                order=94,
                rule="catalogue.view_catalogue",
                under="settings",
            )
        )
        audit.name_actions(
            {
                "own_entry_added": _("Menambah isian katalog"),
                "own_entry_changed": _("Mengubah isian katalog"),
                "own_entry_retired": _("Menghentikan isian katalog"),
                "own_entry_restored": _("Memakai lagi isian katalog"),
                "instrument_adopted": _("Memakai instrumen evaluasi"),
                "instrument_changed": _("Mengubah instrumen evaluasi"),
                "instrument_continued": _("Melanjutkan instrumen evaluasi ke tahun lain"),
                "instrument_removed": _("Menghapus instrumen evaluasi"),
            }
        )
        audit.name_fields(
            {
                "entry_kind": _("jenis isian"),
                "entry_name": _("nama"),
                "spellings": _("nama dan ejaan"),
                "measured_in": _("satuan"),
                "value_range": _("rentang"),
                "printed_ranges": _("rentang lain yang dicetak"),
                "alias_of": _("nama lain dari"),
                "class_tables": _("tabel predikat"),
                "levels": _("tingkat"),
                "scale": _("skala"),
                "direction": _("arah"),
                "source": _("sumber"),
                "confidence": _("keyakinan"),
                "instrument": _("instrumen"),
                "part_name": _("nama butir"),
                "part_weight": _("bobot"),
                "part_range": _("rentang"),
                "part_evaluator": _("pemberi nilai"),
                "part_target_good": _("target baik"),
                "part_multiplier": _("pengali"),
                "part_levels": _("angka predikat"),
                "part_indicator": _("indikator"),
                "part_source": _("sumber"),
                "part_note": _("catatan"),
                "continued_from": _("dilanjutkan dari"),
            }
        )
        audit.name_values("entry_kind", EntryKind)
        audit.name_values("alias_of", AliasKind)
        audit.name_values("direction", Direction)
        audit.name_values("measured_in", Measure)
        audit.name_values("confidence", Confidence)
