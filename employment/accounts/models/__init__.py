from employment.accounts.models.organisations import Organisation
from employment.accounts.models.users import Membership, User

__all__ = ["Membership", "Organisation", "User"]
