import pytest

from matching.types import RequirementKind

SWAPPED = "岗位职责：1、三年(含)以上数据分析的相关工作经验；任职要求：1、日常数据监控。"
DUTIES = "岗位职责：1、负责3年规划的编制；2、维护5年以上老客户。任职要求：1、本科。"


@pytest.mark.parametrize(("text", "expected"), [(SWAPPED, [3.0]), (DUTIES, [])])
def test_years_under_a_swapped_heading_are_read(extract, text, expected):
    found = extract(text).requirements

    assert [r.minimum for r in found if r.kind is RequirementKind.EXPERIENCE] == expected
