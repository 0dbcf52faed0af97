"""What a report still lacks before it can be sent."""

from __future__ import annotations

from django.utils.translation import gettext as _

from petajalan.calc import progress
from petajalan.reporting.models import ProgressLine, ProgressReport


def gap_of(line: ProgressLine, report: ProgressReport) -> str:
    """What a line lacks before it can be sent, in a sentence; "" when it is whole."""
    name = {"name": line.action.name}
    if line.prefilled_from:
        return _("Periksa dan simpan “%(name)s”, yang masih dilanjutkan dari bulan lalu.") % name
    if not line.nil and line.realised_output is None:
        return _("Isi realisasi output “%(name)s”, atau tandai nihil.") % name
    if not line.nil and not line.narrative:
        return _("Isi uraian kemajuan “%(name)s”.") % name
    behind = progress.is_behind(line.realised_output, line.action.targets[report.quarter - 1], report.month)
    if behind and not (line.obstacle and line.solution):
        return _("“%(name)s” di bawah target triwulan. Isi kendala dan solusinya.") % name
    return ""
