import pytest

from employment.taxonomy.adapters import skills
from employment.taxonomy.adapters.entries import occupation_entries
from employment.taxonomy.adapters.tables import Row, skill_tables
from employment.taxonomy.enums import OccupationLevel, SkillFamily

OCCUPATIONS = {"2-02-10-03"}
SQL = {
    "id": "sql",
    "name": "SQL",
    "name_en": "SQL",
    "family": "databases",
    "kind": "skill",
    "aliases": "结构化查询语言|SQL语句",
    "contexts": "",
    "occupations": "2-02-10-03",
}


def row(number=2, **changes):
    return Row("databases.csv", number, {**SQL, **changes})


def test_sound_row_has_no_faults():
    assert skills.find_faults([row()], occupations=OCCUPATIONS) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name_en": ""}, "name_en is empty"),
        ({"kind": "talent"}, "unknown kind 'talent'"),
        ({"family": "law"}, "family 'law' belongs in another file"),
        ({"occupations": "2-02-10-03|9-99"}, "unknown occupation 9-99"),
    ],
)
def test_fault_names_file_line_and_reason(changes, message):
    faults = skills.find_faults([row(7, **changes)], occupations=OCCUPATIONS)

    assert [str(fault) for fault in faults] == [f"skills/databases.csv:7: {message}"]


def test_repeated_id_names_both_lines():
    faults = skills.find_faults([row(2), row(3)], occupations=OCCUPATIONS)

    assert [str(fault) for fault in faults] == [
        "skills/databases.csv:3: id sql repeats databases.csv:2"
    ]


def test_shared_spelling_is_found_whatever_its_width_and_case():
    other = row(3, id="mysql", name="MySQL", name_en="MySQL", aliases="ｓｑｌ语句")

    faults = skills.find_faults([row(2), other], occupations=OCCUPATIONS)

    assert [str(fault) for fault in faults] == [
        "skills/databases.csv:3: 'sql语句' of mysql is taken by sql (databases.csv:2)"
    ]


def test_lexicon_is_sound_and_large():
    rows = skills.read_skills()
    details = {o.code for o in occupation_entries() if o.level == OccupationLevel.DETAIL}

    faults = skills.find_faults(rows, occupations=details)

    assert [str(fault) for fault in faults] == []
    assert len(rows) >= 1500


def test_most_skills_name_occupations():
    rows = skills.read_skills()

    without = [row["id"] for row in rows if not row["occupations"] and row["kind"] == "skill"]

    assert len(without) <= len(rows) * 0.05


def test_every_family_has_a_name():
    assert {file.stem for file in skill_tables()} == set(SkillFamily.values)
