from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import AgencyKind, Role, TimeZone

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from petajalan.accounts.models.user import User

# First words of addresses that are not agencies.
RESERVED_SLUGS = frozenset(
    {"admin", "akun", "api", "bahasa", "keluar", "masuk", "mulai", "publik", "sandi", "static", "survei", "undangan"}
)


def validate_slug_is_free(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("“%(slug)s” dipakai oleh aplikasi. Pilih alamat lain."), params={"slug": slug})


class AgencyQuerySet(models.QuerySet["Agency"]):
    def visible_to(self, user: User | AnonymousUser) -> AgencyQuerySet:
        """Agencies in which the person has a role or a position today. The keeper of the installation sees all."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if user.is_superuser else self.filter(pk__in=user.visible_agencies)

    def of_person(self, user: User, day: date) -> AgencyQuerySet:
        """Agencies in which the person has a position that day, or a role of the agency's own."""
        # Positions refer to agencies, so their module cannot be known here at the start.
        from petajalan.accounts.models.position import Holding

        roles = Membership.objects.filter(user=user, agency=OuterRef("pk")).exclude(role=Role.PARENT_AGENCY)
        positions = Holding.objects.filter(user=user, agency=OuterRef("pk"))
        return self.filter(Exists(roles.valid_on(day)) | Exists(positions.held_on(day)))


class Agency(models.Model):
    """A ministry, agency, province, regency or city: the owner of a road map."""

    kind = models.CharField(_("jenis"), max_length=20, choices=AgencyKind)
    name = models.CharField(_("nama"), max_length=150)
    slug = models.SlugField(
        _("alamat"),
        max_length=80,
        unique=True,
        validators=[validate_slug_is_free],
        help_text=_("Contoh: kota-pasuruan"),
    )
    region_code = models.CharField(
        _("kode wilayah"),
        max_length=13,
        blank=True,
        validators=[RegexValidator(r"^\d{2}(\.\d{2}){0,2}(\.\d{4})?$", _("Tulis seperti 35.75."))],
        help_text=_("Kode Kementerian Dalam Negeri, contoh: 35.75"),
    )
    time_zone = models.CharField(_("zona waktu"), max_length=20, choices=TimeZone, default=TimeZone.WESTERN)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("instansi pembina"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    is_demonstration = models.BooleanField(
        _("contoh"), default=False, help_text=_("Datanya contoh. Halaman menandainya, dan `petajalan demo` mengisinya.")
    )

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("instansi")
        verbose_name_plural = _("instansi")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="agency_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def valid_on(self, day: date) -> MembershipQuerySet:
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user: User | AnonymousUser) -> MembershipQuerySet:
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if user.is_superuser else self.filter(agency__in=user.visible_agencies)


class Membership(models.Model):
    """A person holds a role in an agency, from a day until a day (both included)."""

    agency = models.ForeignKey(Agency, verbose_name=_("instansi"), on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("orang"), on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("peran"), max_length=20, choices=Role)
    valid_from = models.DateField(_("berlaku sejak"), default=timezone.localdate)
    valid_until = models.DateField(
        _("berlaku sampai"), null=True, blank=True, help_text=_("Kosongkan bila masih berlaku.")
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("keanggotaan")
        verbose_name_plural = _("keanggotaan")
        ordering = ["agency", "user", "role"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "user", "role", "valid_from"], name="membership_is_held_once"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="membership_ends_after_it_begins",
                violation_error_message=_("“Berlaku sampai” tidak boleh sebelum “berlaku sejak”."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.agency}"

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
