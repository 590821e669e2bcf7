"""Counselling from both sides: booking, the counsellor's desk, a workshop."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from employment.support.models import Appointment, FollowUp, Note, Registration
from employment.support.services.workshops import register
from tests.factories.accounts import make_college
from tests.factories.students import make_student
from tests.factories.support import (
    make_appointment,
    make_counsellor,
    make_slot,
    make_workshop,
)
from tests.journeys.conftest import COMBINATIONS, word

SCREENS = pytest.mark.parametrize(("screen", "language"), [("desktop", "zh-CN"), ("phone", "en")])


@COMBINATIONS
def test_student_books_an_appointment(open_page, cookie_of, sound, world, screen, language):
    college = make_college()
    counsellor, student = make_counsellor(college), make_student(college=college)
    make_slot(counsellor)
    options = {"cookies": [cookie_of(student.user)], "policy": False}
    page = open_page("/support/", screen=screen, language=language, **options)
    sound(page)
    page.locator('a[href*="/slots/"]').first.click()
    sound(page)
    page.get_by_role("button", name=word("Book this time", language)).click()
    page.wait_for_url("**/support/appointments/*/")
    sound(page)
    assert Appointment.objects.get().state == "booked"
    page.goto("/support/mine/")
    expect(page.locator("#main a[href*='/appointments/']")).to_have_count(1)
    sound(page)


def just_now():
    return timezone.now() - dt.timedelta(minutes=10)


@SCREENS
def test_counsellor_closes_an_appointment(open_page, cookie_of, sound, world, screen, language):
    college = make_college()
    counsellor, student = make_counsellor(college), make_student(college=college)
    make_appointment(student, counsellor, start=just_now())
    options = {"cookies": [cookie_of(counsellor)], "screen": screen, "language": language}
    page = open_page("/", policy=False, **options)

    def press(text, context=""):
        page.get_by_role("button", name=word(text, language, context), exact=True).click()

    expect(page.locator("body")).to_contain_text(word("Did these take place?", language))
    sound(page)
    page.locator('a[href*="/support/appointments/"]').click()
    press("Student did not come", "appointment action")
    assert Appointment.objects.get().state == "no_show"
    press("Took place", "appointment action")
    page.fill("[name=outcome]", "先补项目经历。")
    press("Save the outcome")
    sound(page)

    page.locator("summary", has_text=word("Write a note", language)).click()
    page.fill("form[action$='/note/'] [name=text]", "目标比较清楚。")
    page.select_option("form[action$='/note/'] [name=visibility]", "shared")
    press("Save the note")
    page.locator("summary", has_text=word("Set a task", language)).click()
    sound(page)
    page.fill("form[action$='/task/'] [name=title]", "约模拟面试")
    page.fill("form[action$='/task/'] [name=due]", timezone.localdate().isoformat())
    page.select_option("form[action$='/task/'] [name=owner]", "staff")
    press("Set the task")
    page.goto("/")
    page.get_by_role("button", name="约模拟面试").click()

    page.wait_for_load_state()
    row = Appointment.objects.get()
    assert (row.state, row.outcome) == ("attended", "先补项目经历。")
    assert (Note.objects.get().visibility, Note.objects.get().appointment) == ("shared", row)
    assert FollowUp.objects.get().done_at


@SCREENS
def test_workshop_is_attended_and_judged(open_page, cookie_of, sound, world, screen, language):
    college = make_college()
    host, start = make_counsellor(college), just_now()
    here, away = make_student(college=college), make_student(college=college)
    workshop = make_workshop(host, start=start)
    for student in (here, away):
        register(student=student, workshop=workshop, now=start - dt.timedelta(days=1))
    path = f"/support/workshops/{workshop.pk}/"
    options = {"screen": screen, "language": language, "policy": False}

    page = open_page(path, cookies=[cookie_of(here.user)], **options)
    page.fill("[name=code]", workshop.check_in_code.lower())
    page.get_by_role("button", name=word("Check in", language)).click()
    page.select_option("[name=rating]", "4")
    page.fill("[name=comment]", "例子很实用")
    sound(page)
    page.get_by_role("button", name=word("Send", language), exact=True).click()
    expect(page.locator("body")).to_contain_text(word("Thank you.", language))

    page = open_page(path, cookies=[cookie_of(host)], **options)
    expect(page.locator("body")).to_contain_text("例子很实用")
    absent = page.locator(f"form[action$='/{away.workshop_registrations.get().pk}/']")
    absent.locator("[name=absent]").click()
    page.wait_for_load_state()
    sound(page)
    states = Registration.objects.order_by("pk").values_list("state", "rating")
    assert list(states) == [("attended", 4), ("absent", None)]
