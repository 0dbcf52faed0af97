from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.test.html import parse_html
from django.utils import translation

from petajalan.common.templatetags.petajalan import control, num


@pytest.mark.parametrize(
    ("value", "places", "indonesian", "english"),
    [
        (Decimal("1250.50"), None, "1.250,5", "1,250.5"),
        (Decimal("1250.50"), 2, "1.250,50", "1,250.50"),
        (Decimal("0.125"), 2, "0,13", "0.13"),
        (Decimal("2.5"), 0, "3", "3"),
        (Decimal("-1234567"), None, "-1.234.567", "-1,234,567"),
        (Decimal("1E+3"), None, "1.000", "1,000"),
        (Decimal("100"), None, "100", "100"),
        (Decimal("-0.00"), None, "0", "0"),
        (Decimal("-0.4"), 0, "0", "0"),
        (0, None, "0", "0"),
        (39320000000, None, "39.320.000.000", "39,320,000,000"),
        (None, None, "belum ada", "not available yet"),
        ("", None, "belum ada", "not available yet"),
    ],
)
def test_num(value: Decimal | int | None, places: int | None, indonesian: str, english: str) -> None:
    with translation.override("id"):
        assert num(value, places) == indonesian
    with translation.override("en"):
        assert num(value, places) == english


def test_icon_is_a_reference_into_the_sprite_and_says_nothing_aloud() -> None:
    drawn = Template('{% load petajalan %}{% icon "gear" %}').render(Context())
    assert drawn.startswith('<svg class="pj-i " aria-hidden="true" focusable="false"><use href="/static/')
    assert drawn.endswith('/vendor/icons.svg#gear"/></svg>')


class Form(forms.Form):
    name = forms.CharField(help_text="Bantuan", error_messages={"required": "Tulis nama."})
    kind = forms.ChoiceField(choices=[("a", "A")], required=False)
    agree = forms.BooleanField(required=False)


def drawn(form: Form, field: str) -> str:
    return Template("{% load petajalan %}{{ field|control }}").render(Context({"field": form[field]}))


def test_control_is_tied_to_its_help_and_error() -> None:
    assert 'class="form-control" aria-describedby="id_name_helptext"' in drawn(Form(), "name")
    refused = drawn(Form({"name": ""}), "name")
    assert 'class="form-control is-invalid"' in refused
    assert 'aria-describedby="id_name_helptext id_name_error"' in refused
    assert 'aria-invalid="true"' in refused


def test_control_is_styled_by_its_kind() -> None:
    assert 'class="form-select"' in drawn(Form(), "kind")
    assert 'class="form-check-input"' in drawn(Form(), "agree")


class Choices(forms.Form):
    unit = forms.ChoiceField(
        choices=[("", "Pilih"), (1, "Dinas <A> & B"), ("Kecamatan", [(2, "Gadingrejo"), (3, "Purworejo")])],
        initial=2, required=True, help_text="Satu saja",
    )  # fmt: skip


@pytest.mark.parametrize("data", [None, {"unit": "1"}, {"unit": "3"}])
def test_select_is_drawn_as_django_does(data: dict[str, str] | None) -> None:
    form = Choices(data)
    attributes = {"class": "form-select", "aria-describedby": "id_unit_helptext"}
    theirs = form["unit"].as_widget(attrs=attributes)
    assert parse_html(control(form["unit"])) == parse_html(theirs)
    assert theirs.count("selected") == 1


class Typed(forms.Form):
    name = forms.CharField(max_length=20, required=False)
    ratio = forms.DecimalField(localize=True, initial=Decimal("73.7"))


@pytest.mark.parametrize("data", [None, {"name": 'Dinas "A" & <B>', "ratio": "1,5"}, {"name": "x" * 30, "ratio": ""}])
def test_line_of_text_is_drawn_as_django_does(data: dict[str, str] | None) -> None:
    with translation.override("id"):
        form = Typed(data)
        for name in form.fields:
            about = {"aria-describedby": f"id_{name}_error"} if form[name].errors else {}
            style = "form-control is-invalid" if about else "form-control"
            theirs = form[name].as_widget(attrs={"class": style, **about})
            assert parse_html(control(form[name])) == parse_html(theirs)
