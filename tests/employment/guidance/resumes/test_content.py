import json

import pytest

from employment.guidance.resumes.content import Contact, Entry, ResumeContent, Skill

CONTENT = ResumeContent(
    contact=Contact(name="林晓雨", links=("https://example.com",)),
    education=(Entry(title="统计学", organisation="江南大学", lines=("专业前 10%",)),),
    skills=(Skill("Python", "熟练"),),
    languages=("CET-6 520",),
)


def test_content_survives_json():
    assert ResumeContent.from_json(json.loads(json.dumps(CONTENT.to_json()))) == CONTENT


@pytest.mark.parametrize(
    "change", [{"version": 9}, {"skills": [{"unknown": 1}]}, {"education": [1]}, {"contact": 3}]
)
def test_another_shape_is_refused(change):
    with pytest.raises(ValueError, match="resume"):
        ResumeContent.from_json({**CONTENT.to_json(), **change})
