import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from employment.taxonomy import selectors
from employment.taxonomy.models import ReferenceStamp

pytestmark = pytest.mark.django_db


def test_rows_are_kept_while_the_stamp_stays(reference):
    first = selectors.major_rows()

    with CaptureQueriesContext(connection) as queries:
        second = selectors.major_rows()

    assert second is first
    assert len(queries) == 1


def test_stamp_is_asked_for_once_a_second(reference, monkeypatch):
    monkeypatch.setattr("employment.taxonomy.selectors.rows.STAMP_SECONDS", 60)
    first = selectors.major_rows()

    with CaptureQueriesContext(connection) as queries:
        second = selectors.major_rows()

    assert second is first
    assert len(queries) == 0


def test_rows_are_read_again_after_a_load(reference):
    first = selectors.degree_rows()
    ReferenceStamp.objects.filter(dataset="degree_levels").update(digest="another")

    second = selectors.degree_rows()

    assert second is not first
    assert second == first


def test_rows_are_plain(reference):
    kunshan = next(row for row in selectors.region_rows() if row.code == "320583")
    beijing = selectors.region_rows()[0]

    assert kunshan == ("320583", "昆山市", "昆山", "Kunshan", "county", "320500", ())
    assert (beijing.parent, beijing.aliases[0]) == ("", "京")


def test_skill_rows_carry_occupation_codes(reference):
    rows = selectors.skill_rows()
    known = {row.code for row in selectors.occupation_rows()}

    named = {code for row in rows for code in row.occupations}

    assert named <= known
    assert len(named) > 300


def test_strategic_rows_carry_divisions(reference):
    fields = {row.code: row for row in selectors.strategic_industry_rows()}

    assert fields["5.1"].parent == "5"
    assert fields["5.1"].divisions == ("36",)


@pytest.mark.parametrize(
    ("offered", "query", "first"),
    [
        (selectors.pickable_regions, "ks", "喀什"),
        (selectors.pickable_regions, "jl", "吉林"),
        (selectors.pickable_regions, "朝阳", "朝阳"),
        (selectors.pickable_regions, "SUZHOU", "苏州"),
        (selectors.pickable_majors, "软件工程", "软件工程"),
        (selectors.pickable_majors, "080901", "计算机科学与技术"),
        (selectors.pickable_majors, "会计", "大数据与会计"),
        (selectors.pickable_occupations, "护士", "护理人员"),
        (selectors.pickable_industries, "互联网", "互联网和相关服务"),
    ],
)
def test_search_puts_the_likeliest_first(reference, offered, query, first):
    assert selectors.search_entries(offered(), query)[0].pick_text == first


def test_search_is_limited_and_empty_query_gives_the_first_rows(reference):
    found = selectors.search_entries(selectors.pickable_regions(), "", limit=3)

    assert [region.pick_text for region in found] == ["北京", "天津", "河北"]


@pytest.mark.parametrize("query", ["%", "_", "'; drop", "\\"])
def test_search_takes_special_characters_literally(reference, query):
    assert selectors.search_entries(selectors.pickable_regions(), query) == []


def test_picked_texts_lead_back_to_their_rows(reference):
    regions = selectors.search_entries(selectors.pickable_regions(), "朝阳", limit=10)
    text = ", ".join(region.pick_text for region in regions)

    picked = selectors.pick_rows(selectors.pickable_regions(), text)

    assert picked.rows == regions
    assert picked.unknown == []


def test_english_picks_lead_back_too(reference):
    picked = selectors.pick_rows(selectors.pickable_regions(), "Suzhou (Anhui), Suzhou")

    assert [region.code for region in picked.rows] == ["341300", "320500"]


def test_typed_names_codes_and_aliases_are_understood(reference):
    picked = selectors.pick_rows(selectors.pickable_regions(), "昆山市，沪;510100, 火星")

    assert [region.code for region in picked.rows] == ["320583", "310000", "510100"]
    assert picked.unknown == ["火星"]


def test_ambiguous_name_is_not_guessed(reference):
    picked = selectors.pick_rows(selectors.pickable_regions(), "朝阳区, 鼓楼")

    assert picked.rows == []
    assert picked.unknown == ["朝阳区", "鼓楼"]


def test_typed_major_means_the_commonest_level(reference):
    picked = selectors.pick_rows(selectors.pickable_majors(), "软件工程, 会计, 会计 (研究生)")

    assert [major.code for major in picked.rows] == ["080902", "530302", "G1253"]
