from __future__ import annotations

from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Language, Role
from petajalan.accounts.models.agency import Membership
from petajalan.accounts.models.position import Holding
from petajalan.accounts.models.standing import holdings_of, memberships_of


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """Addresses are compared without regard to case everywhere, so they are kept in lower case."""
        return (email or "").strip().lower()

    def create_user(self, email: str, password: str | None = None, **fields: object) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. What they may do follows from roles and positions (`accounts.roles`), not from this."""

    email = models.EmailField(
        _("alamat surel"), unique=True, error_messages={"unique": _("Alamat surel ini sudah dipakai akun lain.")}
    )
    full_name = models.CharField(_("nama lengkap"), max_length=150)
    language = models.CharField(_("bahasa"), max_length=5, choices=Language, blank=True)
    is_staff = models.BooleanField(
        _("pengelola instalasi"), default=False, help_text=_("Boleh membuka halaman pengelola (/admin/).")
    )
    is_active = models.BooleanField(
        _("aktif"), default=True, help_text=_("Akun yang tidak aktif tidak dapat masuk. Jangan hapus akun.")
    )
    date_joined = models.DateTimeField(_("dibuat"), default=timezone.now)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("orang")
        verbose_name_plural = _("orang")
        ordering = ["full_name", "email"]
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0]

    @property
    def initials(self) -> str:
        words = (self.full_name or self.email).split()
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()

    @cached_property
    def current_memberships(self) -> tuple[Membership, ...]:
        """Memberships valid today, read once per request, with their agencies."""
        return memberships_of(self.pk, timezone.localdate())

    @cached_property
    def current_holdings(self) -> tuple[Holding, ...]:
        """Positions held today, read once per request, with what `roles.roles_from` asks of them."""
        return holdings_of(self.pk, timezone.localdate())

    @property
    def visible_agencies(self) -> tuple[int, ...]:
        """Keys of the agencies in which this person has a position or a role of the agency's own today.

        A parent agency sees only what is published to it, which is not this.
        """
        if not self.is_active:
            return ()
        roles = {one.agency_id for one in self.current_memberships if one.role != Role.PARENT_AGENCY}
        return tuple(roles | {one.agency_id for one in self.current_holdings})

    @property
    def audited_agencies(self) -> tuple[int, ...]:
        """Keys of the agencies whose trail this person may read."""
        readers = {Role.ADMINISTRATOR, Role.AUDITOR}
        return tuple({one.agency_id for one in self.current_memberships if one.role in readers})
