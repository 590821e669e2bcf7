"""Which pages of which role are pictured, and the links that lead to them."""

from dataclasses import dataclass

VISITOR = "visitor"


@dataclass(frozen=True)
class View:
    """A page by its path, or by the links that lead to it from there."""

    name: str
    path: str
    links: tuple[str, ...] = ()


POSTING = r"/postings/\d+/"
DIRECTION = r"/pathways/occupations/[\d-]+/"
STUDENT = r"/students/\d+/"
STUDENTS = (
    View("home", "/"),
    View("students", "/students/"),
    View("student", "/students/", (STUDENT,)),
    View("student-matches", "/students/", (STUDENT, r"/matches/students/\d+/")),
    View("student-plan", "/students/", (STUDENT, r"/plans/students/\d+/")),
    View("applications", "/applications/"),
)
DESK = (
    View("calendar", "/support/calendar/"),
    View("publish", "/support/publish/"),
    View("appointment", "/support/calendar/", (r"/support/appointments/\d+/",)),
    View("caseload", "/support/students/"),
    View("workshops", "/support/workshops/"),
    View("workshop", "/support/workshops/", (r"/support/workshops/\d+/",)),
    View("workshop-new", "/support/workshops/new/"),
)
MATCHING = (
    View("runs", "/matches/runs/"),
    View("occupations", "/matches/occupations/"),
)
OFFICE = (
    *STUDENTS,
    *DESK,
    *MATCHING,
    View("load", "/support/load/"),
    View("report-batches", "/reports/batches/"),
    View("courses", "/pathways/courses/"),
    View("course", "/pathways/courses/", (r"/pathways/courses/\d+/",)),
    View("courses-upload", "/pathways/courses/upload/"),
    View("advice", "/plans/worked/"),
    View("practice", "/scenarios/offers/"),
    View("practice-offer", "/scenarios/offers/", (r"/scenarios/offers/[\w-]+/",)),
    View("manage", "/postings/manage/"),
    View("posting", "/postings/manage/", (POSTING,)),
    View("posting-edit", "/postings/manage/", (POSTING, r"/postings/\d+/edit/")),
    View("requirements", "/postings/manage/", (POSTING, r"/postings/\d+/requirements/")),
    View("posting-matches", "/postings/manage/", (POSTING, r"/matches/postings/\d+/")),
    View("employers", "/postings/employers/"),
    View("employer", "/postings/employers/", (r"/postings/employers/\d+/",)),
    View("imports", "/imports/"),
    View("import-upload", "/imports/new/"),
    View("import-result", "/imports/", (r"/imports/\d+/",)),
    View("dashboard", "/insights/"),
    View("assessment-quality", "/assessments/quality/"),
)
VIEWS: dict[str, tuple[View, ...]] = {
    VISITOR: (
        View("welcome", "/"),
        View("sign-in", "/accounts/login/"),
        View("sign-up", "/accounts/signup/"),
        View("password-reset", "/accounts/password/reset/"),
        View("employer-registration", "/postings/register/"),
        View("algorithm", "/privacy/algorithm/"),
    ),
    "student": (
        View("home", "/"),
        View("matches", "/matches/"),
        View("match", "/matches/", (r"/matches/\d+/",)),
        View("postings", "/postings/"),
        View("posting", "/postings/", (POSTING,)),
        View("apply", "/matches/", (r"/matches/\d+/", r"/applications/new/\d+/")),
        View("applications", "/applications/"),
        View("application", "/applications/", (r"/applications/\d+/",)),
        View("profile", "/students/me/"),
        View("profile-basics", "/students/me/basics/"),
        View("profile-intention", "/students/me/intention/"),
        View("assessments", "/assessments/"),
        View("assessment-intro", "/assessments/interests/"),
        View("assessment-take", "/assessments/", (r"/assessments/sittings/\d+/",)),
        View("assessment-result", "/assessments/", (r"/assessments/results/\d+/",)),
        View("own-data", "/assessments/data/"),
        View("search", "/postings/?q=数据分析"),
        View("directions", "/pathways/"),
        View("direction", "/pathways/", (DIRECTION,)),
        View("courses", "/pathways/", (DIRECTION, rf"{DIRECTION}courses/")),
        View("internships", "/pathways/", (DIRECTION, rf"{DIRECTION}internships/")),
        View("regions", "/pathways/", (DIRECTION, rf"{DIRECTION}regions/")),
        View("transfer", "/pathways/", (DIRECTION, rf"{DIRECTION}transfer/")),
        View("fields-of-study", "/pathways/directions/"),
        View("further-study", "/pathways/further-study/"),
        View("compare", "/pathways/compare/"),
        View("report", "/reports/"),
        View("report-changes", "/reports/", (r"/reports/\d+/changes/",)),
        View("plan", "/plans/"),
        View("plan-settings", "/plans/settings/"),
        View("task", "/plans/", (r"/plans/tasks/\d+/",)),
        View("interviews", "/interviews/"),
        View("interview", "/interviews/", (r"/interviews/\d+/",)),
        View("interview-feedback", "/interviews/", (r"/interviews/\d+/feedback/",)),
        View("prepare", "/matches/", (r"/matches/\d+/", r"/interviews/postings/\d+/")),
        View("scenarios", "/scenarios/"),
        View("scenario", "/scenarios/", (r"/scenarios/runs/\d+/",)),
        View("debrief", "/scenarios/", (r"/scenarios/runs/\d+/debrief/",)),
        View("counselling", "/support/"),
        View("book", "/support/", (r"/support/slots/\d+/",)),
        View("appointments", "/support/mine/"),
        View("appointment", "/support/mine/", (r"/support/appointments/\d+/",)),
        View("workshops", "/support/workshops/"),
        View("consents", "/privacy/"),
        View("erase", "/privacy/erase/"),
        View("email", "/accounts/email/"),
    ),
    "recruiter": (
        View("home", "/"),
        View("own-postings", "/postings/own/"),
        View("own-employer", "/postings/own/employer/"),
        View("posting", "/postings/own/", (POSTING,)),
        View("posting-new", "/postings/new/"),
        View("requirements", "/postings/own/", (POSTING, r"/postings/\d+/requirements/")),
        View("candidates", "/postings/own/", (r"/matches/postings/\d+/",)),
        View("applications", "/applications/"),
        View("application", "/applications/", (r"/applications/\d+/",)),
    ),
    "counsellor": (
        *STUDENTS,
        *DESK,
        View("report-batches", "/reports/batches/"),
        View("application", "/applications/", (r"/applications/\d+/",)),
        View("postings", "/postings/"),
        View("posting", "/postings/", (POSTING,)),
    ),
    "office": OFFICE,
    "dean": (
        View("dashboard", "/insights/"),
        View("students", "/students/"),
        View("fairness", "/insights/fairness/"),
        View("admin", "/admin/"),
    ),
    "government": (View("dashboard", "/insights/"),),
    "social": (View("dashboard", "/insights/"),),
    "platform": (
        View("home", "/"),
        *MATCHING,
        View("weights", "/matches/weights/"),
        View("fairness", "/insights/fairness/"),
        View("employers", "/postings/employers/"),
        View("manage", "/postings/manage/"),
        View("dashboard", "/insights/"),
        View("admin", "/admin/"),
        View("admin-postings", "/admin/postings/posting/"),
    ),
}
