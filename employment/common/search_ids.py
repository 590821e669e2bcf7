"""Thousands of ids in one query, and rows in an order that only the ids know."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from django.db.models import Lookup, Model, QuerySet

Row = TypeVar("Row", bound=Model)


class AnyOf(Lookup):  # type: ignore[type-arg,unused-ignore]
    """``column = ANY(array)``: one parameter, where ``IN`` would have thousands."""

    lookup_name = "any_of"
    prepare_rhs = False

    def __init__(self, lhs: Any, rhs: Collection[int]) -> None:
        super().__init__(lhs, list(rhs))

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = self.process_lhs(compiler, connection)
        # As one text: the driver looks at every element of a list.
        array = f"{{{','.join(map(str, self.rhs))}}}"
        return f"{column} = ANY(%s::bigint[])", (*params, array)


class RowsByIds(Sequence[Row], Generic[Row]):
    """Rows of a queryset in the order of ``ids``; only the slice asked for is read.

    For a paginator: its length is the number of ids.
    """

    def __init__(self, rows: "QuerySet[Row]", ids: Sequence[int]) -> None:
        self._rows = rows
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Row]:
        return iter(self[:])

    def iterator(self, chunk_size: int) -> Iterator[Row]:
        for start in range(0, len(self._ids), chunk_size):
            yield from self[start : start + chunk_size]

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        ids = self._ids[place]
        found = {row.pk: row for row in self._rows.filter(pk__in=ids)} if ids else {}
        return [found[row] for row in ids if row in found]
