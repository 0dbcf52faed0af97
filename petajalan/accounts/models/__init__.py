from petajalan.accounts.models.agency import Agency, Membership
from petajalan.accounts.models.invitation import Invitation
from petajalan.accounts.models.position import Holding, Position
from petajalan.accounts.models.public import PublicChoice, PublicText
from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet
from petajalan.accounts.models.team import Team, TeamMember
from petajalan.accounts.models.unit import Unit, UnitAlias
from petajalan.accounts.models.user import User

__all__ = [
    "Agency",
    "AgencyOwnedModel",
    "AgencyOwnedQuerySet",
    "Holding",
    "Invitation",
    "Membership",
    "Position",
    "PublicChoice",
    "PublicText",
    "Team",
    "TeamMember",
    "Unit",
    "UnitAlias",
    "User",
]
