from decimal import Decimal

from django.utils.translation import gettext_lazy

from employment.common.charts import Chart, ChartKind, Column, Format, Series

COLUMNS = [
    Column("month", gettext_lazy("State")),
    Column("rate", "Rate", Format.SHARE, 1, missing="n < 20"),
    Column("n", "n", Format.NUMBER),
]
ROWS = [
    {"month": "May", "rate": Decimal("0.618"), "n": 5022},
    {"month": "June", "rate": None, "n": 9},
]
CHART = Chart(
    ChartKind.LINES, "Rate", "It rises.", COLUMNS, ROWS, x="month", series=[Series("rate")]
)


def test_table_shows_what_is_missing_in_words():
    table = [[shown for _column, shown in row] for row in CHART.table()]

    assert table == [["May", "61.8%", "5,022"], ["June", "n < 20", "9"]]


def test_chart_data_are_plain_and_the_same_rows():
    data = CHART.as_dict()

    assert data["rows"][0]["rate"] == 0.618
    assert data["columns"][0]["label"] == "状态"
    assert data["columns"][1]["missing"] == "n < 20"
    assert data["series"][0]["key"] == "rate"
