"""Many rows by PostgreSQL's COPY: several times faster than INSERT for narrow rows."""

from collections.abc import Sequence

from django.db import connection, models
from psycopg import sql


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model. Keys come from the database and are not read back; constraints
    hold as always, signals and ``save`` are passed over as with ``bulk_create``."""
    if not rows:
        return
    options = rows[0]._meta
    fields = [field for field in options.concrete_fields if not field.primary_key]
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(options.db_table),
        sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields]),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            # Takes over the keys of related rows that were saved after this one was made.
            row._prepare_related_fields_for_save(operation_name="copy_rows")  # type: ignore[attr-defined]
            copy.write_row(
                [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
            )
