"""Who may do what, route by route. Whoever is not named gets 404 or 403, anonymous the sign-in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Names = frozenset[str]


def names(text: str) -> Names:
    return frozenset(text.split())


STUDENTS = names("student peer other_student")
RECRUITERS = names("recruiter other_recruiter")
COUNSELLORS = names("counsellor sister_counsellor other_counsellor")
OFFICES = names("office other_office dean other_dean")
PLATFORM = names("platform")
COUNSELLING = COUNSELLORS | names("office other_office")
OUTSIDERS = names("government social")
MANAGERS = OFFICES | PLATFORM
AUDITORS = names("dean other_dean platform")
STAFF = COUNSELLORS | MANAGERS
WITH_ROLE = STUDENTS | RECRUITERS | STAFF | OUTSIDERS
SIGNED_IN = WITH_ROLE | names("nobody")
EVERYONE = SIGNED_IN | names("anonymous")
NOBODY: Names = frozenset()

OWN_STUDENT = names("student")
OWN_STAFF = names("counsellor office dean platform")  # of the student
OWN_OFFICE = names("office dean platform")  # of the university that the posting is for
OWN_CAMPUS_STAFF = OWN_OFFICE | names("counsellor sister_counsellor")
OWN_RECRUITER = names("recruiter")
CREATORS = MANAGERS | RECRUITERS
EDITORS = OWN_OFFICE | OWN_RECRUITER
APPLICATION_READERS = STUDENTS | RECRUITERS | STAFF
AUDIENCE = names("student peer") | OWN_CAMPUS_STAFF | OWN_RECRUITER


@dataclass(frozen=True)
class Access:
    """``rows`` name the rows of the cast that fill the URL's arguments, ``data`` is sent along."""

    get: Names = NOBODY
    post: Names = NOBODY
    patch: Names = NOBODY
    delete: Names = NOBODY
    rows: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] | Callable[[Any], Mapping[str, Any]] = field(default_factory=dict)


def access(get: Names = NOBODY, post: Names = NOBODY, **options: Any) -> Access:
    """Other keywords: ``data``, ``patch``, ``delete``, and arguments of the URL as ``pk="posting"``
    (a row of the cast) or ``name="=skills"`` (the text itself)."""
    fixed = {key: options.pop(key) for key in ("data", "patch", "delete") if key in options}
    return Access(get, post, rows=options, **fixed)


def entries(read: Names, write: Names, section: str) -> Iterable[tuple[str, Access]]:
    """The API's two routes of a section of the profile."""
    yield f"api:students-api:{section}", access(read, read)
    yield (
        f"api:students-api:{section}-entry",
        access(write, patch=write, delete=write, pk=section),
    )


# A name in brackets tells two rows of one route apart.
PAGES = {
    "feed:home": access(EVERYONE),
    "healthz": access(EVERYONE),
    "set_language": access(EVERYONE, EVERYONE, patch=EVERYONE, delete=EVERYONE),
    "accounts:switch_role": access(
        post=OWN_STUDENT, data=lambda rows: {"membership": rows.membership.pk}
    ),
    "privacy:algorithm": access(EVERYONE),
    "privacy:consents": access(SIGNED_IN),
    "privacy:change_consent": access(post=SIGNED_IN, purpose="=matching"),
    "privacy:export": access(post=SIGNED_IN),
    "privacy:erase": access(SIGNED_IN, SIGNED_IN),
    "taxonomy:regions": access(EVERYONE),
    "taxonomy:majors": access(EVERYONE),
    "taxonomy:occupations": access(EVERYONE),
    "taxonomy:industries": access(EVERYONE),
    "taxonomy:skills": access(EVERYONE),
    # Students
    "students:start": access(SIGNED_IN, SIGNED_IN),
    "students:profile": access(STUDENTS),
    "students:basics": access(STUDENTS, STUDENTS),
    "students:intention": access(STUDENTS, STUDENTS),
    "students:add_record": access(STUDENTS, STUDENTS, name="=skills"),
    "students:edit_record": access(OWN_STUDENT, OWN_STUDENT, name="=skills", record_id="skills"),
    "students:delete_record": access(post=OWN_STUDENT, name="=skills", record_id="skills"),
    "students:list": access(STAFF),
    "students:export": access(STAFF),
    "students:detail": access(OWN_STAFF, student_id="student"),
    "students:decide": access(
        post=names("office dean"), student_id="student", data={"decision": "confirm"}
    ),
    # Postings and employers
    "postings:list": access(SIGNED_IN),
    "postings:suggest": access(SIGNED_IN),
    "postings:detail": access(AUDIENCE, pk="posting"),
    "postings:detail [draft]": access(OWN_CAMPUS_STAFF | OWN_RECRUITER, pk="draft"),
    "postings:detail [shared]": access(STUDENTS | STAFF | OUTSIDERS | OWN_RECRUITER, pk="shared"),
    "postings:create": access(CREATORS, CREATORS),
    "postings:edit": access(EDITORS, EDITORS, pk="posting"),
    "postings:edit [shared]": access(
        PLATFORM | OWN_RECRUITER, PLATFORM | OWN_RECRUITER, pk="shared"
    ),
    "postings:change_state": access(post=EDITORS, pk="posting", data={"action": "close"}),
    "postings:requirements": access(EDITORS, EDITORS, pk="draft"),
    "postings:read_again": access(post=EDITORS, pk="draft"),
    "postings:own": access(RECRUITERS),
    "postings:own_employer": access(RECRUITERS),
    "postings:manage": access(MANAGERS),
    "postings:manage_bulk": access(post=MANAGERS, data={"action": "close"}),
    "postings:manage_export": access(MANAGERS),
    "postings:register": access(EVERYONE, EVERYONE),
    "postings:employers": access(MANAGERS),
    "postings:employer_create": access(MANAGERS, MANAGERS),
    "postings:employer_options": access(MANAGERS),
    "postings:employer": access(STAFF | OWN_RECRUITER, pk="employer"),
    "postings:employer_edit": access(
        PLATFORM | OWN_RECRUITER, PLATFORM | OWN_RECRUITER, pk="employer"
    ),
    "postings:employer_verify": access(
        post=MANAGERS | OWN_RECRUITER, pk="employer", data={"action": "freeze", "reason": "x"}
    ),
    # Applications and matches
    "applications:list": access(APPLICATION_READERS),
    "applications:apply": access(
        names("student peer"), names("student peer"), posting_id="posting"
    ),
    "applications:detail": access(
        OWN_STUDENT | OWN_RECRUITER | OWN_STAFF, application_id="application"
    ),
    "applications:attachment": access(
        OWN_STUDENT | OWN_RECRUITER, application_id="application", attachment_id="attachment"
    ),
    "applications:move": access(
        post=OWN_STUDENT | OWN_RECRUITER, application_id="application", data={"action": "view"}
    ),
    "matches:list": access(STUDENTS),
    "matches:detail": access(names("student peer"), posting_id="posting"),
    "matches:feedback": access(post=names("student peer"), posting_id="posting", kind="=saved"),
    "matches:posting": access(OWN_CAMPUS_STAFF | OWN_RECRUITER, posting_id="posting"),
    "matches:student": access(OWN_STAFF, student_id="student"),
    "matches:runs": access(MANAGERS, MANAGERS),
    "matches:run_progress": access(MANAGERS, job_id="run.job"),
    "matches:run_cancel": access(post=PLATFORM, job_id="run.job"),
    "matches:occupations": access(MANAGERS),
    "matches:occupations_accept": access(post=MANAGERS),
    "matches:occupation": access(post=OWN_OFFICE, coding_id="coding", data={"code": "2-06-03-00"}),
    "matches:occupation_undo": access(post=OWN_OFFICE, coding_id="coding"),
    "matches:coder_refit": access(post=PLATFORM),
    "matches:coder_back": access(post=PLATFORM),
    "matches:weights": access(PLATFORM),
    "matches:weights_refit": access(post=PLATFORM),
    "matches:weights_progress": access(PLATFORM, job_id="refit"),
    "matches:weights_live": access(post=PLATFORM, weights_id="weights"),
    # Guidance
    "interviews:list": access(STUDENTS),
    "interviews:start": access(post=STUDENTS),
    "interviews:prepare": access(
        names("student peer"), names("student peer"), posting_id="posting"
    ),
    "interviews:compare": access(STUDENTS),
    "interviews:practise": access(OWN_STUDENT, attempt_id="interview"),
    "interviews:save": access(
        post=OWN_STUDENT, attempt_id="interview", data={"number": 1, "words": "x"}
    ),
    "interviews:answer": access(post=OWN_STUDENT, attempt_id="interview"),
    "interviews:finish": access(post=OWN_STUDENT, attempt_id="interview"),
    "interviews:rate": access(OWN_STUDENT, OWN_STUDENT, attempt_id="interview"),
    "interviews:feedback": access(OWN_STUDENT, attempt_id="interview"),
    "interviews:feedback [shared]": access(OWN_STUDENT | OWN_STAFF, attempt_id="shared_interview"),
    "interviews:rubric": access(
        names("counsellor"), names("counsellor"), attempt_id="shared_interview"
    ),
    "interviews:share": access(post=OWN_STUDENT, attempt_id="interview"),
    "interviews:delete": access(post=OWN_STUDENT, attempt_id="interview"),
    "interviews:follow_up": access(post=OWN_STUDENT, attempt_id="shared_interview", number="=1"),
    "plans:overview": access(STUDENTS),
    "plans:settings": access(STUDENTS, STUDENTS, data={"graduation_month": 6}),
    "plans:feed_address": access(post=STUDENTS),
    "plans:download": access(STUDENTS),
    "plans:feed": access(EVERYONE, token="plan_token"),
    "plans:mark": access(post=STUDENTS, code="=autumn"),
    "plans:take_milestone": access(post=STUDENTS, code="=autumn"),
    "plans:advice": access(post=STUDENTS, code="=intention-empty", step="=act"),
    "plans:new_task": access(STUDENTS, STUDENTS),
    "plans:task": access(OWN_STUDENT, OWN_STUDENT, task_id="plan_task"),
    "plans:move": access(post=OWN_STUDENT, task_id="plan_task", step="=up"),
    "plans:new_goal": access(post=STUDENTS),
    "plans:remove_goal": access(post=OWN_STUDENT, goal_id="plan_goal"),
    "plans:student": access(OWN_STAFF - PLATFORM, OWN_STAFF - PLATFORM, student_id="student"),
    "plans:worked": access(OFFICES),
    "scenarios:catalogue": access(STUDENTS),
    "scenarios:start": access(post=STUDENTS, code="=report-delay"),
    "scenarios:play": access(OWN_STUDENT, run_id="scenario_run"),
    "scenarios:step": access(post=OWN_STUDENT, run_id="scenario_run"),
    "scenarios:back": access(post=OWN_STUDENT, run_id="scenario_run"),
    "scenarios:debrief": access(OWN_STUDENT, run_id="scenario_run"),
    "scenarios:debrief [shared]": access(OWN_STUDENT | OWN_STAFF, run_id="shared_scenario_run"),
    "scenarios:share": access(post=OWN_STUDENT, run_id="scenario_run"),
    "scenarios:delete": access(post=OWN_STUDENT, run_id="scenario_run"),
    "scenarios:offers": access(OFFICES),
    "scenarios:offer": access(post=OFFICES, code="=report-delay"),
    "pathways:overview": access(STUDENTS),
    "pathways:compare": access(STUDENTS),
    "pathways:directions": access(STUDENTS),
    "pathways:study": access(STUDENTS),
    "pathways:calendar": access(STUDENTS, path="=postgraduate"),
    "pathways:occupation": access(STUDENTS, code="=2-02-10-03"),
    "pathways:choose": access(post=STUDENTS, code="=2-02-10-03"),
    "pathways:drop": access(post=STUDENTS, code="=2-02-10-03"),
    "pathways:transfer": access(STUDENTS, code="=2-02-10-03"),
    "pathways:courses": access(STUDENTS, code="=2-02-10-03"),
    "pathways:internships": access(STUDENTS, code="=2-02-10-03"),
    "pathways:regions": access(STUDENTS, code="=2-02-10-03"),
    "pathways:catalogue": access(OFFICES),
    "pathways:new_course": access(OFFICES, OFFICES),
    "pathways:upload": access(OFFICES, OFFICES),
    "pathways:edit_course": access(
        names("office dean"), names("office dean"), course_id="planned_course"
    ),
    "pathways:remove_course": access(post=names("office dean"), course_id="planned_course"),
    "pathways:refresh": access(post=MANAGERS),
    "assessments:catalogue": access(STUDENTS),
    "assessments:data": access(STUDENTS),
    "assessments:quality": access(MANAGERS),
    "assessments:intro": access(STUDENTS, code="=interests"),
    "assessments:start": access(post=STUDENTS, code="=interests"),
    "assessments:take": access(OWN_STUDENT, sitting_id="sitting"),
    "assessments:answer": access(
        post=OWN_STUDENT, sitting_id="sitting", data={"item": "r1", "value": 3}
    ),
    "assessments:finish": access(post=OWN_STUDENT, sitting_id="sitting"),
    "assessments:delete": access(post=OWN_STUDENT, sitting_id="sitting"),
    "assessments:result": access(OWN_STUDENT, result_id="result"),
    "assessments:result [shared]": access(OWN_STUDENT | OWN_STAFF, result_id="shared_result"),
    "assessments:share": access(post=OWN_STUDENT, result_id="result"),
    "resumes:list": access(STUDENTS),
    "resumes:start": access(post=STUDENTS, data={"language": "zh", "source": "empty"}),
    "resumes:tailor": access(AUDIENCE & STUDENTS, AUDIENCE & STUDENTS, posting_id="posting"),
    "resumes:upload": access(STUDENTS, STUDENTS),
    "resumes:confirm": access(OWN_STUDENT, OWN_STUDENT, upload_id="resume_upload"),
    "resumes:discard": access(post=OWN_STUDENT, upload_id="resume_upload"),
    "resumes:add_skill": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:reword": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:keep_wording": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:edit": access(OWN_STUDENT, OWN_STUDENT, resume_id="resume", data={"revision": 1}),
    "resumes:undo": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:settings": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:share": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:delete": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:pdf": access(OWN_STUDENT, resume_id="resume"),
    "resumes:pdf [shared]": access(
        names("student counsellor office dean"), resume_id="shared_resume"
    ),
    "resumes:picture": access(OWN_STUDENT, resume_id="resume", page="=1"),
    "resumes:versions": access(OWN_STUDENT, resume_id="resume"),
    "resumes:keep": access(post=OWN_STUDENT, resume_id="resume"),
    "resumes:version_pdf": access(OWN_STUDENT, resume_id="resume", number="=1"),
    "resumes:restore": access(post=OWN_STUDENT, resume_id="resume", number="=1"),
    "reports:latest": access(STUDENTS),
    "reports:make": access(post=STUDENTS),
    "reports:progress": access(OWN_STUDENT, order_id="report_order"),
    "reports:cancel": access(post=OWN_STUDENT, order_id="report_order"),
    "reports:report": access(OWN_STUDENT | OWN_STAFF, report_id="report"),
    "reports:pdf": access(OWN_STUDENT | OWN_STAFF, report_id="report"),
    "reports:comparison": access(OWN_STUDENT | OWN_STAFF, report_id="second_report"),
    "reports:delete": access(post=OWN_STUDENT, report_id="report"),
    "reports:share": access(post=OWN_STUDENT, report_id="report", data={"days": 7}),
    "reports:revoke": access(post=OWN_STUDENT, link_id="report_link.link"),
    "reports:staff_share": access(post=STUDENTS),
    "reports:reword": access(post=OWN_STUDENT, report_id="report", data={"claim": "who:study"}),
    "reports:reword_keep": access(post=OWN_STUDENT, report_id="report", data={"sealed": "x"}),
    "reports:reword_drop": access(post=OWN_STUDENT, report_id="report", data={"claim": "x"}),
    "reports:shared": access(EVERYONE, token="report_token"),
    "reports:shared_pdf": access(EVERYONE, token="report_token"),
    "reports:batches": access(COUNSELLORS | OFFICES, COUNSELLORS | OFFICES),
    "reports:batch_progress": access(names("office dean"), order_id="report_batch"),
    "reports:batch_cancel": access(post=names("office dean"), order_id="report_batch"),
    "reports:batch_resume": access(post=names("office dean"), order_id="report_batch"),
    # Counselling
    "support:find": access(STUDENTS),
    "support:book": access(names("student peer"), names("student peer"), slot_id="slot"),
    "support:leave": access(post=names("student peer"), slot_id="slot"),
    "support:cancel_slot": access(post=names("counsellor office"), slot_id="slot"),
    "support:mine": access(STUDENTS),
    "support:tasks": access(STUDENTS),
    "support:tick": access(post=names("student counsellor"), task_id="follow_up"),
    "support:appointment": access(names("student counsellor"), appointment_id="talk"),
    "support:step": access(
        post=names("student counsellor"), appointment_id="talk", data={"action": "cancel"}
    ),
    "support:outcome": access(post=names("counsellor"), appointment_id="talk"),
    "support:file": access(names("student counsellor"), appointment_id="talk"),
    "support:move": access(post=OWN_STUDENT, appointment_id="talk", slot_id="slot"),
    "support:feed_settings": access(STUDENTS | COUNSELLING),
    "support:change_feed": access(post=STUDENTS | COUNSELLING),
    "support:feed": access(EVERYONE, token="=calendar-token"),
    "support:calendar": access(COUNSELLING),
    "support:publish": access(COUNSELLING, COUNSELLING),
    "support:caseload": access(COUNSELLING),
    "support:export": access(COUNSELLING),
    "support:note": access(post=names("counsellor office"), student_id="student"),
    "support:correct": access(post=names("counsellor"), note_id="note"),
    "support:follow_up": access(post=names("counsellor office"), student_id="student"),
    "support:workshops": access(STUDENTS | COUNSELLORS | OFFICES),
    "support:plan": access(COUNSELLING, COUNSELLING),
    "support:workshop": access(
        names("student peer counsellor sister_counsellor office dean"), workshop_id="workshop"
    ),
    "support:edit_workshop": access(
        names("counsellor office"), names("counsellor office"), workshop_id="workshop"
    ),
    "support:cancel_workshop": access(post=names("counsellor office"), workshop_id="workshop"),
    "support:attendance": access(
        post=names("counsellor office"), workshop_id="workshop", registration_id="registration"
    ),
    "support:join": access(post=names("student peer"), workshop_id="workshop"),
    "support:load": access(OFFICES, OFFICES),
    # Imports
    "imports:list": access(MANAGERS),
    "imports:upload": access(MANAGERS, MANAGERS),
    "imports:columns": access(OWN_OFFICE, OWN_OFFICE, upload_id="waiting"),
    "imports:result": access(OWN_OFFICE, upload_id="finished"),
    "imports:progress": access(OWN_OFFICE, upload_id="finished"),
    "imports:issues": access(OWN_OFFICE, upload_id="finished"),
    "imports:cancel": access(post=OWN_OFFICE, upload_id="waiting"),
    "imports:repeat": access(post=OWN_OFFICE, upload_id="finished"),
    # Insights. So few people are not shown to outsiders, neither as a chart nor as a file.
    "insights:dashboard": access(MANAGERS | OUTSIDERS),
    "insights:chart": access(MANAGERS, name="=applications"),
    "insights:export": access(MANAGERS, name="=applications"),
    "insights:fairness": access(AUDITORS),
    "insights:fairness_run": access(post=AUDITORS),
    "insights:fairness_progress": access(names("dean"), audit_id="audit"),
    "insights:fairness_csv": access(names("dean"), audit_id="audit"),
    "insights:fairness_xlsx": access(names("dean"), audit_id="audit"),
}

API = {
    "api-schema": access(EVERYONE),
    "api-docs": access(EVERYONE),
    "api:accounts-api:token": access(post=SIGNED_IN, delete=SIGNED_IN),
    "api:students-api:profile": access(STUDENTS, patch=STUDENTS),
    "api:students-api:intention": access(STUDENTS, patch=STUDENTS),
    **dict(entries(STUDENTS, OWN_STUDENT, "skills")),
    **dict(entries(STUDENTS, OWN_STUDENT, "experience")),
    **dict(entries(STUDENTS, OWN_STUDENT, "education")),
    **dict(entries(STUDENTS, OWN_STUDENT, "certificates")),
    **dict(entries(STUDENTS, OWN_STUDENT, "languages")),
    "api:students-api:list": access(STAFF),
    "api:students-api:detail": access(OWN_STAFF, pk="student"),
    "api:postings-api:list": access(SIGNED_IN, CREATORS),
    "api:postings-api:detail": access(AUDIENCE, patch=EDITORS, pk="posting"),
    "api:postings-api:detail [draft]": access(
        OWN_CAMPUS_STAFF | OWN_RECRUITER, patch=EDITORS, pk="draft"
    ),
    "api:postings-api:detail [shared]": access(
        STUDENTS | STAFF | OUTSIDERS | OWN_RECRUITER,
        patch=PLATFORM | OWN_RECRUITER,
        pk="shared",
    ),
    "api:postings-api:state": access(post=EDITORS, pk="posting", data={"action": "close"}),
    "api:applications-api:list": access(
        APPLICATION_READERS,
        names("student peer"),
        data=lambda rows: {"posting": rows.posting.pk, "message": ""},
    ),
    "api:applications-api:detail": access(
        OWN_STUDENT | OWN_RECRUITER | OWN_STAFF, pk="application"
    ),
    "api:applications-api:state": access(
        post=OWN_RECRUITER, pk="application", data={"action": "view"}
    ),
    "api:assessments-api:list": access(STUDENTS),
    "api:assessments-api:results": access(STUDENTS),
    "api:assessments-api:sittings": access(post=STUDENTS, data={"instrument": "values"}),
    "api:assessments-api:sitting": access(
        OWN_STUDENT, OWN_STUDENT, pk="sitting", data={"item": "r1", "value": 3}
    ),
    "api:assessments-api:finish": access(post=OWN_STUDENT, pk="sitting"),
    "api:pathways-api:reachable": access(STUDENTS),
    "api:pathways-api:fit": access(STUDENTS, code="=2-02-10-03"),
    "api:pathways-api:cover": access(STUDENTS, code="=2-02-10-03"),
    "api:support-api:slots": access(STUDENTS),
    "api:support-api:appointments": access(
        STUDENTS | COUNSELLING,
        names("student peer"),
        data=lambda rows: {"slot": rows.slot.pk, "topic": "resume"},
    ),
    "api:support-api:step": access(
        post=names("student counsellor"), pk="talk", data={"action": "cancel"}
    ),
    "api:support-api:tasks": access(STUDENTS | COUNSELLING),
    "api:interviews-api:list": access(STUDENTS, STUDENTS, data={"kind": "civil", "count": 1}),
    "api:interviews-api:detail": access(
        OWN_STUDENT, OWN_STUDENT, pk="interview", data={"number": 1, "words": "x"}
    ),
    "api:plans-api:roadmap": access(STUDENTS),
    "api:plans-api:advice": access(STUDENTS),
    "api:plans-api:tasks": access(STUDENTS, STUDENTS, data={"title": "改简历"}),
    "api:plans-api:task_done": access(post=OWN_STUDENT, delete=OWN_STUDENT, pk="plan_task"),
    "api:scenarios-api:list": access(STUDENTS),
    "api:scenarios-api:runs": access(post=STUDENTS, data={"scenario": "report-delay"}),
    "api:scenarios-api:run": access(
        OWN_STUDENT, OWN_STUDENT, pk="scenario_run", data={"node": "found", "choice": "size"}
    ),
    "api:resumes-api:list": access(STUDENTS, STUDENTS, data={"language": "zh", "title": "x"}),
    "api:resumes-api:detail": access(
        OWN_STUDENT, patch=OWN_STUDENT, pk="resume", data={"title": "x"}
    ),
    "api:resumes-api:versions": access(OWN_STUDENT, OWN_STUDENT, pk="resume"),
    "api:resumes-api:judgement": access(OWN_STUDENT, pk="resume"),
    "api:resumes-api:pdf": access(OWN_STUDENT, pk="resume"),
    "api:reports-api:list": access(STUDENTS, STUDENTS),
    "api:reports-api:latest": access(OWN_STUDENT),
    "api:reports-api:pdf": access(OWN_STUDENT, pk="report"),
    "api:matches-api:codes": access(MANAGERS),
    "api:matches-api:correction": access(
        post=OWN_OFFICE, coding_id="coding", data={"code": "2-06-03-00"}, delete=OWN_OFFICE
    ),
    "api:matches-api:list": access(STUDENTS),
    "api:matches-api:detail": access(names("student peer"), posting_id="posting"),
    "api:matches-api:feedback": access(
        post=names("student peer"),
        delete=names("student peer"),
        posting_id="posting",
        data={"kind": "saved"},
    ),
    "api:matches-api:posting": access(OWN_CAMPUS_STAFF | OWN_RECRUITER, posting_id="posting"),
    "api:insights-api:fairness": access(AUDITORS),
    "api:insights-api:fairness-audit": access(names("dean"), pk="audit"),
}
