"""Many rows at once: written by PostgreSQL's COPY, several times faster than INSERT for narrow
rows, and read as columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from django.db import connection, models
from numpy.typing import NDArray
from psycopg import Cursor, sql


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model. Keys come from the database and are not read back; constraints
    hold as always, signals and ``save`` are passed over as with ``bulk_create``."""
    if not rows:
        return
    fields = own_fields(type(rows[0]))
    with connection.cursor() as cursor, cursor.copy(copying(type(rows[0]))) as copy:
        for row in rows:
            # Takes over the keys of related rows that were saved after this one was made.
            row._prepare_related_fields_for_save(operation_name="copy_rows")  # type: ignore[attr-defined]
            copy.write_row(
                [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
            )


def copy_values(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """The same for rows that never were objects: values by column, as the database takes them,
    JSON and arrays as text. Rows are taken one by one: the database works while the next is made.
    """
    columns = [str(field.column) for field in own_fields(model)]
    with connection.cursor() as cursor, cursor.copy(copying(model)) as copy:
        for row in rows:
            copy.write_row([row[column] for column in columns])


def own_fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def copying(model: type[models.Model]) -> sql.Composed:
    return sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in own_fields(model)]),
    )


def read_columns(query: str, parameters: Sequence[Any], *, kind: np.dtype[Any]) -> NDArray[Any]:
    """The query's rows as an array of ``kind``. The database sends a list a column, which is read
    at once: a message a row takes longer than the query."""
    names = kind.names or ()
    columns_of = sql.SQL("SELECT {lists} FROM ({query}) AS found({names})").format(
        lists=sql.SQL(", ").join(
            [sql.SQL("array_agg({})").format(sql.Identifier(n)) for n in names]
        ),
        query=sql.SQL(query),
        names=sql.SQL(", ").join(map(sql.Identifier, names)),
    )
    connection.ensure_connection()
    with Cursor(connection.connection) as cursor:
        cursor.execute(columns_of, parameters, binary=True)
        columns = [column or [] for column in cursor.fetchone() or ()]
    found = np.empty(len(columns[0]), dtype=kind)
    for name, column in zip(names, columns, strict=True):
        found[name] = column
    return found
