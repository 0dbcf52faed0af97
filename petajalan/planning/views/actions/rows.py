"""Saving a row: from the grid (JSON), or from the plain form of a row where scripts are off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Unit
from petajalan.common import clock
from petajalan.planning.action_cells import COLUMNS, Lists, read_row, texts_of
from petajalan.planning.display import actions as shown
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.services.actions import add_action, edit_action, remove_action, restore_action
from petajalan.planning.services.actions.rows import permit_writing
from petajalan.planning.services.refusals import Conflict, Refused
from petajalan.planning.views.actions.doors import action_plan_page
from petajalan.planning.views.actions.pages import show_plan
from petajalan.planning.views.answers import seen, told


@require_POST
@action_plan_page
def add(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    permit_writing(plan, request.user)
    return _save(request, plan, None)


@require_POST
@action_plan_page
def save(request: SignedInRequest, plan: ActionPlan, row: int) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    permit_writing(plan, request.user)
    return _save(request, plan, _row(plan, row))


@require_POST
@action_plan_page
def remove(request: SignedInRequest, plan: ActionPlan, row: int) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    permit_writing(plan, request.user)
    with told(request, _("Aksi dikeluarkan dari rencana.")):
        remove_action(action=_row(plan, row), seen=seen(request), by=request.user, at=clock.now())
    return redirect("action_plan", plan.agency.slug, plan.pk)


@require_POST
@action_plan_page
def restore(request: SignedInRequest, plan: ActionPlan, row: int) -> HttpResponse:
    permit(request.user, "planning.write_actions", plan.agency)
    permit_writing(plan, request.user)
    with told(request, _("Aksi masuk kembali ke rencana.")):
        restore_action(action=_row(plan, row), seen=seen(request), by=request.user, at=clock.now())
    return redirect("action_plan", plan.agency.slug, plan.pk)


def _row(plan: ActionPlan, key: int) -> Action:
    action: Action = get_object_or_404(plan.actions.prefetch_related("named_implementers__unit"), pk=key)
    action.plan = plan
    return action


def _save(request: SignedInRequest, plan: ActionPlan, action: Action | None) -> HttpResponse:
    given = {code: request.POST[code][:20_000] for code in COLUMNS if code in request.POST}
    lists = Lists(plan)
    read = read_row(given, lists)
    theirs: dict[str, str] = {}
    error, version = "", action.version if action else 0
    saved = None
    if read.errors:
        error = _("Belum tersimpan: perbaiki isian yang ditandai.")
    else:
        try:
            saved = _write(request, plan, action, read.values, read.implementers)
        except Conflict as clash:
            error, version = clash.sentence, clash.version
            theirs = _theirs(plan, action, given, lists)
        except Refused as refusal:
            error = refusal.sentence
    if "application/json" in request.headers.get("Accept", ""):
        return _as_json(plan, saved, read.errors, theirs, error, version, lists)
    if saved is not None:
        messages.success(request, _("Aksi tersimpan."))
        address = reverse("action_plan", args=[plan.agency.slug, plan.pk])
        return redirect(f"{address}#baris-{saved.pk}")
    row = shown.row_of(action.position, action, lists) if action else shown.empty_row(0)
    shown.typed(row, given, read.errors, theirs)
    row.error, row.version = error, version
    return show_plan(request, plan, row, status=409 if theirs else 422)


def _write(
    request: SignedInRequest, plan: ActionPlan, action: Action | None, values: dict[str, Any], units: list[Unit] | None
) -> Action:
    at = clock.now()
    if action is None:
        return add_action(plan=plan, implementers=units or (), by=request.user, at=at, **values)
    edit_action(action=action, seen=seen(request), implementers=units, by=request.user, at=at, **values)
    return action


def _theirs(plan: ActionPlan, action: Action | None, given: dict[str, str], lists: Lists) -> dict[str, str]:
    """What the row holds now, where that is not what this person wrote."""
    if action is None:
        return {}
    now = texts_of(_row(plan, action.pk), lists)
    return {code: now[code] or "-" for code, text in given.items() if now[code].strip() != text.strip()}


def _as_json(
    plan: ActionPlan, saved: Action | None, errors: dict[str, str], theirs: dict[str, str], error: str, version: int,
    lists: Lists,
) -> JsonResponse:  # fmt: skip
    if saved is None:
        body = {"error": error, "errors": errors, "theirs": theirs, "version": version}
        return JsonResponse(body, status=409 if theirs else 422)
    fresh = _row(plan, saved.pk)
    row = shown.row_of(fresh.position, fresh, lists)
    return JsonResponse(
        {
            "key": fresh.pk,
            "address": reverse("action_row", args=[plan.agency.slug, plan.pk, fresh.pk]),
            "version": fresh.version,
            "cells": {cell.code: cell.text for cell in row.cells},
            "target": row.target,
            "budget": row.budget,
            "said": _("Tersimpan"),
        }
    )
