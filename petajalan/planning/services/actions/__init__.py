"""Action plans: their rows, and the way from a draft to an approved plan and its amendment."""

from petajalan.planning.services.actions.life import (
    amend_action_plan,
    approve_action_plan,
    mark_repair,
    open_action_plan,
    send_back_action_plan,
    submit_action_plan,
)
from petajalan.planning.services.actions.rows import (
    ActionValues,
    add_action,
    edit_action,
    remove_action,
    restore_action,
)
from petajalan.planning.services.actions.sheets import Imported, import_actions

__all__ = [
    "ActionValues",
    "Imported",
    "add_action",
    "amend_action_plan",
    "approve_action_plan",
    "edit_action",
    "import_actions",
    "mark_repair",
    "open_action_plan",
    "remove_action",
    "restore_action",
    "send_back_action_plan",
    "submit_action_plan",
]
