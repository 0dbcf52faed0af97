"""allauth's pages for the second factor, each change in one transaction with its entry in the trail."""

from __future__ import annotations

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone

from petajalan.accounts import services


class ActivateTotp(ActivateTOTPView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        services.record_totp(user=self.request.user, active=True, by=self.request.user, at=timezone.now())
        return super().form_valid(form)


class DeactivateTotp(DeactivateTOTPView):
    success_url = reverse_lazy("account_page")

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        services.record_totp(user=self.request.user, active=False, by=self.request.user, at=timezone.now())
        return super().form_valid(form)


class RenewRecoveryCodes(GenerateRecoveryCodesView):
    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        services.record_recovery_codes(user=self.request.user, at=timezone.now())
        return super().form_valid(form)
