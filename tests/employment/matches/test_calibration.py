import pytest

from employment.matches.enums import EventKind
from employment.matches.models import FeedbackEvent, Match, MeasuredQuality
from employment.matches.presenters import calibration_facts
from employment.matches.services.calibration import (
    calibration_figures,
    chance_of,
    outcomes,
    refresh_calibration,
)
from matching.calibration import Verdict
from tests.employment.matches.worlds import lists_made_anew, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]


@pytest.fixture
def matches():
    make_world(students=4, postings=8)
    lists_made_anew()
    return Match.objects.filter(short=False)


def apply_to(match):
    FeedbackEvent.objects.create(
        student_id=match.student_id,
        posting_id=match.posting_id,
        kind=EventKind.APPLIED,
        place=1,
        weights_version="x",
    )


def test_outcomes_are_of_students_who_applied_at_all(matches):
    chosen = matches.first()
    apply_to(chosen)

    score, coverage, happened, at = outcomes()

    own = matches.filter(student=chosen.student_id)
    assert len(score) == len(coverage) == len(at) == own.count()
    assert happened.sum() == 1


def test_few_outcomes_give_no_chance_and_say_why(matches):
    report = refresh_calibration()

    assert report.verdict is Verdict.FEW_POSITIVES
    assert chance_of(matches.first()) is None
    assert calibration_facts(calibration_figures())


def test_a_calibrated_model_gives_a_band(matches):
    match = matches.first()
    figures = {"intercept": 0.0, "of_score": 1.0, "of_coverage": 0.0, "error": 0.02, "later": 900}
    MeasuredQuality.objects.create(task="calibration", encoder=match.encoder, figures=figures)

    low, high = chance_of(match)

    assert 0 <= low < high <= 100
