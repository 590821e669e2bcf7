"""Two universities, two employers, and somebody in every role: who stands where to one student's
profile, application and matches, to one posting for one university, and to one import."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.accounts.models import User
from employment.guidance.plans.services.settings import rotate_feed
from employment.guidance.plans.services.tasks import add_goal
from employment.guidance.reports.services.orders import order_batch, order_report
from employment.guidance.resumes.services.versions import keep_version
from employment.imports.enums import ImportTarget
from employment.imports.services import begin_import, create_import, run_import
from employment.matches.services.runs import start_run
from employment.matches.services.weights import start_refit
from tests.factories.accounts import make_college, make_user
from tests.factories.applications import make_application, make_attachment
from tests.factories.assessments import make_result, make_sitting
from tests.factories.insights import make_audit
from tests.factories.interviews import make_attempt
from tests.factories.matches import make_coding, make_match, make_weights
from tests.factories.pathways import make_course
from tests.factories.plans import make_task
from tests.factories.postings import make_employer, make_posting
from tests.factories.reports import make_link, make_report, make_second_report
from tests.factories.resumes import make_resume, make_uploaded_resume
from tests.factories.scenarios import make_run
from tests.factories.students import (
    make_certificate,
    make_experience,
    make_intention,
    make_language,
    make_skill_claim,
    make_student,
)
from tests.factories.support import counselling_cast
from tests.factories.taxonomy import make_taxonomy

# Texts that only some may ever read, wherever they ask.
SECRETS = {
    "林秘秘": {"student", "recruiter", "counsellor", "office", "dean", "platform"},  # applied
    "林匿名": {"peer", "sister_counsellor", "office", "dean", "platform"},  # only matched
    "13912345678": {"student", "recruiter", "counsellor", "office", "dean", "platform"},
    "闭门招聘工程师": {
        *("student", "peer", "counsellor", "sister_counsellor"),
        *("office", "dean", "recruiter", "platform"),
    },
    "未公开的草稿岗位": {
        *("counsellor", "sister_counsellor", "office", "dean", "recruiter", "platform"),
    },
    "悄悄话只给自己": {"counsellor"},  # a private note
    "老师之间的话": {"counsellor", "office"},
    "内部名册": {"office", "dean", "platform"},
}


@dataclass
class Cast:
    """``clients`` by name, anonymous among them; ``rows`` are what the URLs point at."""

    clients: dict[str, Client]
    rows: SimpleNamespace


def make_cast() -> Cast:
    make_taxonomy()
    college = make_college(name="信息学院")
    home = college.parent
    sister = make_college(university=home, name="文学院")
    abroad = make_college(name="外校学院")
    employer, other_employer = make_employer(), make_employer()
    student = full_student(college, name="林秘秘", phone="13912345678")
    peer = full_student(sister, name="林匿名")
    other = full_student(abroad, name="外校生")

    def person(role, organisation):
        return make_user(role=role, organisation=organisation, name=f"某{role}")

    users = {
        "nobody": make_user(name="无角色"),
        "student": student.user,
        "peer": peer.user,
        "other_student": other.user,
        "recruiter": person(Role.RECRUITER, employer.organisation),
        "other_recruiter": person(Role.RECRUITER, other_employer.organisation),
        "counsellor": person(Role.COUNSELLOR, college),
        "sister_counsellor": person(Role.COUNSELLOR, sister),
        "other_counsellor": person(Role.COUNSELLOR, abroad),
        "office": person(Role.CAREER_OFFICE, home),
        "other_office": person(Role.CAREER_OFFICE, abroad.parent),
        "dean": person(Role.UNIVERSITY_ADMIN, home),
        "other_dean": person(Role.UNIVERSITY_ADMIN, abroad.parent),
        "government": make_user(role=Role.GOVERNMENT),
        "social": make_user(role=Role.SOCIAL),
        "platform": make_user(role=Role.PLATFORM_ADMIN),
    }
    clients = {"anonymous": Client()} | {name: signed_in(user) for name, user in users.items()}
    rows = make_rows(student, peer, employer, users["office"])
    vars(rows).update(counselling_cast(student, users["counsellor"]))
    return Cast(clients, rows)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def full_student(college, **fields):
    name = fields.pop("name")
    user = make_user(role=Role.STUDENT, organisation=college.parent, name=name)
    student = make_student(college=college, user=user, enrolment="claimed", **fields)
    make_intention(student)
    return student


def make_rows(student, peer, employer, office):
    home = student.university
    posting = make_posting(
        employer=employer, audience=home, title="闭门招聘工程师", requirements=True
    )
    for candidate in (student, peer):
        make_match(student=candidate, posting=posting)
    run = start_run(ring=False)
    application = make_application(student=student, posting=posting)
    return SimpleNamespace(
        student=student,
        membership=student.user.memberships.get(),
        match=student.matches.get(),
        consent=student.user.consents.first(),
        employer=employer,
        posting=posting,
        draft=make_posting(
            employer=employer, audience=home, title="未公开的草稿岗位", published=False
        ),
        shared=make_posting(employer=employer, title="面向所有学校的岗位"),
        application=application,
        attachment=make_attachment(application),
        run=run,
        waiting=make_import(home, office),
        audit=make_audit(university=home),
        refit=start_refit(actor=office, ring=False),
        weights=make_weights(),
        coding=make_coding(posting),
        finished=run_import(upload_id=make_import(home, office, begin=True).pk),
        skills=make_skill_claim(student),
        experience=make_experience(student),
        education=student.educations.create(school="江城大学"),
        certificates=make_certificate(student),
        languages=make_language(student),
        sitting=make_sitting(student, answered=2),
        result=make_result(student, code="values"),
        shared_result=make_result(student, code="adaptability", shared=True),
        interview=make_attempt(student),
        shared_interview=make_attempt(student, finished=True, shared=True),
        plan_task=make_task(student),
        plan_goal=add_goal(student=student, title="拿到录用", due=None),
        plan_token=SimpleNamespace(pk=rotate_feed(student=student).feed_token),
        scenario_run=make_run(student, ended=False),
        shared_scenario_run=make_run(student, code="first-day", shared=True),
        resume=make_kept_resume(student),
        shared_resume=make_resume(student, shared=True),
        resume_upload=make_uploaded_resume(student),
        planned_course=make_course(university=student.university),
        report=make_report(student),
        second_report=make_second_report(student),
        report_order=order_report(student=student),
        report_link=make_link(student.guidance_reports.first()),
        report_token=SimpleNamespace(pk=make_link(student.guidance_reports.first()).token),
        report_batch=order_batch(actor=actor_for_user(office)),
        today=timezone.localdate(),
    )


def make_kept_resume(student):
    resume = make_resume(student)
    keep_version(resume=resume)
    return resume


def make_import(university, actor, *, begin=False):
    file = ContentFile("学号,姓名\n1,甲\n,乙\n".encode(), name="内部名册.csv")
    upload = create_import(
        target=ImportTarget.STUDENTS,
        file=file,
        name=file.name,
        actor=actor,
        organisation_id=university.pk,
    )
    if begin:
        begin_import(upload=upload, mapping=upload.mapping, dry_run=True, ring=False)
    return upload
