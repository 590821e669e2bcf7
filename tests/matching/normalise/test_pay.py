import pytest

from matching.normalise.pay import PayDoubt, PayUnit, read_pay
from matching.normalise.reading import Unread


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "unit"),
    [
        ("3500-4500元", 3500, 4500, PayUnit.MONTH),
        ("130-160元/天", 2828, 3480, PayUnit.DAY),
        ("25-40万/年", 20833, 33333, PayUnit.YEAR),
        ("5-7千/月", 5000, 7000, PayUnit.MONTH),
        ("4.5-6千/月", 4500, 6000, PayUnit.MONTH),
        ("1.2-2.5万", 12000, 25000, PayUnit.MONTH),
        ("8千-1.2万", 8000, 12000, PayUnit.MONTH),
        ("8000-1.2万", 8000, 12000, PayUnit.MONTH),
        ("11000-13000", 11000, 13000, PayUnit.MONTH),
        ("7500.0-9000.0", 7500, 9000, PayUnit.MONTH),
        ("7-9k", 7000, 9000, PayUnit.MONTH),
        ("6K-9K", 6000, 9000, PayUnit.MONTH),
        ("3k-5", 3000, 5000, PayUnit.MONTH),
        ("110-140k·14薪", 110000, 140000, PayUnit.MONTH),
        ("250/天", 5438, 5438, PayUnit.DAY),
        ("180-220/天", 3915, 4785, PayUnit.DAY),
        ("20元/小时", 3480, 3480, PayUnit.HOUR),
        ("22元/H", 3828, 3828, PayUnit.HOUR),
        ("年薪20-30万", 16667, 25000, PayUnit.YEAR),
        ("￥4,000-6,000/月", 4000, 6000, PayUnit.MONTH),
        ("６０００－８０００元", 6000, 8000, PayUnit.MONTH),
        ("综合月薪5000~7000元", 5000, 7000, PayUnit.MONTH),
    ],
)
def test_pay_ranges(text: str, minimum: int, maximum: int, unit: PayUnit) -> None:
    pay = read_pay(text)

    assert (pay.minimum, pay.maximum, pay.unit, pay.reason) == (minimum, maximum, unit, None)
    assert pay.original == text


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("2万以下", None, 20000),
        ("3000元以下", None, 3000),
        ("nan-12500.0", None, 12500),
        ("9000.0-nan", 9000, None),
        ("1万以上", 10000, None),
        ("8000元/月起", 8000, None),
        ("保底4000+提成", 4000, None),
    ],
)
def test_pay_with_an_open_bound(text: str, minimum: int | None, maximum: int | None) -> None:
    pay = read_pay(text)

    assert (pay.minimum, pay.maximum) == (minimum, maximum)


def test_pay_keeps_the_months_of_a_year() -> None:
    assert read_pay("8-11k·15薪").months_per_year == 15
    assert read_pay("1-1.5万·13薪").months_per_year == 13
    assert read_pay("8-11k").months_per_year == 12


def test_pay_bounds_the_wrong_way_round_are_swapped_and_reported() -> None:
    pay = read_pay("25000.0-12500.0")

    assert (pay.minimum, pay.maximum) == (12500, 25000)
    assert pay.doubts == (PayDoubt.SWAPPED,)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("0-50/天", PayDoubt.LOW),
        ("160-190k", PayDoubt.HIGH),
        ("5000-90000", PayDoubt.WIDE),
        ("150000-250000", PayDoubt.ASSUMED_YEAR),
        ("120-180", PayDoubt.ASSUMED_DAY),
    ],
)
def test_implausible_pay_is_reported(text: str, doubt: PayDoubt) -> None:
    assert doubt in read_pay(text).doubts


@pytest.mark.parametrize("text", ["面议", "薪资面议", "待遇面谈"])
def test_negotiable_pay_has_no_figure(text: str) -> None:
    pay = read_pay(text)

    assert pay.negotiable
    assert (pay.minimum, pay.maximum, pay.reason) == (None, None, None)


def test_pay_by_the_hour_is_part_time() -> None:
    assert read_pay("25元/小时").part_time
    assert not read_pay("200元/天").part_time


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Unread.EMPTY),
        ("nan-nan", Unread.EMPTY),
        ("五险一金", Unread.UNKNOWN_FORMAT),
        ("80元/件", Unread.UNSUPPORTED_UNIT),
        ("4000美元/月", Unread.UNSUPPORTED_CURRENCY),
    ],
)
def test_unreadable_pay_says_why(text: str, reason: Unread) -> None:
    assert read_pay(text).reason is reason
