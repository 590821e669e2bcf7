"""One import: file kept, columns mapped, batches written, every unread cell reported."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.accounts.models import User
from employment.common.audit import record
from employment.common.enums import JobKind, JobState
from employment.common.errors import DomainError, InvalidError
from employment.common.jobs import advance_job, create_job, finish_job, start_job
from employment.imports.enums import ImportTarget, IssueSeverity
from employment.imports.importers import (
    ImportContext,
    Importer,
    Issue,
    ReadRow,
    RowState,
    guess_mapping,
    importer_for,
)
from employment.imports.models import ImportFile, ImportIssue
from employment.imports.signals import import_ready
from employment.imports.tables import Row, Table, read_table

BATCH = 500
STALLED_AFTER = timedelta(minutes=2)
COUNTS = {
    RowState.IMPORTED: "imported",
    RowState.UPDATED: "updated",
    RowState.DUPLICATE: "duplicates",
}


@transaction.atomic
def create_import(
    *,
    target: ImportTarget,
    file: "File[bytes]",
    name: str,
    actor: User | None = None,
    organisation_id: int | None = None,
    options: Mapping[str, Any] | None = None,
) -> ImportFile:
    """Keep the file and guess its columns; raises ``TableError`` when it is not a table."""
    table, digest = read_table(file, name), digest_of(file)
    job = create_job(
        kind=JobKind.IMPORT,
        total=len(table.rows),
        created_by_id=actor.pk if actor else None,
        organisation_id=organisation_id,
    )
    upload = ImportFile(
        job=job,
        target=target,
        original_name=name,
        sha256=digest,
        rows=len(table.rows),
        mapping=guess_mapping(table.columns, importer_for(target).fields),
        options=dict(options or {}),
    )
    upload.file.save(f"{job.pk}{name[name.rfind('.') :].lower()}", file, save=True)
    record(action="import.created", obj=upload, actor_id=job.created_by_id, rows=upload.rows)
    return upload


def digest_of(file: "File[bytes]") -> str:
    file.seek(0)
    digest = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    return digest


@transaction.atomic
def begin_import(
    *, upload: ImportFile, mapping: Mapping[str, str], dry_run: bool, ring: bool = True
) -> None:
    """Fix the columns and let the worker begin. All required fields must have a column."""
    importer = importer_for(ImportTarget(upload.target))
    missing = [str(f.label) for f in importer.fields if f.required and not mapping.get(f.name)]
    if missing:
        raise InvalidError(_("Choose a column for: %s") % "、".join(missing))
    if upload.begun_at or upload.job.state != JobState.WAITING:
        raise DomainError(_("This import has been started already."))
    upload.mapping = {name: column for name, column in mapping.items() if column}
    upload.dry_run, upload.begun_at = dry_run, timezone.now()
    upload.save(update_fields=["mapping", "dry_run", "begun_at"])
    if ring:
        transaction.on_commit(partial(import_ready.send, sender=ImportFile, upload_id=upload.pk))


def run_import(*, upload_id: int) -> ImportFile:
    """Write what is not written yet, batch by batch; safe to call again after a crash.

    A batch's rows, its issues and its count are one transaction, so ``job.done`` says exactly
    where to go on.
    """
    upload = ImportFile.objects.select_related("job").get(pk=upload_id)
    if upload.job.finished_at:
        return upload
    start_job(job=upload.job)
    importer = importer_for(ImportTarget(upload.target))
    with upload.file.open("rb") as file:
        table = read_table(file, upload.original_name)
    finished = work_table(upload, importer, table)
    upload.refresh_from_db()
    state = JobState.DONE if finished else JobState.CANCELLED
    finish_job(job=upload.job, state=state, result=dict(counts_of(upload)))
    record(
        action="import.finished",
        obj=upload,
        actor_id=upload.job.created_by_id,
        organisation_id=upload.job.organisation_id,
        **counts_of(upload),
    )
    upload.job.refresh_from_db()
    return upload


def work_table(upload: ImportFile, importer: Importer, table: Table) -> bool:
    """False when somebody asked to stop."""
    context = ImportContext(
        organisation_id=upload.job.organisation_id,
        actor_id=upload.job.created_by_id,
        today=timezone.localdate(),
        options=upload.options,
    )
    rows = table.rows
    while (start := rows_done(upload)) < len(rows):
        if not work_batch(upload, importer, rows[start : start + BATCH], context, start=start):
            return rows_done(upload) >= len(rows)
    return True


def rows_done(upload: ImportFile) -> int:
    upload.job.refresh_from_db(fields=["done", "failed"])
    return upload.job.done + upload.job.failed


@transaction.atomic
def work_batch(
    upload: ImportFile,
    importer: Importer,
    rows: Sequence[Row],
    context: ImportContext,
    *,
    start: int,
) -> bool:
    """True while the work should go on. A batch that another worker has done is passed over."""
    locked = ImportFile.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if rows_done(upload) != start:
        return True
    read = [importer.read(row.number, mapped(row, upload.mapping), context) for row in rows]
    good = [row for row in read if row.record is not None]
    states = [] if upload.dry_run else importer.write([row.record for row in good], context)
    save_issues(locked, read)
    tally = Counter(states)
    ImportFile.objects.filter(pk=upload.pk).update(
        **{column: F(column) + tally[state] for state, column in COUNTS.items()},
        reported=F("reported") + len(read) - len(good),
    )
    return advance_job(job=upload.job, done=len(good), failed=len(read) - len(good))


def mapped(row: Row, mapping: Mapping[str, str]) -> dict[str, str]:
    return {name: row.values.get(column, "") for name, column in mapping.items()}


def save_issues(upload: ImportFile, read: Sequence[ReadRow]) -> None:
    ImportIssue.objects.bulk_create(
        issue_row(upload, row.number, issue) for row in read for issue in row.issues
    )


def issue_row(upload: ImportFile, number: int, issue: Issue) -> ImportIssue:
    return ImportIssue(
        import_file=upload,
        row=number,
        field=issue.field,
        value=issue.value[:500],
        code=issue.code,
        severity=IssueSeverity(issue.severity),
    )


def counts_of(upload: ImportFile) -> dict[str, int]:
    return {
        "rows": upload.rows,
        "imported": upload.imported,
        "updated": upload.updated,
        "duplicates": upload.duplicates,
        "reported": upload.reported,
    }


def stalled_imports(*, now: datetime) -> list[int]:
    """Begun, not finished, and nobody has counted a batch for a while."""
    quiet = now - STALLED_AFTER
    rows = ImportFile.objects.filter(begun_at__lt=quiet, job__finished_at__isnull=True).exclude(
        job__heartbeat_at__gte=quiet
    )
    return list(rows.values_list("pk", flat=True))


def repeat_import(*, upload: ImportFile, actor: User) -> ImportFile:
    """The same file once more, for the real run after a dry run or after mending."""
    with upload.file.open("rb") as file:
        return create_import(
            target=ImportTarget(upload.target),
            file=File(file),
            name=upload.original_name,
            actor=actor,
            organisation_id=upload.job.organisation_id,
            options=upload.options,
        )
