"""What else skills and occupations are called, for searching by text."""

from itertools import chain

from employment.common.search_synonyms import Synonyms, everyday_groups
from employment.taxonomy.selectors.rows import (
    OccupationRow,
    SkillRow,
    kept_per_process,
    occupation_rows,
    skill_rows,
)

# An occupation with many aliases is a whole field of work (会计专业人员: 出纳, 财务总监): its
# aliases are no synonyms of each other.
MAX_OCCUPATION_ALIASES = 3
MAX_SKILL_NAMES = 10


@kept_per_process
def work_synonyms() -> Synonyms:
    """Everyday words first, then the skill lexicon, then narrow occupations."""
    skills = (_skill_names(row) for row in skill_rows() if row.kind != "soft")
    occupations = (_occupation_names(row) for row in occupation_rows())
    return Synonyms.from_groups(chain(everyday_groups(), skills, occupations))


def _skill_names(row: SkillRow) -> tuple[str, ...]:
    """A name that needs context to mean the skill is no synonym of it."""
    names = (row.name, row.name_en, *(() if row.contexts else row.aliases))
    return tuple(filter(None, names))[:MAX_SKILL_NAMES]


def _occupation_names(row: OccupationRow) -> tuple[str, ...]:
    is_narrow = len(row.aliases) <= MAX_OCCUPATION_ALIASES
    return tuple(filter(None, (row.name, row.name_en, *row.aliases))) if is_narrow else ()
