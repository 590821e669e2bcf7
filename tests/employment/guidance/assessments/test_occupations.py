import pytest

from employment.guidance.assessments import selectors
from employment.guidance.assessments.enums import Confidence
from employment.guidance.assessments.library import interest_rows
from employment.guidance.assessments.rules import interest_fit
from employment.guidance.assessments.selectors.occupations import intended, suggestions
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student
from tests.factories.taxonomy import make_occupation

PROGRAMMER = "2-02-10-03"


@pytest.mark.parametrize("code", ["2-02-10-03", "2-05-08-01", "4-01-02-01"])
def test_common_occupations_have_six_values_and_a_source(code):
    found = selectors.occupation_interests(code)

    assert len(found.values) == 6
    assert all(0 <= value <= 1 for value in found.values)
    assert found.source


def test_unknown_codes_have_none():
    assert selectors.occupation_interests("9-99-99-99") is None


def test_an_unsure_occupation_names_the_group_it_stands_on():
    unsure = [row for row in interest_rows().items() if row[1].confidence is Confidence.GROUP]

    assert unsure
    for code, row in unsure:
        assert row.source.endswith("-00")
        assert code.startswith(row.source.rstrip("0-")[:1])


def test_profiles_say_what_everybody_knows():
    def highest(code):
        values = selectors.occupation_interests(code).values
        return "riasec"[values.index(max(values))]

    nurse, accountant = "2-05-08-01", "2-06-03-00"
    assert highest(nurse) == "s"
    assert highest(accountant) == "c"
    assert highest("2-09-06-04") in "ar"  # arts and crafts


@pytest.mark.django_db
def test_occupations_with_open_postings_come_first():
    make_occupation(PROGRAMMER)
    make_posting(occupation=PROGRAMMER)
    person = selectors.occupation_interests(PROGRAMMER).values

    found = suggestions(person)

    assert [(one.occupation.code, one.openings) for one in found] == [(PROGRAMMER, 1)]
    assert found[0].fit == pytest.approx(1)


@pytest.mark.django_db
def test_intended_occupations_are_judged_whatever_their_fit():
    student = make_student()
    make_intention(student, occupations=[PROGRAMMER])
    values = selectors.occupation_interests(PROGRAMMER).values
    against = [1 - value for value in values]

    [one] = intended(student, against)

    assert one.fit == pytest.approx(interest_fit(against, values)) == pytest.approx(0)
