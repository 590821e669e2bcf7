import json
from io import StringIO

import pytest
from django.core.management import call_command

from employment.taxonomy.models import (
    DegreeLevel,
    Industry,
    Major,
    Occupation,
    ReferenceStamp,
    Region,
    Skill,
    StrategicIndustry,
)
from employment.taxonomy.selectors import reference_stamp
from employment.taxonomy.services import loading

TABLES = (Region, Major, Occupation, Industry, StrategicIndustry, DegreeLevel, Skill)


def contents():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in TABLES}


@pytest.mark.django_db
def test_loading_again_changes_nothing(reference):
    before, stamp = contents(), reference_stamp()

    unchanged = loading.load_reference()
    again = loading.load_reference(force=True)

    assert unchanged.changed == []
    assert again.changed == [dataset.name for dataset in loading.DATASETS]
    assert unchanged.counts == again.counts
    assert contents() == before
    assert reference_stamp() == stamp


@pytest.mark.django_db
def test_unchanged_data_set_is_not_written(reference, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        loading.load_reference()


@pytest.mark.django_db
def test_counts_are_those_of_the_sources(reference):
    levels = dict.fromkeys(("province", "city", "county"), 0)
    for region in Region.objects.all():
        levels[region.level] += 1

    assert levels == {"province": 34, "city": 333, "county": 2850}
    assert Major.objects.filter(level="undergraduate").count() == 880
    assert Major.objects.filter(level="vocational_bachelor").count() == 320
    assert Major.objects.filter(level="vocational", code__regex=r"^\d").count() == 802
    assert Major.objects.filter(level="postgraduate", code__startswith="G").count() == 117 + 67
    assert Occupation.objects.filter(level="detail").count() == 1632
    assert Occupation.objects.filter(level="major").count() == 8
    assert Industry.objects.filter(level="section").count() == 20
    assert Industry.objects.filter(level="division").count() == 97
    assert StrategicIndustry.objects.filter(parent=None).count() == 9
    assert list(DegreeLevel.objects.values_list("rank", flat=True)) == [10, 15, 30, 40, 50, 60]


@pytest.mark.django_db
def test_changed_row_is_written_back(reference):
    Region.objects.filter(pk="320583").update(name="another name", aliases=["x"])

    loading.load_regions()

    kunshan = Region.objects.get(pk="320583")
    assert (kunshan.name, kunshan.aliases) == ("昆山市", [])


@pytest.mark.django_db
def test_links_of_a_skill_follow_the_files(reference):
    skill = Skill.objects.filter(occupations__isnull=False).first()
    expected = set(skill.occupations.values_list("pk", flat=True))
    skill.occupations.set(["1-01-00-01"])

    loading.load_skills()

    assert set(skill.occupations.values_list("pk", flat=True)) == expected


@pytest.mark.django_db
def test_rows_that_left_the_files_stay_until_pruned(reference):
    Region.objects.create(
        code="999999", name="旧县", short_name="旧", level="county", parent_id="320500"
    )
    ReferenceStamp.objects.filter(dataset="regions").update(digest="")

    kept = loading.load_reference()
    pruned = loading.load_reference(prune=True)

    assert kept.stale == {"regions": 1}
    assert pruned.stale["regions"] == 0
    assert not Region.objects.filter(pk="999999").exists()


@pytest.mark.django_db
def test_prune_keeps_what_other_rows_point_at(reference):
    gone = Region.objects.create(
        code="998800", name="旧市", short_name="旧", level="city", parent_id="320000"
    )
    Region.objects.filter(pk="320583").update(parent=gone)
    stale = Region.objects.filter(pk=gone.pk)

    assert loading._prune(stale) == 1
    assert stale.exists()


@pytest.mark.django_db
def test_command_prints_one_line_of_json_last(reference):
    out = StringIO()

    call_command("load_reference", "--json", stdout=out)

    lines = out.getvalue().splitlines()
    assert lines[0] == "regions: 3217 rows, unchanged"
    told = json.loads(lines[-1])
    assert told["regions"] == 3217
    assert told["changed"] == []
