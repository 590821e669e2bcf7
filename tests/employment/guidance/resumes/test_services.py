from dataclasses import replace

import pytest

from employment.common.errors import StateError
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.enums import Kind, Language
from employment.guidance.resumes.models import DraftStep, Resume
from employment.guidance.resumes.services.drafts import save_draft, take_back
from employment.guidance.resumes.services.resumes import create_resume, tailor_resume
from employment.guidance.resumes.services.rows import KEPT_STEPS
from employment.guidance.resumes.services.versions import keep_version, restore_version
from employment.students.enums import ExperienceKind
from tests.factories.postings import make_posting
from tests.factories.resumes import FULL, make_resume
from tests.factories.students import (
    make_certificate,
    make_experience,
    make_intention,
    make_language,
    make_skill_claim,
    make_student,
)

pytestmark = pytest.mark.django_db


def with_target(text):
    return replace(FULL, target=text)


def test_a_resume_from_the_profile_says_what_the_profile_proves():
    student = make_student(phone="13800000000", summary="我会写接口。")
    make_intention(student, titles=["软件开发工程师"])
    make_skill_claim(student, evidence="课程设计")
    make_experience(student, kind=ExperienceKind.INTERNSHIP, description="写接口；\n2. 修缺陷。")
    make_experience(student, title="志愿者", kind=ExperienceKind.VOLUNTEER, description="")
    make_certificate(student)
    make_language(student, score="520")

    content = create_resume(student=student, language=Language.CHINESE, title="一").content

    assert (content.contact.name, content.contact.phone) == (student.name, "13800000000")
    assert content.target == "软件开发工程师"
    assert content.education[0].title == student.major.label
    assert content.experience[0].lines == ("写接口；", "修缺陷。")
    assert content.campus[0].title == "志愿者"
    assert [(s.name, s.evidence) for s in content.skills] == [("Python", "课程设计")]
    assert (len(content.certificates), len(content.languages)) == (1, 1)


def test_saving_raises_the_revision_and_can_be_taken_back():
    resume = make_resume(make_student())

    saved = save_draft(resume=resume, content=with_target("新"), revision=1).resume
    again = save_draft(resume=resume, content=with_target("新"), revision=1)

    assert (saved.revision, saved.content.target) == (2, "新")
    assert (again.resume.revision, again.conflict) == (2, None)
    back = take_back(resume=resume)
    assert (back.revision, back.content) == (3, FULL)
    with pytest.raises(StateError):
        take_back(resume=resume)


def test_a_second_window_overwrites_nothing_and_loses_nothing():
    resume = make_resume(make_student())
    save_draft(resume=resume, content=with_target("窗口一"), revision=1)

    late = save_draft(resume=resume, content=with_target("窗口二"), revision=1)
    repeated = save_draft(resume=resume, content=with_target("窗口二"), revision=1)

    assert late.resume.content.target == "窗口一"
    assert late.conflict.content.target == "窗口二"
    assert repeated.conflict == late.conflict
    assert resume.versions.count() == 1


def test_only_the_newest_steps_are_kept():
    resume = make_resume(make_student())
    for number in range(KEPT_STEPS + 5):
        save_draft(resume=resume, content=with_target(f"目标{number}"), revision=number + 1)

    assert DraftStep.objects.count() == KEPT_STEPS


def test_the_same_draft_is_one_version():
    resume = make_resume(make_student())

    first, second = keep_version(resume=resume, note="一"), keep_version(resume=resume)

    assert first == second
    assert first.note == "一"


def test_restoring_keeps_what_was_there():
    resume = make_resume(make_student())
    first = keep_version(resume=resume)
    save_draft(resume=resume, content=with_target("后来"), revision=1)

    restored = restore_version(version=first)

    assert restored.content == FULL
    assert resume.versions.first().content.target == "后来"


def test_tailoring_copies_the_master_once():
    student, posting = make_student(), make_posting(title="后端工程师")
    master = make_resume(student)

    variant = tailor_resume(student=student, posting=posting, language=Language.CHINESE)
    again = tailor_resume(student=student, posting=posting, language=Language.CHINESE)

    assert variant == again
    assert (variant.kind, variant.parent, variant.content.target) == (
        Kind.VARIANT,
        master,
        "后端工程师",
    )
    assert master.content.target == FULL.target


def test_tailoring_without_a_master_starts_from_the_profile():
    student = make_student()

    tailor_resume(student=student, posting=make_posting(), language=Language.ENGLISH)

    assert sorted(Resume.objects.values_list("kind", "language")) == [
        ("master", "en"),
        ("variant", "en"),
    ]


def test_an_empty_resume_is_valid_content():
    resume = make_resume(make_student(), content=ResumeContent())

    assert resume.content == ResumeContent()
