import io
from dataclasses import replace
from urllib.parse import unquote

import docx
import pytest
from docx.oxml.ns import qn

from employment.guidance.resumes.reading import read_resume
from employment.guidance.resumes.word import MIME, resume_docx
from tests.factories.resume_people import PEOPLE
from tests.factories.resumes import FULL, make_resume
from tests.factories.students import make_student


def opened(content, language):
    return docx.Document(io.BytesIO(resume_docx(content, language=language)))


@pytest.mark.parametrize(
    ("language", "heading", "now"), [("zh", "教育经历", "至今"), ("en", "Education", "now")]
)
def test_headings_and_period_are_in_the_resumes_language(language, heading, now):
    entry = replace(FULL.experience[0], end="", current=True)
    document = opened(replace(FULL, experience=(entry,)), language)
    texts = [paragraph.text for paragraph in document.paragraphs]

    assert texts[0] == FULL.contact.name
    assert heading in texts
    assert any(text.endswith(f"– {now}") for text in texts)
    assert FULL.experience[0].lines[0] in texts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_script_has_a_named_font_and_none_of_the_theme(language):
    document = opened(FULL, language)
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
        assert fonts.get(qn("w:ascii"))
        assert not any("Theme" in key for key in fonts.attrib)


@pytest.mark.parametrize("content", PEOPLE, ids=lambda one: one.contact.name)
def test_what_was_exported_is_read_back(content):
    language = "en" if content.contact.name.isascii() else "zh"

    read = read_resume("a.docx", resume_docx(content, language=language)).content

    assert read.contact.name == content.contact.name
    assert read.contact.email == content.contact.email
    assert [e.organisation for e in read.education] == [e.organisation for e in content.education]
    assert [e.lines for e in read.experience] == [e.lines for e in content.experience]


def test_markup_and_control_characters_do_no_harm():
    odd = replace(FULL, summary="<w:p> & \x07 ]]>")

    assert "<w:p> &" in "".join(p.text for p in opened(odd, "zh").paragraphs)


def test_the_same_content_makes_the_same_document():
    one, other = opened(FULL, "zh"), opened(FULL, "zh")

    assert one.element.xml == other.element.xml
    assert one.core_properties.created == other.core_properties.created


@pytest.mark.django_db
def test_the_page_offers_the_file_under_a_chinese_name(client):
    student = make_student()
    client.force_login(student.user)
    resume = make_resume(student)

    answer = client.get(f"/resumes/{resume.pk}/docx/")

    assert answer["Content-Type"] == MIME
    assert "attachment" in answer["Content-Disposition"]
    assert f"{FULL.contact.name}-{resume.title}" in unquote(answer["Content-Disposition"])
    assert f"/resumes/{resume.pk}/docx/" in client.get(f"/resumes/{resume.pk}/").content.decode()
