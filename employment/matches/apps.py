from celery.signals import worker_ready
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MatchesConfig(AppConfig):
    name = "employment.matches"
    label = "matches"
    verbose_name = _("Matches")

    def ready(self) -> None:
        from employment.applications.signals import application_moved  # noqa: PLC0415 -- as above
        from employment.matches import (  # noqa: PLC0415 -- needs the registry
            menu,
            personal_data,
            receivers,
            signals,
        )
        from employment.matches.services import text_search  # noqa: PLC0415 -- as above
        from employment.postings import semantics  # noqa: PLC0415 -- as above
        from employment.postings.signals import postings_changed  # noqa: PLC0415 -- as above
        from employment.students.signals import students_changed  # noqa: PLC0415 -- as above

        menu.register()
        semantics.register(text_search.nearest_postings)
        personal_data.register_section()
        students_changed.connect(receivers.on_students_changed, dispatch_uid="matches.students")
        postings_changed.connect(receivers.on_postings_changed, dispatch_uid="matches.postings")
        worker_ready.connect(receivers.on_worker_ready, dispatch_uid="matches.worker")
        signals.run_started.connect(receivers.on_run_started, dispatch_uid="matches.run")
        signals.refit_asked.connect(receivers.on_refit_asked, dispatch_uid="matches.refit")
        application_moved.connect(receivers.on_application_moved, dispatch_uid="matches.moved")
