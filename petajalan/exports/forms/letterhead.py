"""Forms of the page on which an agency sets the look of its documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.letterheads import LetterheadValues, Logo

MOST_LINES = 6


class LetterheadForm(forms.Form):
    lines = forms.CharField(
        label=_("Baris kop"),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Satu baris kop per baris, dari pemerintah daerah sampai unit. Baris terakhir dicetak paling besar."
        ),
        error_messages={"required": _("Tulis sedikitnya satu baris kop, misalnya PEMERINTAH KOTA MELATI.")},
    )
    address = forms.CharField(
        label=_("Alamat dan kontak"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Jalan, kode pos, telepon, surel, laman. Paling banyak dua baris."),
    )
    place = forms.CharField(
        label=_("Tempat penandatanganan"),
        max_length=100,
        required=False,
        help_text=_("Dicetak di atas tanda tangan, misalnya Melati."),
    )
    logo = forms.FileField(
        label=_("Lambang"),
        required=False,
        widget=forms.FileInput({"accept": ".png,.jpg,.jpeg"}),
        help_text=_("Gambar PNG atau JPEG, paling besar 2 MB."),
        error_messages={"empty": _("Berkas lambang ini kosong.")},
    )
    without_logo = forms.BooleanField(label=_("Hapus lambang yang sekarang"), required=False)
    version = forms.IntegerField(min_value=0, max_value=10**6, widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_logo: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_logo:
            del self.fields["without_logo"]

    def clean_lines(self) -> str:
        lines: str = self.cleaned_data["lines"]
        if len(lines.splitlines()) > MOST_LINES:
            raise forms.ValidationError(_("Kop paling banyak enam baris."))
        return lines

    def values(self) -> LetterheadValues:
        given = self.cleaned_data
        file = given["logo"]
        return LetterheadValues(
            given["lines"],
            given["address"],
            given["place"],
            Logo(file.name, file.read()) if file else None,
            given.get("without_logo", False),
        )


class TemplateForm(forms.Form):
    kind = forms.ChoiceField(label=_("Untuk"), required=False)
    file = forms.FileField(
        label=_("Berkas DOCX"),
        widget=forms.FileInput({"accept": ".docx"}),
        error_messages={"required": _("Pilih berkas DOCX lebih dahulu."), "empty": _("Berkas ini kosong.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [("", _("Semua jenis dokumen")), *((code, one.name) for code, one in KINDS.items())]
