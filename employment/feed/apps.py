from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedConfig(AppConfig):
    name = "employment.feed"
    label = "feed"
    verbose_name = _("Feed")

    def ready(self) -> None:
        from employment.feed import menu  # noqa: PLC0415 -- needs the registry

        menu.register()
