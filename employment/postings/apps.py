from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostingsConfig(AppConfig):
    name = "employment.postings"
    label = "postings"
    verbose_name = _("Postings")

    def ready(self) -> None:
        from employment.imports import importers  # noqa: PLC0415 -- needs the registry
        from employment.postings import menu  # noqa: PLC0415 -- as above
        from employment.postings.importer import PostingImporter  # noqa: PLC0415 -- as above

        menu.register()
        importers.register(PostingImporter())
