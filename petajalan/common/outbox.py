"""Mail. `write` puts it into the table inside the caller's transaction; a job sends it after the commit.

Never twice: an attempt begins with a conditional update that only one worker wins. A server that cannot be reached is
tried again, later each time; one that refuses the address is not. An attempt of which nobody knows how it ended counts
as failed. Failures stay in the table, where pages show them.
"""

from __future__ import annotations

import logging
import smtplib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import F
from django.utils import timezone

from petajalan.common.jobs import at_worker_start, job
from petajalan.common.models import MailFailure, MailStatus, OutboxMail

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency

log = logging.getLogger(__name__)

# Waits before the second, third, ... attempt. After the last one the mail has failed.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))


def write(
    *, to: str, subject: str, body: str, at: datetime, agency: Agency | None = None, confidential: bool = False
) -> OutboxMail:
    """Outside a transaction it refuses: a mail about something that was then rolled back must not leave."""
    if not connection.in_atomic_block:
        raise RuntimeError("outbox.write() must be called inside the transaction of what the mail is about.")
    mail = OutboxMail.objects.create(
        agency=agency,
        to=to,
        subject=" ".join(subject.split())[:200],
        body=body,
        confidential=confidential,
        created_at=at,
        not_before=at,
    )
    send.later(mail=mail.pk)
    return mail


@job
def send(mail: int) -> None:
    deliver(mail, at=timezone.now())


def deliver(mail: int, *, at: datetime) -> None:
    """Try to send, if it is due and nobody else is at it."""
    due = OutboxMail.objects.filter(pk=mail, status=MailStatus.WAITING, not_before__lte=at)
    if due.update(status=MailStatus.SENDING, attempts=F("attempts") + 1, claimed_at=at) != 1:
        return
    claimed = OutboxMail.objects.get(pk=mail)
    try:
        EmailMessage(claimed.subject, claimed.body, to=[claimed.to]).send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, UnicodeError) as error:
        log.warning("Mail %d was refused: %s", mail, error)
        if _is_temporary(error):
            _again_later(claimed, at)
        else:
            _fail(claimed, MailFailure.REFUSED)
    except Exception as error:  # whatever a backend raises, the row has to say so
        log.warning("Mail %d could not be sent: %s", mail, error)
        _again_later(claimed, at)
    else:
        body = "" if claimed.confidential else claimed.body
        OutboxMail.objects.filter(pk=mail).update(status=MailStatus.SENT, sent_at=at, body=body)


def _is_temporary(error: Exception) -> bool:
    """Codes of 400 to 499 mean: not now (a full box, greylisting)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(400 <= code < 500 for code, _text in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and 400 <= error.smtp_code < 500


def _again_later(mail: OutboxMail, at: datetime) -> None:
    if mail.attempts > len(WAITS):
        _fail(mail, MailFailure.UNREACHABLE)
        return
    wait = WAITS[mail.attempts - 1]
    OutboxMail.objects.filter(pk=mail.pk).update(status=MailStatus.WAITING, not_before=at + wait)
    send.after(wait, mail=mail.pk)


def _fail(mail: OutboxMail, failure: MailFailure) -> None:
    body = "" if mail.confidential else mail.body
    OutboxMail.objects.filter(pk=mail.pk).update(status=MailStatus.FAILED, failure=failure, body=body)


def withdraw(mail: OutboxMail) -> None:
    """Keep a mail from leaving that nobody has to get any more. One on its way cannot be called back."""
    body = "" if mail.confidential else mail.body
    waiting = OutboxMail.objects.filter(pk=mail.pk, status=MailStatus.WAITING)
    waiting.update(status=MailStatus.WITHDRAWN, body=body)


def give_up(mail: OutboxMail) -> None:
    """Count one as failed of which nobody knows whether it left."""
    _fail(mail, MailFailure.INTERRUPTED)


@at_worker_start
def take_up() -> None:
    """What an earlier worker was sending when it stopped has failed; what waits is queued again."""
    for mail in OutboxMail.objects.filter(status=MailStatus.SENDING):
        give_up(mail)
    now = timezone.now()
    for mail in OutboxMail.objects.filter(status=MailStatus.WAITING):
        if mail.not_before > now:
            send.after(mail.not_before - now, mail=mail.pk)
        else:
            send.later(mail=mail.pk)
