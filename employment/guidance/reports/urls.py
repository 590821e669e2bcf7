from django.urls import path

from employment.guidance.reports.views import rewording, shared, staff, student

app_name = "reports"

urlpatterns = [
    path("", student.latest, name="latest"),
    path("make/", student.make, name="make"),
    path("orders/<int:order_id>/", student.progress, name="progress"),
    path("orders/<int:order_id>/cancel/", student.cancel, name="cancel"),
    path("for-my-counsellor/", student.staff_share, name="staff_share"),
    path("links/<int:link_id>/revoke/", student.revoke, name="revoke"),
    path("shared/<str:token>/", shared.shared, name="shared"),
    path("shared/<str:token>/report.pdf", shared.shared_pdf, name="shared_pdf"),
    path("batches/", staff.batches, name="batches"),
    path("batches/<int:order_id>/", staff.batch_progress, name="batch_progress"),
    path("batches/<int:order_id>/cancel/", staff.batch_cancel, name="batch_cancel"),
    path("batches/<int:order_id>/resume/", staff.batch_resume, name="batch_resume"),
    path("<int:report_id>/", student.report, name="report"),
    path("<int:report_id>/report.pdf", student.pdf, name="pdf"),
    path("<int:report_id>/changes/", student.comparison, name="comparison"),
    path("<int:report_id>/delete/", student.delete, name="delete"),
    path("<int:report_id>/share/", student.share, name="share"),
    path("<int:report_id>/reword/", rewording.propose, name="reword"),
    path("<int:report_id>/reword/keep/", rewording.keep, name="reword_keep"),
    path("<int:report_id>/reword/drop/", rewording.drop, name="reword_drop"),
]
