from collections.abc import Iterator

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from employment.imports.enums import ImportTarget
from employment.imports.importers import importer_for
from employment.imports.models import ImportFile, ImportIssue
from employment.imports.tables import Table, read_table

PREVIEW_ROWS = 5


def read_upload(upload: ImportFile) -> Table:
    with upload.file.open("rb") as file:
        return read_table(file, upload.original_name)


def preview(table: Table) -> list[list[str]]:
    """The first rows, cut to what a screen shows."""
    return [
        [row.values.get(column, "")[:60] for column in table.columns]
        for row in table.rows[:PREVIEW_ROWS]
    ]


def explained(upload: ImportFile, rows: QuerySet[ImportIssue]) -> list[ImportIssue]:
    """Issues with ``field_label``, ``reason`` and ``fix`` in the reader's language."""
    importer = importer_for(ImportTarget(upload.target))
    labels = {item.name: item.label for item in importer.fields}
    issues = list(rows)
    for issue in issues:
        message = importer.messages[issue.code]
        issue.field_label = labels.get(issue.field, issue.field)  # type: ignore[attr-defined]
        issue.reason, issue.fix = message.reason, message.fix  # type: ignore[attr-defined]
    return issues


def severity_counts(upload: ImportFile) -> dict[str, int]:
    rows = upload.issues.order_by().values_list("severity").annotate(n=Count("pk"))
    return dict(rows)


def issue_table(upload: ImportFile) -> Iterator[list[str]]:
    """Header and rows of the download."""
    yield [_("Row"), _("Field"), _("Value"), _("What became of it"), _("Reason"), _("Fix")]
    for issue in explained(upload, upload.issues.all()):
        yield [
            str(issue.row),
            str(issue.field_label),  # type: ignore[attr-defined]
            issue.value,
            str(issue.get_severity_display()),
            str(issue.reason),  # type: ignore[attr-defined]
            str(issue.fix),  # type: ignore[attr-defined]
        ]
