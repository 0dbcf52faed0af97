from petajalan.accounts.services.accounts import (
    change_profile,
    choose_language,
    create_keeper,
    record_password_change,
    record_recovery_codes,
    record_totp,
    set_password,
)
from petajalan.accounts.services.agencies import create_agency
from petajalan.accounts.services.demo import create_demo_people
from petajalan.accounts.services.people import add_person

__all__ = [
    "add_person",
    "change_profile",
    "choose_language",
    "create_agency",
    "create_demo_people",
    "create_keeper",
    "record_password_change",
    "record_recovery_codes",
    "record_totp",
    "set_password",
]
