from dataclasses import fields

import pytest

from matching.types import Candidate, ExperienceRecord, SkillRecord, Vacancy

PROTECTED = (
    "gender", "sex", "ethnic", "nation", "birth", "age", "origin", "hardship", "poverty",
    "disab", "photo", "name", "religion", "health", "marital", "household", "hukou", "party",
)  # fmt: skip
NEUTRAL = {"major_name", "languages"}


@pytest.mark.parametrize("kind", [Candidate, ExperienceRecord, SkillRecord, Vacancy])
def test_engine_types_have_no_protected_field(kind):
    names = {field.name for field in fields(kind)} - NEUTRAL

    assert {name for name in names for word in PROTECTED if word in name} == set()
