"""What people do to regulations and plans. Every service is one transaction, audited, and refuses in a sentence."""

from petajalan.planning.services.activities import (
    add_key_activity,
    edit_key_activity,
    remove_key_activity,
    set_implementers,
)
from petajalan.planning.services.adoption import adopt_regulation
from petajalan.planning.services.corrections import Choice
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.goals import (
    add_goal,
    add_objective,
    add_policy_objective,
    edit_goal,
    edit_objective,
    edit_policy_objective,
    remove_goal,
    remove_objective,
    remove_policy_objective,
)
from petajalan.planning.services.imports import ImportOutcome, ImportResult, import_regulation
from petajalan.planning.services.indicators import (
    add_indicator,
    edit_indicator,
    join_indicators,
    name_indicator,
    remove_indicator,
    remove_indicator_row,
    separate_row,
    set_row_coordinator,
)
from petajalan.planning.services.priorities import add_factor, edit_factor, remove_factor, set_score
from petajalan.planning.services.refusals import Clash, Conflict, Incomplete, NotADraft, Refused
from petajalan.planning.services.uploads import STALE, read_again, read_uploaded, resume_unfinished, upload_regulation

__all__ = [
    "STALE",
    "Choice",
    "Clash",
    "Conflict",
    "ImportOutcome",
    "ImportResult",
    "Incomplete",
    "NotADraft",
    "Refused",
    "add_factor",
    "add_goal",
    "add_indicator",
    "add_key_activity",
    "add_objective",
    "add_policy_objective",
    "adopt_regulation",
    "decide_figure",
    "edit_factor",
    "edit_goal",
    "edit_indicator",
    "edit_key_activity",
    "edit_objective",
    "edit_policy_objective",
    "import_regulation",
    "join_indicators",
    "name_indicator",
    "read_again",
    "read_uploaded",
    "remove_factor",
    "remove_goal",
    "remove_indicator",
    "remove_indicator_row",
    "remove_key_activity",
    "remove_objective",
    "remove_policy_objective",
    "resume_unfinished",
    "separate_row",
    "set_implementers",
    "set_row_coordinator",
    "set_score",
    "upload_regulation",
]
