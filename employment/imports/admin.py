from django.contrib import admin

from employment.accounts.admin_scope import ActorScopedAdmin, ReadOnlyInline
from employment.imports.models import ImportFile, ImportIssue


class IssueInline(ReadOnlyInline):
    model = ImportIssue
    fields = ("row", "field", "value", "code", "severity")


@admin.register(ImportFile)
class ImportFileAdmin(ActorScopedAdmin):
    """The uploaded file itself is not offered: it holds what its rows' owners may see elsewhere."""

    list_display = ("original_name", "target", "begun_at", "rows", "imported", "reported")
    list_filter = ("target", "dry_run")
    list_select_related = ("job",)
    search_fields = ("original_name",)
    fields = (
        "original_name",
        "target",
        "dry_run",
        "begun_at",
        "rows",
        "imported",
        "updated",
        "duplicates",
        "reported",
        "mapping",
    )
    inlines = (IssueInline,)
