import pytest

from matching.extraction.adverts import is_course_advert


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("JAVA开发工程师课程/培训招生sh", True),
        ("零基础UI设计培训班，包就业", True),
        ("培训讲师", False),
        ("招生老师", False),
        ("课程顾问", False),
    ],
)
def test_a_course_on_sale_is_not_a_job(title, expected):
    assert is_course_advert(title) is expected
