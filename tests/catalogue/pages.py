"""Reading pages in words, for the tests of this folder."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client


def text_of(response: HttpResponse) -> str:
    """The text of a page, without tags and folded."""
    page = re.sub(r"<(script|style|svg).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def words(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return text_of(response)
