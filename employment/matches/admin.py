from django.contrib import admin

from employment.accounts.admin_scope import ActorScopedAdmin
from employment.matches.models import Match


@admin.register(Match)
class MatchAdmin(ActorScopedAdmin):
    list_display = ("student_name", "posting", "score", "band", "short", "computed_at")
    list_filter = ("band", "short")
    list_select_related = ("student__user", "posting")
    search_fields = ("student__user__name", "posting__title")
    show_full_result_count = False

    @admin.display(description=Match._meta.get_field("student").verbose_name)
    def student_name(self, match: Match) -> str:
        return match.student.name
