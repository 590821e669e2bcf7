"""Degree, experience, dates, company fields and the credit code."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.normalise.company import Funding, Ownership, read_company_size, read_company_type
from matching.normalise.credit_code import ALPHABET, check_digit, read_credit_code
from matching.normalise.dates import read_date
from matching.normalise.degree import read_degree
from matching.normalise.experience import ExperienceReading, read_experience
from matching.normalise.reading import Unread
from matching.types import Degree

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("本科", Degree.BACHELOR),
        ("本科及以上", Degree.BACHELOR),
        ("统招本科", Degree.BACHELOR),
        ("大学本科", Degree.BACHELOR),
        ("Bachelor or above", Degree.BACHELOR),
        ("大专", Degree.JUNIOR_COLLEGE),
        ("大专/本科", Degree.JUNIOR_COLLEGE),
        ("高职", Degree.JUNIOR_COLLEGE),
        ("硕士研究生", Degree.MASTER),
        ("MBA/EMBA", Degree.MASTER),
        ("博士", Degree.DOCTOR),
        ("中专/技校", Degree.SECONDARY_VOCATIONAL),
        ("技工", Degree.SECONDARY_VOCATIONAL),
        ("中技", Degree.SECONDARY_VOCATIONAL),
        ("高中", Degree.HIGH_SCHOOL),
    ],
)
def test_degrees(text: str, rank: Degree) -> None:
    reading = read_degree(text)

    assert (reading.rank, reading.unlimited, reading.reason) == (rank, False, None)


@pytest.mark.parametrize("text", ["学历不限", "不限", "无", "初中及以下"])
def test_any_degree_is_not_an_unknown_degree(text: str) -> None:
    reading = read_degree(text)

    assert (reading.rank, reading.unlimited, reading.reason) == (None, True, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", Unread.EMPTY), ("招3人", Unread.OTHER_FIELD), ("若干", Unread.UNKNOWN_FORMAT)],
)
def test_unread_degrees_say_why(text: str, reason: Unread) -> None:
    assert read_degree(text).reason is reason


def test_full_time_degree_is_noted() -> None:
    assert read_degree("统招本科").full_time
    assert not read_degree("本科").full_time


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("1-3年", 1, 3),
        ("3年以上", 3, None),
        ("10年以上", 10, None),
        ("3", 3, None),
        ("0", 0, None),
        ("两年", 2, None),
        ("一到三年", 1, 3),
        ("1年以内", 0, 1),
        ("半年以上", 0.5, None),
        ("3年经验", 3, None),
        ("5-3年", 3, 5),
    ],
)
def test_years_of_experience(text: str, minimum: float, maximum: float | None) -> None:
    reading = read_experience(text)

    assert (reading.minimum, reading.maximum, reading.unlimited) == (minimum, maximum, False)


@pytest.mark.parametrize("text", ["不限", "经验不限", "无经验", "无需经验"])
def test_irrelevant_experience(text: str) -> None:
    assert read_experience(text) == ExperienceReading(text, minimum=0, unlimited=True)


@pytest.mark.parametrize("text", ["应届毕业生", "在校/应届", "在校生"])
def test_graduates_are_addressed(text: str) -> None:
    assert read_experience(text).fresh


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [("4天／周 5个月", 4, 5), ("5天/周 12个月", 5, 12), ("每周3天", 3, None)],
)
def test_attendance_of_interns(text: str, days: float, months: float | None) -> None:
    reading = read_experience(text)

    assert (reading.days_per_week, reading.months, reading.minimum) == (days, months, None)


def test_unread_experience_says_why() -> None:
    assert read_experience("").reason is Unread.EMPTY
    assert read_experience("面谈").reason is Unread.UNKNOWN_FORMAT
    assert read_experience("2019-2020年").reason is Unread.OUT_OF_RANGE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-07-28 10:11:12", date(2025, 7, 28)),
        ("2025年8月1日", date(2025, 8, 1)),
        ("2025/8/1", date(2025, 8, 1)),
        ("20250801", date(2025, 8, 1)),
        ("7月24日", date(2026, 7, 24)),
        ("04-18", date(2026, 4, 18)),
        ("12-31", date(2025, 12, 31)),
        ("02-29", date(2024, 2, 29)),
        ("今天", TODAY),
        ("昨天 12:30", date(2026, 11, 22)),
        ("3天前", date(2026, 11, 20)),
        ("两周前", date(2026, 11, 9)),
        ("5小时前", TODAY),
    ],
)
def test_dates(text: str, value: date) -> None:
    assert read_date(text, today=TODAY).value == value


def test_date_without_a_year_says_so() -> None:
    assert read_date("7月24日", today=TODAY).year_assumed
    assert not read_date("2025-07-24", today=TODAY).year_assumed


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", Unread.EMPTY), ("长期有效", Unread.UNKNOWN_FORMAT), ("13-45", Unread.OUT_OF_RANGE)],
)
def test_unread_dates_say_why(text: str, reason: Unread) -> None:
    assert read_date(text, today=TODAY).reason is reason


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("99人以下", None, 99),
        ("少于50人", None, 50),
        ("1000-9999人", 1000, 9999),
        ("10000人以上", 10000, None),
        ("1万人以上", 10000, None),
        ("民营公司 | 150-500人", 150, 500),
        ("约80人", 80, 80),
    ],
)
def test_company_sizes(text: str, minimum: int | None, maximum: int | None) -> None:
    size = read_company_size(text)

    assert (size.minimum, size.maximum, size.reason) == (minimum, maximum, None)


def test_an_address_is_no_company_size() -> None:
    assert read_company_size("公司地址：某某路 8 号").reason is Unread.OTHER_FIELD


@pytest.mark.parametrize(
    ("text", "ownership", "funding"),
    [
        ("民营公司", Ownership.PRIVATE, None),
        ("外资（欧美）", Ownership.FOREIGN, None),
        ("中外合资", Ownership.JOINT_VENTURE, None),
        ("国企", Ownership.STATE, None),
        ("事业单位", Ownership.INSTITUTION, None),
        ("非营利组织", Ownership.NON_PROFIT, None),
        ("已上市", None, Funding.LISTED),
        ("未融资", None, Funding.NONE),
        ("D轮及以上", None, Funding.ROUND_D),
        ("民营 | 不需要融资 | 50-150人", Ownership.PRIVATE, Funding.NOT_NEEDED),
    ],
)
def test_company_types(text: str, ownership: Ownership | None, funding: Funding | None) -> None:
    reading = read_company_type(text)

    assert (reading.ownership, reading.funding) == (ownership, funding)


BODIES = st.text(alphabet=ALPHABET, min_size=17, max_size=17)


@given(BODIES)
def test_a_code_with_its_check_digit_is_read(body: str) -> None:
    code = body + check_digit(body)

    assert read_credit_code(f" {code[:9].lower()} {code[9:]}").value == code


@given(BODIES, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_a_single_wrong_character_is_noticed(body: str, place: int, character: str) -> None:
    wrong = body[:place] + character + body[place + 1 :] + check_digit(body)

    assert (read_credit_code(wrong).value is None) == (wrong[:17] != body)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Unread.EMPTY),
        ("9135", Unread.WRONG_LENGTH),
        ("91350100M000100YI3", Unread.WRONG_CHARACTER),
    ],
)
def test_unread_codes_say_why(text: str, reason: Unread) -> None:
    assert read_credit_code(text).reason is reason
