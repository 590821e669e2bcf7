"""A chart is a table with a way to draw it: page, JSON endpoint and export share its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from django.utils.functional import Promise

from employment.common.numbers import percent, points, thousands

Text: TypeAlias = str | Promise
Value: TypeAlias = str | int | float | Decimal | None
Row: TypeAlias = Mapping[str, Any]


class ChartKind(StrEnum):
    BARS = "bars"  # x, series
    LINES = "lines"  # x, series with lower and upper for a band
    HEAT = "heat"  # x, y, one series
    SANKEY = "sankey"  # rows of source, target, value
    GRAPH = "graph"  # rows of source, target, value; nodes
    RADAR = "radar"  # x names the axes, series the polygons
    SCATTER = "scatter"  # x and one series, both numbers; name


class Format(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # 0 to 1, shown as a percentage
    POINTS = "points"  # difference of shares, shown in percentage points


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the rows. ``missing`` stands where a value is None, such as ``n < 20``."""

    key: str
    label: Text
    format: Format = Format.TEXT
    places: int = 0
    missing: Text = "–"

    def shown(self, value: Value) -> str:
        if value is None or value == "":
            return str(self.missing)
        if isinstance(value, str):
            return value
        render = {Format.SHARE: percent, Format.POINTS: points}.get(self.format, thousands)
        return render(value, self.places)

    @property
    def is_number(self) -> bool:
        return self.format is not Format.TEXT


@dataclass(frozen=True, slots=True)
class Series:
    """One drawn column; ``lower`` and ``upper`` name the columns of its interval."""

    key: str
    lower: str = ""
    upper: str = ""
    dashed: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """``summary`` says in a sentence what is seen; ``note`` gives n, period and source."""

    kind: ChartKind
    title: Text
    summary: Text
    columns: Sequence[Column]
    rows: Sequence[Row]
    x: str = ""
    y: str = ""
    series: Sequence[Series] = ()
    note: Text = ""
    horizontal: bool = False
    stacked: bool = False
    maximum: float | None = None
    nodes: Sequence[Mapping[str, Any]] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def table(self) -> list[list[tuple[Column, str]]]:
        """Rows of (column, shown text), as the table view prints them."""
        return [
            [(column, column.shown(row.get(column.key))) for column in self.columns]
            for row in self.rows
        ]

    def as_dict(self) -> dict[str, Any]:
        """What ``chart.js`` draws; decimals become numbers, lazy texts strings."""
        return {
            "kind": str(self.kind),
            "title": str(self.title),
            "columns": [_column_dict(column) for column in self.columns],
            "rows": [{key: _plain(value) for key, value in row.items()} for row in self.rows],
            "x": self.x,
            "y": self.y,
            "series": [_series_dict(series) for series in self.series],
            "horizontal": self.horizontal,
            "stacked": self.stacked,
            "maximum": self.maximum,
            "nodes": [{k: _plain(v) for k, v in node.items()} for node in self.nodes],
            "options": dict(self.options),
        }


def _column_dict(column: Column) -> dict[str, Any]:
    return {
        "key": column.key,
        "label": str(column.label),
        "format": str(column.format),
        "places": column.places,
        "missing": str(column.missing),
    }


def _series_dict(series: Series) -> dict[str, Any]:
    return {
        "key": series.key,
        "lower": series.lower,
        "upper": series.upper,
        "dashed": series.dashed,
        "muted": series.muted,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, Promise) else value
