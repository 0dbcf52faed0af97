"""`{% icon "name" %}` and the `num` filter."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, Select, TextInput, Widget
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

register = template.Library()

INDONESIAN = str.maketrans(",.", ".,")


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, extra: str = "") -> SafeString:
    """A decorative icon from the sprite; the words beside it carry the meaning.

    Written as a literal in the template, the name is found by the script that builds the sprite. Drawn once for each
    name: a page of rows asks hundreds of times.
    """
    return format_html(
        '<svg class="pj-i {}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        extra,
        static("vendor/icons.svg"),
        name,
    )


@register.filter
def num(value: Decimal | int | None, places: int | None = None) -> str:
    """1250.50 -> "1.250,5" (English: "1,250.5"); unknown -> "belum ada". `places` rounds half up and keeps zeros."""
    if value is None or value == "":
        return gettext("belum ada")
    if isinstance(value, int):
        text = f"{value:,}"
    elif places is None:
        text = f"{value:,f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    else:
        text = f"{value.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP):,f}"
    if text in {"-0", "−0"}:
        text = "0"
    return text if (get_language() or "").startswith("en") else text.translate(INDONESIAN)


@register.filter
def control(field: BoundField) -> SafeString:
    """The input of a form field, styled, tied to its help and its error for those who hear the page."""
    widget = field.field.widget
    style = "form-check-input" if isinstance(widget, CheckboxInput) else "form-control"
    attributes: dict[str, str | bool] = {"class": "form-select" if isinstance(widget, Select) else style}
    about = [f"{field.id_for_label}_helptext"] if field.help_text else []
    if field.errors:
        attributes["class"] = f"{attributes['class']} is-invalid"
        about.append(f"{field.id_for_label}_error")
    if about:
        attributes["aria-describedby"] = " ".join(about)
    if type(widget) not in {Select, TextInput}:
        return field.as_widget(attrs=attributes)
    return _drawn(field, widget, attributes)


def _drawn(field: BoundField, widget: Widget, attributes: dict[str, str | bool]) -> SafeString:
    """What Django draws with two templates for each field and choice; a form of a plan offers hundreds of units."""
    attributes = field.build_widget_attrs(attributes, widget)
    if field.auto_id and "id" not in widget.attrs:
        attributes.setdefault("id", field.auto_id)
    if field.field.localize:
        widget.is_localized = True
    drawn = widget.get_context(field.html_name, field.value(), attributes)["widget"]
    if isinstance(widget, Select):
        groups = ((group, _options(options)) for group, options, _index in drawn["optgroups"])
        inside = (format_html('<optgroup label="{}">{}</optgroup>', *one) if one[0] else one[1] for one in groups)
        choices = format_html_join("", "{}", ((one,) for one in inside))
        return format_html('<select name="{}"{}>{}</select>', drawn["name"], _attributes(drawn["attrs"]), choices)
    value = "" if drawn["value"] is None else format_html(' value="{}"', drawn["value"])
    return format_html(
        '<input type="{}" name="{}"{}{}>', drawn["type"], drawn["name"], value, _attributes(drawn["attrs"])
    )


def _options(options: list[dict[str, Any]]) -> SafeString:
    drawn = ((_attributes({"value": str(one["value"]), **one["attrs"]}), one["label"]) for one in options)
    return format_html_join("", "<option{}>{}</option>", drawn)


def _attributes(values: dict[str, Any]) -> SafeString:
    """In their order, unlike Django's own function for it."""
    said = (
        format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)
        for name, value in values.items()
        if value is not False and value is not None
    )
    return format_html_join("", "{}", ((one,) for one in said))
