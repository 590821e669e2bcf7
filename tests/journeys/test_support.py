"""A student books an appointment and finds it again."""

from playwright.sync_api import expect

from employment.support.models import Appointment
from tests.factories.accounts import make_college
from tests.factories.students import make_student
from tests.factories.support import make_counsellor, make_slot
from tests.journeys.conftest import COMBINATIONS, word


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
