"""A chart's table as a sheet, with what it rests on below."""

from collections.abc import Iterator

from employment.common.charts import Chart, Format


def chart_sheet(chart: Chart) -> Iterator[list[object]]:
    """Numbers stay numbers; what is missing or hidden says so in words."""
    yield [str(column.label) for column in chart.columns]
    for row in chart.rows:
        yield [
            _cell(row.get(column.key), column.missing, column.format) for column in chart.columns
        ]
    yield []
    yield [str(chart.summary)]
    yield [str(chart.note)]


def _cell(value: object, missing: object, format: Format) -> object:
    if value is None or value == "":
        return str(missing)
    if isinstance(value, float):
        return round(value, 4 if format is Format.SHARE else 2)
    return value if isinstance(value, int) else str(value)
