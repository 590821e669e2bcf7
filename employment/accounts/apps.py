from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from employment.accounts.field_names import name_fields


class AccountsConfig(AppConfig):
    name = "employment.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        name_fields()
