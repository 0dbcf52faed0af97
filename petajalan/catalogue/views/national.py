"""The pages that every member reads: scales, frameworks, well-known indicators."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.calc.numbers import State, read_value
from petajalan.calc.scales import Scale
from petajalan.catalogue.display import scales as drawn
from petajalan.catalogue.display import words
from petajalan.catalogue.display.frameworks import FrameworkPage
from petajalan.catalogue.display.indicators import lines as indicator_lines
from petajalan.catalogue.forms import IndicatorFilterForm, ScaleFilterForm, TryValueForm
from petajalan.catalogue.frameworks import focuses, framework_for, frameworks
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.national import GROUP_OF_KIND
from petajalan.catalogue.queries import reference_for
from petajalan.catalogue.rules import may_change


@require_safe
@agency_page
def scale_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    every = drawn.lines(national_reference(), reference_for(agency))
    form = ScaleFilterForm(request.GET)
    chosen = form.chosen()
    listed = [line for line in every if _matches(chosen["words"], line.scale.name)]
    views = {
        "": listed,
        "belum-terkonfirmasi": [line for line in listed if line.unconfirmed],
        "tanpa-predikat": [line for line in listed if line.current is None],
        "instansi": [line for line in listed if line.own],
    }
    context = {
        "tab": "scales",
        "form": form,
        "every": every,
        "unconfirmed": sum(line.unconfirmed for line in every),
        "listed": views[chosen["only"]],
        "chosen": chosen,
        "counts": {name.replace("-", "_") or "all": len(lines) for name, lines in views.items()},
    }
    return render(request, "catalogue/scales.html", context)


@require_safe
@agency_page
def scale(request: SignedInRequest, agency: Agency, code: str) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    reference, national = reference_for(agency), _scale(national_reference().scales, code)
    found = _scale(reference.scales, code)
    if found is None:
        raise Http404
    tables = drawn.tables(found)
    form = TryValueForm(request.GET if "nilai" in request.GET else None)
    context = {
        "tab": "scales",
        "scale": found,
        "national": national,
        "own": None if found is national else _own_scale(agency, code),
        "tables": tables,
        "range": words.scale_range(found),
        "ranges_differ": any(table.range != words.scale_range(found) for table in tables),
        "printed_ranges": [words.value_range(*one) for one in found.printed_ranges],
        "users": drawn.users(found, reference),
        "form": form,
        "tried": _tried(found, form),
        "may_change": may_change(request.user, agency),
    }
    return render(request, "catalogue/scale.html", context)


@require_safe
@agency_page
def indicator_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    every = indicator_lines(national_reference(), reference_for(agency))
    form = IndicatorFilterForm(request.GET)
    wanted = form.chosen()
    listed = [line for line in every if _matches(wanted, " ".join(line.indicator.names))]
    context = {"tab": "indicators", "form": form, "every": every, "listed": listed, "wanted": wanted}
    return render(request, "catalogue/indicators.html", context)


@require_safe
@agency_page
def framework_today(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    current = framework_for(timezone.localdate().year) or frameworks()[-1]
    return redirect("catalogue_framework", agency.slug, current.first_year)


@require_safe
@agency_page
def framework(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, "catalogue.view_catalogue", agency)
    found = next((one for one in frameworks() if one.first_year == year), None)
    if found is None:
        raise Http404
    group = GROUP_OF_KIND[agency.kind]
    reference = reference_for(agency)
    context = {
        "tab": "frameworks",
        "page": FrameworkPage(found, group, reference),
        "others": [FrameworkPage(one, group, reference) for one in frameworks()],
        "focuses": focuses(),
        "earlier": frameworks()[0] if found.transitional and found is not frameworks()[0] else None,
    }
    return render(request, "catalogue/framework.html", context)


def _matches(wanted: str, text: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in wanted.casefold().split())


def _scale(scales: tuple[Scale, ...], code: str) -> Scale | None:
    return next((one for one in scales if one.code == code), None)


def _own_scale(agency: Agency, code: str) -> OwnEntry | None:
    return OwnEntry.objects.filter(agency=agency, kind="scale", code=code).select_related("changed_by").first()


def _tried(scale: Scale, form: TryValueForm) -> drawn.Tried | None:
    """What the value in the form is on this scale; a grade is looked up by its name."""
    if not form.is_bound or not form.is_valid():
        return None
    printed, year = form.cleaned_data["nilai"], form.cleaned_data["tahun"]
    reading = read_value(printed)
    number = reading.value if reading.state is State.SET else None
    value = number if number is not None and not scale.levels else printed
    return drawn.tried(scale, value, printed, year)
