from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings

from petajalan.accounts.demo import demo_password
from petajalan.accounts.queries import demo_people


class SignIn(LoginView):
    """allauth's sign-in; in a demonstration it lists the people one can be."""

    def get_initial(self) -> dict[str, Any]:
        return {"login": self.request.GET.get("sebagai", "")} if settings.DEMO else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if settings.DEMO:
            context |= {"demo_people": demo_people(), "demo_password": demo_password()}
        return context
