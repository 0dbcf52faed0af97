"""What we ask of django-allauth: no open sign-up, our own sentences, the trail, secrets encrypted at rest."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts import services
from petajalan.accounts.models import User
from petajalan.common import outbox


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # One sentence for an unknown address and for a wrong password: neither can be told from the answer.
        "email_password_mismatch": _("Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan masuk yang gagal. Tunggu 5 menit, lalu coba lagi. "
            "Bila Anda lupa kata sandi, buat yang baru melalui “Lupa kata sandi”."
        ),
        "enter_current_password": _("Kata sandi yang sekarang tidak cocok. Tulis ulang."),
        "incorrect_password": _("Kata sandi tidak cocok. Tulis ulang."),
        "incorrect_code": _("Kode tidak cocok atau sudah lewat. Tulis kode yang sedang tampil di aplikasi."),
        "rate_limited": _("Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_page")

    def set_password(self, user: User, password: str) -> None:
        """Called for a changed and for a forgotten password alike."""
        services.set_password(user=user, password=password, by=user, at=timezone.now())

    @transaction.atomic
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """allauth's mails hold secret links; they leave like all others."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        outbox.write(to=email, subject=message.subject, body=message.body, confidential=True, at=timezone.now())

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """allauth's own messages are English first; our pages say what happened themselves."""


class MfaAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(b"petajalan.mfa:" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
