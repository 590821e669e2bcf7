from dataclasses import replace

import pytest
from django.urls import reverse

from employment.common.errors import InvalidError
from employment.guidance.resumes.editing import fields_of
from employment.guidance.resumes.enums import Language
from employment.guidance.resumes.models import Resume
from employment.guidance.resumes.proofs import profile_evidence
from employment.guidance.resumes.selectors import verdict_of
from employment.guidance.resumes.services.drafts import save_draft
from employment.guidance.resumes.services.resumes import tailor_resume
from employment.guidance.resumes.services.skills import add_proven_skill
from tests.factories.postings import make_posting, make_requirement
from tests.factories.resumes import FULL, make_resume
from tests.factories.students import make_skill_claim, make_student
from tests.factories.taxonomy import make_skill

pytestmark = pytest.mark.django_db


@pytest.fixture
def variant():
    student, posting = make_student(), make_posting()
    for skill in ("python", "mysql", "java"):
        row = make_skill(skill)
        make_requirement(posting, kind="skill", label=row.name, codes=[row.pk])
    make_resume(student, content=replace(FULL, skills=(), experience=()))
    make_skill_claim(student, skill="python", evidence="用 Python 写了课程项目")
    make_skill_claim(student, skill="mysql")
    return tailor_resume(student=student, posting=posting, language=Language.CHINESE)


def test_only_what_has_evidence_is_proven(variant):
    assert profile_evidence(variant.student) == {"python": "用 Python 写了课程项目"}


def test_a_proven_skill_is_added_with_its_evidence(client, variant):
    client.force_login(variant.student.user)
    page = client.get(reverse("resumes:edit", args=[variant.pk])).content.decode()
    assert "用 Python 写了课程项目" in page

    client.post(reverse("resumes:add_skill", args=[variant.pk]), {"code": "python"})

    skill = Resume.objects.get(pk=variant.pk).content.skills[-1]
    assert (skill.name, skill.evidence) == ("Python", "用 Python 写了课程项目")


@pytest.mark.parametrize("code", ["mysql", "java", "docker", ""])
def test_a_skill_without_evidence_is_never_added(client, variant, code):
    with pytest.raises(InvalidError):
        add_proven_skill(resume=variant, code=code)
    client.force_login(variant.student.user)
    client.post(reverse("resumes:add_skill", args=[variant.pk]), {"code": code})

    assert Resume.objects.get(pk=variant.pk).content.skills == ()


def test_mending_defects_in_the_editor_never_lowers_the_shown_score(client, variant):
    weak = replace(
        FULL.experience[0],
        lines=("负责订单模块的开发", "参与测试", "编写 45 个单元测试，覆盖率从 40% 提升到 85%。"),
    )
    draft = replace(FULL, experience=(weak,), contact=replace(FULL.contact, email="", phone="123"))
    resume = make_resume(variant.student, content=draft)
    client.force_login(variant.student.user)
    mended = [
        {"contact.email": "lin@example.edu.cn"},
        {"contact.phone": "13800000000"},
        {"experience.0.lines.0": FULL.experience[0].lines[0]},
        {"experience.0.lines.1": "设计 120 条用例，发现 17 个缺陷，上线后零故障。"},
    ]
    scores, fields = [verdict_of(resume).score], fields_of(draft)

    for revision, change in enumerate(mended, start=1):
        fields |= change
        client.post(
            reverse("resumes:edit", args=[resume.pk]),
            fields | {"revision": str(revision)},
            headers={"HX-Request": "true"},
        )
        scores.append(verdict_of(Resume.objects.get(pk=resume.pk)).score)

    assert scores == sorted(scores)
    assert scores[-1] > scores[0]


def test_a_version_keeps_its_score(variant):
    saved = save_draft(resume=variant, content=FULL, revision=1).resume

    assert 0 <= verdict_of(saved).score <= 100
    assert sum(part["points"] for part in verdict_of(saved).parts) == verdict_of(saved).score
