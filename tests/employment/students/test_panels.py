import pytest

from employment.students import panels
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


def test_panels_stand_in_order_and_may_stay_away(monkeypatch):
    monkeypatch.setattr(panels, "_panels", {})
    student = make_student()
    panels.register("late.html", lambda *_: {"n": 2}, 20)
    panels.register("hidden.html", lambda *_: None, 15)
    panels.register("early.html", lambda student, _actor: {"n": student.pk}, 10)

    found = panels.panels_for(student, actor=None)

    assert found == [("early.html", {"n": student.pk}), ("late.html", {"n": 2})]
