from petajalan.regulation.findings.model import Rule

RULES: tuple[Rule, ...] = ()
