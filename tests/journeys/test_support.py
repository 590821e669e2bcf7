"""A student books an appointment on the phone."""

from employment.support.models import Appointment
from tests.factories.accounts import make_college
from tests.factories.students import make_student
from tests.factories.support import make_counsellor, make_slot
from tests.journeys.conftest import word


def test_student_books_an_appointment(open_page, cookie_of, sound, world):
    college = make_college()
    counsellor, student = make_counsellor(college), make_student(college=college)
    make_slot(counsellor)
    options = {"cookies": [cookie_of(student.user)], "policy": False}
    page = open_page("/support/", screen="phone", language="zh-CN", **options)
    sound(page)
    page.locator('a[href*="/slots/"]').first.click()
    sound(page)
    page.get_by_role("button", name=word("Book this time", "zh-CN")).click()
    page.wait_for_url("**/support/appointments/*/")
    sound(page)
    assert Appointment.objects.get().state == "booked"
