"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.rules import holds, is_administrator, is_member, is_secretariat, keeps_installation

_evaluates = holds(Role.EVALUATOR)

rules.add_perm("evaluation.view_evaluations", is_member | keeps_installation)
rules.add_perm("evaluation.write_evaluation", _evaluates | keeps_installation)
# The secretariat only where nobody of the evaluation team is independent: see `independence`.
rules.add_perm("evaluation.judge", _evaluates | is_secretariat | keeps_installation)
rules.add_perm("evaluation.acknowledge", is_secretariat | keeps_installation)
# Signed by the chair of the secretariat alone: see `services.waivers`.
rules.add_perm("evaluation.sign_waiver", is_secretariat | keeps_installation)
rules.add_perm("evaluation.write_assistance", _evaluates | keeps_installation)
rules.add_perm("evaluation.give_direction", is_secretariat | keeps_installation)
rules.add_perm("evaluation.raise_recommendation", _evaluates | keeps_installation)
rules.add_perm("evaluation.raise_national", _evaluates | is_administrator | keeps_installation)
# Never for what one's own unit owes: see `services.recommendations`.
rules.add_perm("evaluation.verify_recommendation", _evaluates | is_secretariat | keeps_installation)
rules.add_perm("evaluation.move_due", is_secretariat | keeps_installation)
rules.add_perm("evaluation.enter_index", _evaluates | is_administrator | keeps_installation)
rules.add_perm("evaluation.keep_worksheet", is_administrator | is_secretariat | keeps_installation)
# A unit only where it leads the indicator behind the item: see `queries.worksheet.leave`.
rules.add_perm("evaluation.score_self", holds(Role.OPERATOR, Role.UNIT_HEAD, Role.ADMINISTRATOR) | keeps_installation)
rules.add_perm("evaluation.score_national", _evaluates | is_administrator | keeps_installation)
rules.add_perm("evaluation.write_objection", _evaluates | is_administrator | keeps_installation)
# Never of what the same person wrote: see `services.worksheet.objections`.
rules.add_perm("evaluation.send_objection", is_secretariat | keeps_installation)
rules.add_perm("evaluation.save_scenario", is_member | keeps_installation)
