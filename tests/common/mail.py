"""Mail servers that answer badly, for the tests of the outbox."""

import smtplib
from typing import ClassVar

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

REFUSED = smtplib.SMTPRecipientsRefused({"a@b.example": (550, b"no such user")})
FULL = smtplib.SMTPRecipientsRefused({"a@b.example": (452, b"mailbox full")})


class FailingBackend(BaseEmailBackend):
    """Raises what is put into `error`, as a backend of Django would."""

    error: ClassVar[Exception] = ConnectionRefusedError("no server")

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise self.error
