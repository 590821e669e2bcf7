"""The demo students have a master resume in two states, and a variant for one posting."""

from dataclasses import replace

from django.db.models import Q

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.enums import Language, Template
from employment.guidance.resumes.models import Resume
from employment.guidance.resumes.services.drafts import save_draft
from employment.guidance.resumes.services.resumes import (
    change_settings,
    create_resume,
    share_resume,
    tailor_resume,
)
from employment.guidance.resumes.services.versions import keep_version
from employment.postings.enums import PostingState
from employment.postings.models import Posting
from employment.students.models import StudentProfile

TEMPLATES = (Template.MODERN, Template.CLASSIC, Template.COMPACT)


def add_resumes() -> None:
    if Resume.objects.exists():
        return
    named = StudentProfile.objects.filter(user__username__startswith="student").order_by("user_id")
    for student, template in zip(named, TEMPLATES, strict=False):
        master = create_resume(student=student, language=Language.CHINESE, title="通用简历")
        change_settings(resume=master, title=master.title, template=template)
        keep_version(resume=master, note="从档案生成")
        save_draft(resume=master, content=mended(master.content), revision=master.revision)
        share_resume(resume=master, shared=template is Template.MODERN)
        create_resume(student=student, language=Language.ENGLISH, title="English resume")
        posting = asked_for(student)
        if posting:
            tailor_resume(student=student, posting=posting, language=Language.CHINESE)


def asked_for(student: StudentProfile) -> Posting | None:
    """The first posting that asks for a skill of theirs; lists are not computed yet."""
    skills = [row.skill_id for row in student.skills.all() if row.skill_id]
    open_to = Q(audience=None) | Q(audience=student.university_id)
    rows = Posting.objects.filter(open_to, state=PostingState.PUBLISHED)
    return rows.filter(requirements__codes__overlap=skills).order_by("pk").first()


def mended(content: ResumeContent) -> ResumeContent:
    """With a phone number and a city, as a student adds them first."""
    contact = replace(content.contact, phone=content.contact.phone or "13800000000", city="杭州")
    return replace(content, contact=contact)
