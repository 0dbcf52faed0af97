"""`{% translate %}`, `{% url %}` and `{% static %}` as Django has them, without working out anew what never changes.

They stand in for Django's own in every template (settings, "builtins"): a page with rows asks for the same words and
addresses hundreds of times, and for each Django takes as long as for drawing ten cells. Only what follows from the
words in the template, the language and the arguments is kept, nothing that anybody may or may not see.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from django import template
from django.template import defaulttags
from django.templatetags import i18n
from django.templatetags.static import static as address_of_static
from django.urls import get_script_prefix, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

if TYPE_CHECKING:
    from django.template.base import Parser, Token
    from django.template.context import Context

register = template.Library()

# Arguments that read the same whenever they are equal. A model instance may have changed since.
PLAIN = frozenset({str, int, UUID})


class Words(template.Node):
    """A text of the template in the language of the page."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, context: Context) -> SafeString:
        return _in_language(self.text, get_language())


class Address(defaulttags.URLNode):
    def render(self, context: Context) -> str:
        name = self.view_name.resolve(context)
        args = tuple(one.resolve(context) for one in self.args)
        if self.kwargs or self.asvar or ":" in name or not PLAIN.issuperset(map(type, args)):
            return super().render(context)
        address = _address(get_script_prefix(), name, *args)
        return escape(address) if context.autoescape else address


@register.tag
def translate(parser: Parser, token: Token) -> template.Node:
    node = i18n.do_translate(parser, token)
    given = node.filter_expression
    if node.asvar or node.noop or node.message_context or given.filters or given.var.literal is None:
        return node
    return Words(str(given.var.literal))


@register.tag
def url(parser: Parser, token: Token) -> template.Node:
    node = defaulttags.url(parser, token)
    return Address(node.view_name, node.args, node.kwargs, node.asvar)


@register.simple_tag
@lru_cache(maxsize=512)
def static(path: str) -> str:
    return address_of_static(path)


@lru_cache(maxsize=8192)
def _in_language(text: str, language: str | None) -> SafeString:
    """A % is doubled in the catalogue, as in every template of Django."""
    return SafeString(gettext(text.replace("%", "%%")).replace("%%", "%"))


@lru_cache(maxsize=8192, typed=True)
def _address(prefix: str, name: str, *args: str | int | UUID) -> str:
    return reverse(name, args=args)
