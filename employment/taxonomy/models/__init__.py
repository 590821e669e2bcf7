"""Reference tables. Primary keys are the official codes, so other apps point at them directly.

The edition of every source is named in `SOURCES` and in `data/SOURCES.md`; rows come only from
`load_reference`.
"""

from employment.taxonomy.models.entries import ReferenceEntry
from employment.taxonomy.models.industries import Industry, StrategicIndustry
from employment.taxonomy.models.majors import DegreeLevel, Major
from employment.taxonomy.models.occupations import Occupation, Skill
from employment.taxonomy.models.regions import Region
from employment.taxonomy.models.stamps import SOURCES, ReferenceStamp

__all__ = [
    "SOURCES",
    "DegreeLevel",
    "Industry",
    "Major",
    "Occupation",
    "ReferenceEntry",
    "ReferenceStamp",
    "Region",
    "Skill",
    "StrategicIndustry",
]
