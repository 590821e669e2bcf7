from employment.guidance.assessments.enums import Flag
from employment.guidance.assessments.library import instruments
from employment.guidance.assessments.rules.validity import Given, flags_of, pair_gaps

ITEMS = list(instruments()["personality"].items.values())


def honest(milliseconds=4000):
    """Alike in the direction of each scale, so different as given."""
    level = {"e": 4, "a": 4, "c": 2, "s": 3, "o": 5}
    return {
        item.code: Given(6 - level[item.scale] if item.reverse else level[item.scale], milliseconds)
        for item in ITEMS
    }


def test_honest_answers_have_no_flag():
    assert flags_of(ITEMS, honest()) == []


def test_one_answer_everywhere_is_flagged_and_contradicts_itself():
    straight = {item.code: Given(5, 4000) for item in ITEMS}

    assert flags_of(ITEMS, straight) == [Flag.SAME, Flag.INCONSISTENT]


def test_a_long_run_is_flagged_though_the_rest_differs():
    answers = honest()
    for item in ITEMS[:25]:
        answers[item.code] = Given(3, 4000)

    assert Flag.SAME in flags_of(ITEMS, answers)


def test_nine_short_answers_are_no_pattern():
    assert flags_of(ITEMS[:9], {item.code: Given(3, 100) for item in ITEMS[:9]}) == []


def test_under_two_seconds_an_item_is_flagged():
    assert flags_of(ITEMS, honest(1999)) == [Flag.FAST]
    assert flags_of(ITEMS, honest(2000)) == []


def test_a_third_of_fast_answers_is_flagged():
    answers = honest()
    for item in ITEMS[:18]:
        answers[item.code] = Given(answers[item.code].value, 500)

    assert flags_of(ITEMS, answers) == [Flag.FAST]


def test_unknown_times_are_not_fast():
    assert flags_of(ITEMS, honest(None)) == []


def test_more_than_a_tenth_missing_is_flagged():
    answers = honest()
    for item in ITEMS[:5]:
        del answers[item.code]
    assert flags_of(ITEMS, answers) == []

    del answers[ITEMS[5].code]

    assert flags_of(ITEMS, answers) == [Flag.MISSING]


def test_opposite_answers_to_similar_items_are_flagged():
    answers = honest()
    seen = set()
    for item in ITEMS:
        if item.pair and item.pair not in seen:
            seen.add(item.pair)
            answers[item.code] = Given(1, 4000)
        elif item.pair:
            first = next(one for one in ITEMS if one.pair == item.pair)
            answers[item.code] = Given(5 if item.reverse == first.reverse else 1, 4000)

    assert set(pair_gaps(ITEMS, answers)) == {1.0}
    assert flags_of(ITEMS, answers) == [Flag.INCONSISTENT]
