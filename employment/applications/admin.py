from django.contrib import admin

from employment.accounts.admin_scope import ActorScopedAdmin, ReadOnlyInline
from employment.applications.models import Application, ApplicationStateChange


class StepInline(ReadOnlyInline):
    model = ApplicationStateChange
    fields = ("at", "from_state", "to_state", "actor", "note")


@admin.register(Application)
class ApplicationAdmin(ActorScopedAdmin):
    list_display = ("student_name", "posting", "state", "created_at", "updated_at")
    list_filter = ("state",)
    list_select_related = ("student__user", "posting")
    search_fields = ("student__user__name", "posting__title")
    date_hierarchy = "created_at"
    inlines = (StepInline,)

    @admin.display(description=Application._meta.get_field("student").verbose_name)
    def student_name(self, application: Application) -> str:
        return application.student.name
