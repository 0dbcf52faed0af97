"""Consistency findings: general rules over a regulation as data."""

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings import tables, text
from petajalan.regulation.findings.model import Finding, Rule
from petajalan.regulation.reference import Reference

RULES: tuple[Rule, ...] = (*tables.RULES, *text.RULES)


def check(data: RegulationData, reference: Reference) -> tuple[Finding, ...]:
    """Every finding in the order in which its first place is printed."""
    found = [finding for rule in RULES for finding in rule.function(data, reference)]
    return tuple(sorted(found, key=lambda finding: _position(finding)))


def _position(finding: Finding) -> tuple[int, int, str, int, int]:
    place = finding.places[0]
    return (place.line or 0, place.page or 0, place.table or "", place.row or 0, place.column or 0)
