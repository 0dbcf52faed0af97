"""The menu beside the page, the bar of the phone and the switch of the language. Every page has them: Python, not
templates, and a link is drawn once for each place, address and language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from petajalan.common.templatetags.petajalan import icon

if TYPE_CHECKING:
    from django.template.context import Context

    from petajalan.common.navigation import Entry, Group, Place

register = template.Library()

EMPTY = SafeString()


@register.simple_tag
def side_menu(places: Sequence[Entry]) -> SafeString:
    """The places, those below the current one open."""
    language = get_language()
    drawn = []
    for entry in places:
        link = _link(entry.place, entry.url, entry.current, language)
        if entry.current and entry.children:
            below = (_link(one.place, one.url, one.current, language, picture=False) for one in entry.children)
            link += SafeString("\n<ul>\n" + "\n".join(f"<li>{one}</li>" for one in below) + "\n</ul>\n")
        drawn.append(f"<li>{link}</li>")
    return SafeString("<ul>\n" + "\n".join(drawn) + "\n</ul>")


@register.simple_tag
def phone_links(entries: Iterable[Entry]) -> SafeString:
    """The places in the bar itself, called by their short names."""
    language = get_language()
    return SafeString("\n".join(_link(one.place, one.url, one.current, language, short=True) for one in entries))


@register.simple_tag
def phone_rest(groups: Iterable[Group]) -> SafeString:
    """The other places, under the headings of the menu."""
    language = get_language()
    drawn = []
    for number, group in enumerate(groups, 1):
        head, about = EMPTY, EMPTY
        if group.label:
            head = format_html('<p class="pj-menu-h" id="lainnya-{}">{}</p>\n', number, group.label)
            about = format_html(' role="group" aria-labelledby="lainnya-{}"', number)
        links = "".join(_link(one.place, one.url, one.current, language) for one in group.entries)
        drawn.append(f'{head}<div class="pj-menu-g"{about}>\n{links}\n</div>')
    return SafeString("\n".join(drawn))


@register.simple_tag(takes_context=True)
def language_switch(context: Context) -> SafeString:
    """Nothing on a page without a token, such as one about a broken request."""
    token = context.get("csrf_token")
    if not token:
        return EMPTY
    return format_html(
        '<form class="pj-lang" method="post" action="{}" aria-label="{}">\n'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="next" value="{}">\n{}\n</form>',
        reverse("choose_language"), _("Bahasa"), token, context["request"].get_full_path(), _languages(get_language()),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _link(
    place: Place, url: str, current: str, language: str | None, picture: bool = True, short: bool = False
) -> SafeString:
    return format_html(
        '<a href="{}"{}>{}{}</a>', url, format_html(' aria-current="{}"', current) if current else "",
        icon(place.icon) if picture else "", (short and place.short) or place.label,
    )  # fmt: skip


@lru_cache
def _languages(current: str | None) -> SafeString:
    known = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]
    return format_html_join(
        "",
        '<button name="language" value="{}" lang="{}" aria-pressed="{}" title="{}"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span></button>',
        ((code, code, "true" if code == current else "false", name, code.upper(), name) for code, name in known),
    )
