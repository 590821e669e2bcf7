"""Grouping over rows that querysets have chosen, where the ORM cannot join what it grouped."""

from typing import Any

from django.db import connection
from django.db.models import QuerySet


def grouped(query: str, **parts: "QuerySet[Any, Any]") -> list[dict[str, Any]]:
    """Run ``query`` with each queryset as a common table of its name; rows as dicts.

    ``query`` begins with further common tables or the final SELECT and is written in this app,
    never built from input.
    """
    tables: list[str] = []
    values: list[Any] = []
    for name, rows in parts.items():
        sql, params = rows.query.sql_with_params()
        tables.append(f"{name} AS ({sql})")
        values.extend(params)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(tables)}{query}", values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
