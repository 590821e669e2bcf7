import pytest

from employment.common.errors import InvalidError, StateError
from employment.guidance.scenarios.models import Run, Step
from employment.guidance.scenarios.selectors import catalogue, uses
from employment.guidance.scenarios.services.offers import offer_scenario
from employment.guidance.scenarios.services.runs import share_run, start_run, step_back, take_step
from tests.factories.accounts import make_university, make_user
from tests.factories.scenarios import make_run
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db
CODE = "report-delay"


def test_starting_twice_is_one_run():
    student = make_student()

    first, second = start_run(student=student, code=CODE), start_run(student=student, code=CODE)

    assert first == second
    assert Run.objects.count() == 1


def test_a_double_click_is_one_step():
    run = start_run(student=make_student(), code=CODE)

    take_step(run=run, node="found", choice="size")
    again = take_step(run=run, node="found", choice="size")

    assert (again.node, Step.objects.count()) == ("ask", 1)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"node": "ask", "choice": "options"}, StateError),
        ({"node": "found", "choice": "none"}, InvalidError),
        ({"node": "found"}, InvalidError),
    ],
)
def test_what_does_not_fit_the_scene_is_refused(answer, error):
    run = start_run(student=make_student(), code=CODE)

    with pytest.raises(error):
        take_step(run=run, **answer)

    assert not Step.objects.exists()


def test_empty_words_are_refused():
    run = start_run(student=make_student(), code=CODE)
    for node, choice in (("found", "size"), ("ask", "options")):
        run = take_step(run=run, node=node, choice=choice)

    with pytest.raises(InvalidError):
        take_step(run=run, node="write", words="  ")


def test_a_step_back_keeps_its_trace_and_opens_another_way():
    run = start_run(student=make_student(), code=CODE)
    run = take_step(run=run, node="found", choice="silent")

    run = step_back(run=run)
    run = take_step(run=run, node="found", choice="size")

    assert run.node == "ask"
    assert list(Step.objects.values_list("choice", "undone")) == [("silent", True), ("size", False)]
    with pytest.raises(StateError):
        step_back(run=start_run(student=make_student(), code=CODE))


def test_an_ended_run_stays_ended():
    run = make_run(make_student())

    assert run.ended
    assert run.ended_at
    with pytest.raises(StateError):
        step_back(run=run)


def test_the_weakest_competency_recommends_the_next_scenario():
    student = make_student()
    make_run(student)

    offers, shown = catalogue(student)

    played = next(one for one in offers if one.scenario.code == CODE)
    advised = [one for one in offers if one.recommended]
    weakest = min(shown, key=lambda one: one.share).competency
    assert (played.finished, played.recommended) == (1, False)
    assert len(advised) == 1
    assert weakest in advised[0].scenario.competencies


def test_a_withdrawn_scenario_is_not_started_but_goes_on():
    university, user = make_university(), make_user()
    student = make_student(university=university)
    run = start_run(student=student, code=CODE)

    offer_scenario(university=university, code=CODE, offered=False, user=user)

    assert CODE not in {one.scenario.code for one in catalogue(student)[0]}
    assert take_step(run=run, node="found", choice="size").node == "ask"
    with pytest.raises(InvalidError):
        start_run(student=make_student(university=university), code=CODE)
    offer_scenario(university=university, code=CODE, offered=True, user=user)
    assert CODE in {one.scenario.code for one in catalogue(student)[0]}


def test_few_students_are_not_counted():
    university = make_university()
    for _ in range(4):
        make_run(make_student(university=university))
    few = {use.scenario.code: use.people for use in uses(university)}
    make_run(make_student(university=university))

    many = {use.scenario.code: use.people for use in uses(university)}

    assert (few[CODE], many[CODE]) == (None, 5)


def test_only_ended_runs_are_shared():
    student = make_student()
    open_run, ended = make_run(student, code="cross-team", ended=False), make_run(student)

    share_run(run=open_run, shared=True)
    share_run(run=ended, shared=True)

    assert list(Run.objects.filter(is_shared=True)) == [ended]
