"""The charts of the dashboard: page, JSON and workbook are built from the same call."""

from collections.abc import Callable, Mapping

from employment.common.charts import Chart
from employment.insights.charts import demand, people
from employment.insights.selectors.figures import Figures

CHARTS: Mapping[str, Callable[[Figures], Chart]] = {
    "occupations": demand.by_occupation,
    "regions": demand.by_region,
    "places-and-occupations": demand.by_region_and_occupation,
    "majors": people.major_balance,
    "skills": people.skills,
    "applications": people.funnel,
    "exposure": demand.exposure,
    "profiles": people.profile_parts,
}
