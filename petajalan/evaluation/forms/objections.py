"""What people type about an objection: the claim with what shows it, why it comes back, and the ministry's answer."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency
from petajalan.calc.index import Item
from petajalan.calc.numbers import format_value
from petajalan.evaluation.forms.guidance import day_field, text_field
from petajalan.evaluation.forms.national import DocumentForm
from petajalan.evaluation.forms.worksheet import NO_LEVEL, QuickForm
from petajalan.evaluation.models import Objection
from petajalan.evaluation.values import Claim
from petajalan.planning.forms.priorities import NumberField
from petajalan.reporting.forms.evidence import ACCEPTED
from petajalan.reporting.forms.reports import WriteForm
from petajalan.reporting.models import Evidence

OFFERED = 200  # pieces of evidence to choose from


def value_field(item: Item, label: object, **more: Any) -> forms.Field:
    """A number, or one of the levels of the item."""
    if not item.levels:
        return NumberField(label=label, max_length=30, **more)  # type: ignore[arg-type]
    codes = [(one.code, one.code) for one in item.levels]
    return forms.ChoiceField(
        label=label, choices=[("", _("pilih")), *codes], error_messages={"invalid_choice": NO_LEVEL}, **more  # type: ignore[arg-type]
    )  # fmt: skip


class ClaimForm(QuickForm):
    """`raw` is what the agency holds to be right. What shows it is added to what is there."""

    reason = text_field(_("Alasan sanggahan"), 4, help_text=_("Mengapa nilai resminya tidak tepat, dan apa dasarnya."))
    due = day_field(
        _("Tenggat mengirim"), required=False,
        help_text=_("Menurut surat atau petunjuk evaluator nasional. Kosongkan bila belum diketahui."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Berkas bukti"), required=False, max_length=1000, error_messages={"empty": _("Berkas ini kosong.")},
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    link = forms.CharField(
        label=_("Atau tautan"), required=False, max_length=1000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )  # fmt: skip
    known = forms.ModelChoiceField(
        label=_("Atau bukti dukung yang sudah ada"), required=False, queryset=Evidence.objects.none(),
        empty_label=_("pilih bukti dukung"),
        error_messages={
            "invalid_choice": _("Bukti dukung itu tidak ada lagi. Muat ulang halaman, lalu pilih lagi.")
        },
    )  # fmt: skip
    page = forms.CharField(label=_("Halaman"), required=False, max_length=100)

    def __init__(self, item: Item, *args: Any, agency: Agency, row: Objection | None = None, **more: Any) -> None:
        super().__init__(item, *args, initial=_initial(row), **more)
        self.fields["raw"] = value_field(item, _("Nilai menurut instansi"))
        pieces = Evidence.objects.filter(agency=agency, replaced_by=None).order_by("-added_at", "-pk")
        known: Any = self.fields["known"]
        known.queryset = pieces
        known.widget.choices = [
            ("", _("pilih bukti dukung")), *((str(one.pk), str(one)) for one in pieces[:OFFERED])
        ]  # fmt: skip

    clean_file = DocumentForm.clean_file

    @property
    def claim(self) -> Claim:
        data = self.cleaned_data
        said = {name: data[name] for name in ("reason", "due", "file", "link", "known", "page")}
        return Claim(**self.given, **said, filename=data["file"].name if data["file"] else "")


class ReturnForm(WriteForm):
    reason = text_field(_("Yang perlu diperbaiki"), 2, required=False)


class AnswerForm(WriteForm, DocumentForm):
    """`raw` where it was accepted; the answer in words, needed where it was refused."""

    score_version = forms.IntegerField(widget=forms.HiddenInput)
    answer = text_field(_("Isi jawaban"), 3, required=False)

    def __init__(self, item: Item, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["raw"] = value_field(item, _("Nilai resmi yang baru"), required=False)
        self.order_fields(["raw", "answer"])

    @property
    def given(self) -> dict[str, Any]:
        """What the service takes as the values of a score."""
        value = self.cleaned_data["raw"]
        figure = {"level": value} if isinstance(value, str) else {"raw": value}
        return {**figure, **{name: self.cleaned_data[name] for name in ("source", "page")}, **self.given_file}


def _initial(row: Objection | None) -> dict[str, object]:
    if row is None:
        return {"version": 0, "key": uuid4()}
    claimed = row.claimed_level or (format_value(row.claimed_raw) if row.claimed_raw is not None else "")
    return {"version": row.version, "key": uuid4(), "raw": claimed, "reason": row.reason, "due": row.due}
