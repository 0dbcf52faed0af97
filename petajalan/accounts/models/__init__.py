from petajalan.accounts.models.agency import Agency, Membership
from petajalan.accounts.models.user import User

__all__ = ["Agency", "Membership", "User"]
