from django.urls import path

from employment.support.views import office, shared, staff, student, workshops

app_name = "support"

urlpatterns = [
    path("", student.find, name="find"),
    path("slots/<int:slot_id>/", student.book_slot, name="book"),
    path("slots/<int:slot_id>/leave/", student.leave, name="leave"),
    path("slots/<int:slot_id>/cancel/", staff.cancel, name="cancel_slot"),
    path("mine/", student.mine, name="mine"),
    path("tasks/", student.tasks, name="tasks"),
    path("tasks/<int:task_id>/tick/", shared.tick, name="tick"),
    path("appointments/<int:appointment_id>/", shared.appointment, name="appointment"),
    path("appointments/<int:appointment_id>/step/", shared.step, name="step"),
    path("appointments/<int:appointment_id>/outcome/", staff.outcome, name="outcome"),
    path("appointments/<int:appointment_id>/file/", shared.appointment_file, name="file"),
    path("appointments/<int:appointment_id>/move/<int:slot_id>/", student.move_to, name="move"),
    path("feed/", shared.feed_settings, name="feed_settings"),
    path("feed/change/", shared.change_feed, name="change_feed"),
    path("feed/<str:token>.ics", shared.feed, name="feed"),
    path("calendar/", staff.calendar, name="calendar"),
    path("publish/", staff.publish, name="publish"),
    path("students/", staff.cases, name="caseload"),
    path("students/export.xlsx", staff.export_cases, name="export_cases"),
    path("export/", staff.export, name="export"),
    path("students/<int:student_id>/note/", staff.note, name="note"),
    path("students/<int:student_id>/task/", staff.follow_up, name="follow_up"),
    path("notes/<int:note_id>/correct/", staff.correct, name="correct"),
    path("workshops/", workshops.workshops, name="workshops"),
    path("workshops/new/", workshops.plan, name="plan"),
    path("workshops/<int:workshop_id>/", workshops.workshop, name="workshop"),
    path("workshops/<int:workshop_id>/edit/", workshops.edit, name="edit_workshop"),
    path("workshops/<int:workshop_id>/cancel/", workshops.cancel, name="cancel_workshop"),
    path("workshops/<int:workshop_id>/join/", workshops.join, name="join"),
    path(
        "workshops/<int:workshop_id>/attendance/<int:registration_id>/",
        workshops.attendance,
        name="attendance",
    ),
    path("load/", office.load, name="load"),
]
