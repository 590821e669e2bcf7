"""Who may do what by the API, route by route."""

from tests.permission_roles import (
    APPLICATION_READERS,
    AUDIENCE,
    AUDITORS,
    COUNSELLING,
    CREATORS,
    EDITORS,
    EVERYONE,
    MANAGERS,
    OUTSIDERS,
    OWN_CAMPUS_STAFF,
    OWN_OFFICE,
    OWN_RECRUITER,
    OWN_STAFF,
    OWN_STUDENT,
    PLATFORM,
    SIGNED_IN,
    STAFF,
    STUDENTS,
    access,
    entries,
    names,
)

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
    "api:resumes-api:docx": access(OWN_STUDENT, pk="resume"),
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
