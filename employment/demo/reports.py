"""The named demo students have a first report; a second one is ordered, which a worker makes once
matching has run, so that there is something to compare."""

from employment.guidance.pathways.services.demand import refresh_demand
from employment.guidance.reports.models import Report
from employment.guidance.reports.services.making import make_report
from employment.guidance.reports.services.orders import order_report
from employment.students.models import StudentProfile


def add_reports() -> None:
    if Report.objects.exists():
        return
    refresh_demand(only_if_changed=True)
    for student in StudentProfile.objects.filter(user__username__startswith="student"):
        make_report(student_id=student.pk)
        order_report(student=student)
