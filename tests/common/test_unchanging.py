"""Our `translate`, `url` and `static` say what Django's say."""

from uuid import UUID

import pytest
from django.template import Context, Engine, Template
from django.urls import NoReverseMatch, clear_script_prefix, set_script_prefix
from django.utils import translation

from tests.cast import Cast

KEY = UUID("12345678-1234-5678-1234-567812345678")
THEIRS = Engine(builtins=["django.templatetags.i18n", "django.templatetags.static"])


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "{% translate 'Rencana aksi' %}",
        '{% translate \'Jum"at & "Sabtu" <b>\' %}',
        "{% translate '100% selesai' %}",
        "{% translate text %}",
        "{% translate 'Rencana aksi' as said %}[{{ said }}]",
        "{% translate 'Rencana aksi'|upper %}",
        "{% translate 'Rencana aksi' noop %}",
        "{% translate 'Rencana aksi' context 'menu' %}",
        "{% url 'agency_home' 'kota-melati' %}",
        "{% url 'agency_home' agency_slug='kota-melati' %}",
        "{% url 'indicator' 'kota-melati' key %}",
        "{% url 'agency_home' 'kota-melati' as said %}[{{ said }}]",
        "{% url 'nowhere' as said %}[{{ said }}]",
        "{% url 'admin:index' %}",
        "{% static 'common/base.css' %}",
    ],
)
def test_says_what_django_says(text: str, language: str) -> None:
    values = {"text": "Rencana aksi", "key": KEY}
    with translation.override(language):
        first, second = (Template(text).render(Context(values)) for _time in range(2))
        assert first == second == Template(text, engine=THEIRS).render(Context(values))


def test_each_language_is_kept_apart() -> None:
    template = Template("{% translate 'Rencana aksi' %}")
    said = []
    for language in ("id", "en", "id"):
        with translation.override(language):
            said.append(template.render(Context()))
    assert said == ["Rencana aksi", "Action plan", "Rencana aksi"]


def test_address_follows_the_place_of_the_installation() -> None:
    template = Template("{% url 'agency_home' 'kota-melati' %}")
    assert template.render(Context()) == "/kota-melati/"
    set_script_prefix("/rb/")
    try:
        assert template.render(Context()) == "/rb/kota-melati/"
    finally:
        clear_script_prefix()


def test_what_may_have_changed_is_asked_again(cast: Cast) -> None:
    """An instance is equal to itself under another name."""
    template = Template("{% url 'agency_home' agency %}")
    cast.agency.name = "satu"
    assert template.render(Context({"agency": cast.agency})) == "/satu/"
    cast.agency.name = "dua"
    assert template.render(Context({"agency": cast.agency})) == "/dua/"


def test_address_that_is_none_is_refused() -> None:
    with pytest.raises(NoReverseMatch):
        Template("{% url 'agency_home' 'dua kata' %}").render(Context())
