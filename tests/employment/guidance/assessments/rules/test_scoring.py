import pytest

from employment.guidance.assessments.enums import Band, Kind
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.rules.scoring import band_of, scale_scores

RATED = [code for code, one in instruments().items() if one.kind is Kind.RATING]
# As printed in the key of the IPIP 50-item markers, written down here once more.
KEY = {"a": (1, 3, 5, 7), "c": (2, 4, 6, 8), "e": (2, 4, 6, 8, 10), "o": (2, 4, 6)}
KEY["s"] = (1, 3, 5, 6, 7, 8, 9, 10)
REVERSED = sorted(f"{scale}{number}" for scale, numbers in KEY.items() for number in numbers)
SCALES = [(code, scale.code) for code in RATED for scale in instruments()[code].scales]


def scored(code, answers):
    one = instruments()[code]
    return scale_scores(one.scales, one.items.values(), answers)


def everything(code, value):
    return dict.fromkeys(instruments()[code].items, value)


def test_exactly_the_items_of_the_published_key_are_reversed():
    found = sorted(
        (code, item.code)
        for code in RATED
        for item in instruments()[code].items.values()
        if item.reverse
    )

    assert found == [("personality", code) for code in REVERSED]


@pytest.mark.parametrize("item", REVERSED)
def test_agreeing_with_a_reversed_item_lowers_its_scale(item):
    scale = instruments()["personality"].items[item].scale
    middle = everything("personality", 3)

    up = scored("personality", {**middle, item: 5})
    down = scored("personality", {**middle, item: 1})

    assert up == {**dict.fromkeys("eacso", 0.5), scale: 0.45}
    assert down == {**dict.fromkeys("eacso", 0.5), scale: 0.55}


@pytest.mark.parametrize("code", RATED)
def test_agreeing_with_a_plain_item_raises_only_its_scale(code):
    middle = everything(code, 3)
    for item in instruments()[code].items.values():
        if not item.reverse:
            up = scored(code, {**middle, item.code: 5})
            assert [scale for scale, score in up.items() if score > 0.5] == [item.scale]


@pytest.mark.parametrize(("code", "scale"), SCALES)
def test_a_scale_reaches_both_ends(code, scale):
    items = [one for one in instruments()[code].items.values() if one.scale == scale]

    most = scored(code, {item.code: 1 if item.reverse else 5 for item in items})
    least = scored(code, {item.code: 5 if item.reverse else 1 for item in items})

    assert (most[scale], least[scale]) == (1, 0)


@pytest.mark.parametrize(
    ("code", "answers", "golden"),
    [
        ("interests", {f"r{n}": n % 5 + 1 for n in range(1, 11)}, {"r": 0.5}),
        ("interests", {f"s{n}": 4 for n in range(1, 11)}, {"s": 0.75}),
        ("personality", {"e": 4}, {"e": 0.5}),  # five of ten are reversed
        ("personality", {"a": 4}, {"a": 0.55}),  # four of ten
        ("personality", {"c": 4}, {"c": 0.55}),
        ("personality", {"s": 4}, {"s": 0.35}),  # eight of ten
        ("personality", {"o": 4}, {"o": 0.6}),  # three of ten
        ("values", {"ach1": 5, "ach2": 4, "ach3": 3, "ach4": 5}, {"achievement": 0.8125}),
        ("adaptability", {f"con{n}": 2 for n in range(1, 7)}, {"concern": 0.25}),
    ],
)
def test_golden_scores(code, answers, golden):
    if code == "personality":
        [(scale, value)] = answers.items()
        answers = {f"{scale}{n}": value for n in range(1, 11)}

    found = scored(code, answers)

    assert {scale: found[scale] for scale in golden} == golden
    assert all(found[scale] is None for scale in found if scale not in golden)


def test_a_scale_with_a_fifth_missing_has_a_score_and_with_more_has_none():
    answers = {f"e{n}": 3 for n in range(1, 9)}
    assert scored("personality", answers)["e"] == 0.5

    del answers["e8"]

    assert scored("personality", answers)["e"] is None


def test_judgement_gives_the_share_of_points():
    items = instruments()["judgement"].items.values()
    best = {
        item.code: 1 + max(range(4), key=lambda n, item=item: item.options[n].points)
        for item in items
    }

    assert set(scored("judgement", best).values()) == {1}
    assert scored("judgement", {**best, "late": 2})["communication"] == round(10 / 12, 4)


def test_every_judgement_item_has_one_best_answer_and_a_reason():
    for item in instruments()["judgement"].items.values():
        points = sorted(option.points for option in item.options)
        assert (len(points), points[-1], points[-2] < 3) == (4, 3, True)
        assert item.why.zh
        assert item.why.en


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, Band.LOW), (0.39, Band.LOW), (0.4, Band.MIDDLE), (0.6, Band.MIDDLE), (0.61, Band.HIGH)],
)
def test_bands(score, band):
    assert band_of(score) is band
