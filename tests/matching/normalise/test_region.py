import pytest

from matching.normalise.reading import Unread
from matching.normalise.region import RegionIndex, read_regions

ROWS = [
    {"code": code, "name": name, "short_name": short, "level": level, "aliases": aliases}
    for code, name, short, level, aliases in [
        ("110000", "北京市", "北京", "province", ""),
        ("110105", "朝阳区", "朝阳", "county", ""),
        ("110108", "海淀区", "海淀", "county", ""),
        ("130000", "河北省", "河北", "province", ""),
        ("130100", "石家庄市", "石家庄", "city", ""),
        ("150000", "内蒙古自治区", "内蒙古", "province", ""),
        ("150100", "呼和浩特市", "呼和浩特", "city", ""),
        ("150600", "鄂尔多斯市", "鄂尔多斯", "city", ""),
        ("210000", "辽宁省", "辽宁", "province", ""),
        ("211300", "朝阳市", "朝阳", "city", ""),
        ("310000", "上海市", "上海", "province", "沪"),
        ("310104", "徐汇区", "徐汇", "county", ""),
        ("320000", "江苏省", "江苏", "province", ""),
        ("320100", "南京市", "南京", "city", ""),
        ("320106", "鼓楼区", "鼓楼", "county", ""),
        ("320500", "苏州市", "苏州", "city", "苏州工业园区"),
        ("320583", "昆山市", "昆山", "county", ""),
        ("321200", "泰州市", "泰州", "city", ""),
        ("350000", "福建省", "福建", "province", ""),
        ("350100", "福州市", "福州", "city", ""),
        ("350102", "鼓楼区", "鼓楼", "county", ""),
        ("370000", "山东省", "山东", "province", ""),
        ("440000", "广东省", "广东", "province", ""),
        ("440100", "广州市", "广州", "city", ""),
        ("440106", "天河区", "天河", "county", ""),
        ("440300", "深圳市", "深圳", "city", ""),
        ("460000", "海南省", "海南", "province", ""),
        ("469030", "琼中黎族苗族自治县", "琼中", "county", ""),
    ]
]


@pytest.fixture(scope="module")
def index() -> RegionIndex:
    return RegionIndex.from_rows(ROWS)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("广州", ("440100",)),
        ("广州市", ("440100",)),
        ("广东省广州市", ("440100",)),
        ("广东省广州市天河区", ("440106",)),
        ("上海-徐汇区", ("310104",)),
        ("深圳·南山区", ("440300",)),
        ("广州市天河区某某路12号", ("440106",)),
        ("北京/上海/深圳", ("110000", "310000", "440300")),
        ("上海、南京、苏州等", ("310000", "320100", "320500")),
        ("江苏省（南京、苏州）", ("320100", "320500")),
        ("北京 上海", ("110000", "310000")),
        ("广东和上海", ("440000", "310000")),
        ("北京市朝阳区或海淀区", ("110105", "110108")),
        ("或广东省深圳市", ("440300",)),
        ("朝阳", ("211300",)),
        ("北京朝阳区", ("110105",)),
        ("呼和浩特", ("150100",)),
        ("石家", ("130100",)),
        ("鄂尔", ("150600",)),
        ("琼中", ("469030",)),
        ("昆山", ("320583",)),
        ("南京鼓楼区", ("320106",)),
        ("山东省泰州市", ("321200",)),
        ("工作地点：苏州工业园区", ("320500",)),
        ("内蒙古", ("150000",)),
    ],
)
def test_places(index: RegionIndex, text: str, codes: tuple[str, ...]) -> None:
    reading = read_regions(text, index)

    assert (reading.codes, reading.reason) == (codes, None)


@pytest.mark.parametrize("text", ["全国", "异地招聘", "全国各地"])
def test_everywhere_is_said_to_be_national(index: RegionIndex, text: str) -> None:
    reading = read_regions(text, index)

    assert (reading.codes, reading.national, reading.reason) == ((), True, None)


def test_remote_work_beside_a_city(index: RegionIndex) -> None:
    reading = read_regions("广州/远程", index)

    assert (reading.codes, reading.remote) == (("440100",), True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Unread.EMPTY),
        ("越南", Unread.FOREIGN),
        ("某某镇", Unread.UNKNOWN_PLACE),
        ("鼓楼区", Unread.UNKNOWN_PLACE),
    ],
)
def test_unread_places_say_why(index: RegionIndex, text: str, reason: Unread) -> None:
    assert read_regions(text, index).reason is reason


def test_unknown_pieces_of_a_list_are_named(index: RegionIndex) -> None:
    reading = read_regions("上海、某某镇", index)

    assert (reading.codes, reading.unresolved) == (("310000",), ("某某镇",))


def test_cities_and_parents(index: RegionIndex) -> None:
    assert index.city_of("440106") == "440100"
    assert index.city_of("310104") == "310000"
    assert index.city_of("469030") == "469030"
    assert index.parent_of("440100") == "440000"
    assert index.parent_of("440000") is None
