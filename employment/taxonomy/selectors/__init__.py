"""Reference rows as plain data, search for the pickers, and names back to rows.

Fetch a list of rows once per batch, not once per row: every call asks the database whether the
reference data changed since this process read them.
"""

from employment.taxonomy.selectors.pickable import (
    pickable_industries,
    pickable_majors,
    pickable_occupations,
    pickable_regions,
    pickable_skills,
)
from employment.taxonomy.selectors.picks import SEARCH_LIMIT, Picked, pick_rows, search_entries
from employment.taxonomy.selectors.rows import (
    DegreeRow,
    IndustryRow,
    MajorRow,
    OccupationRow,
    RegionIndex,
    RegionRow,
    SkillRow,
    StrategicIndustryRow,
    degree_rows,
    forget_rows,
    industry_rows,
    major_rows,
    occupation_rows,
    reference_stamp,
    region_index,
    region_rows,
    skill_rows,
    strategic_industry_rows,
)

__all__ = [
    "SEARCH_LIMIT",
    "DegreeRow",
    "IndustryRow",
    "MajorRow",
    "OccupationRow",
    "Picked",
    "RegionIndex",
    "RegionRow",
    "SkillRow",
    "StrategicIndustryRow",
    "degree_rows",
    "forget_rows",
    "industry_rows",
    "major_rows",
    "occupation_rows",
    "pick_rows",
    "pickable_industries",
    "pickable_majors",
    "pickable_occupations",
    "pickable_regions",
    "pickable_skills",
    "reference_stamp",
    "region_index",
    "region_rows",
    "search_entries",
    "skill_rows",
    "strategic_industry_rows",
]
