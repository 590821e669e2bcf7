"""What a report says to a reader, in both languages, on paper too."""

import io

import pytest
from django.utils import translation
from pypdf import PdfReader

from employment.guidance.reports.enums import Reader, Section
from employment.guidance.reports.presenters import document_of
from employment.guidance.reports.printing import report_pdf
from employment.guidance.reports.rules.content import content_from
from employment.guidance.reports.wording import SAYERS
from employment.students.enums import Degree
from tests.factories.reports import make_report, make_rich_student
from tests.factories.students import make_experience, make_intention, make_skill_claim, make_student

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]
LANGUAGES = pytest.mark.parametrize("language", ["zh-hans", "en"])
LARGEST_OVERLAP = 0.6


def document(student, language="zh-hans", reader=Reader.STUDENT):
    report = make_report(student)
    with translation.override(language):
        return document_of(
            content_from(report.content),
            version=report.version,
            student_id=student.pk,
            reader=reader,
            person=student.name,
        )


def overlap(one, other):
    """The larger share of either report's sentences that the other has too."""
    first, second = set(one.sentences), set(other.sentences)
    return len(first & second) / min(len(first), len(second))


def accountant():
    student = make_student(major="120203K", degree=Degree.MASTER, cohort=2028)
    make_intention(student, titles=["会计"], occupations=["2-06-03-00"], regions=["340100"])
    make_skill_claim(student, skill="accounting", evidence="税务师事务所记账")
    make_experience(
        student, kind="internship", title="事务所实习", description="完成 40 户小企业的会计核算。"
    )
    return student


@LANGUAGES
def test_different_students_read_different_reports(language):
    empty = make_student(bare=True, consents=False, major=None)
    documents = [document(one, language) for one in (make_rich_student(), accountant(), empty)]

    for at, one in enumerate(documents):
        for other in documents[at + 1 :]:
            assert overlap(one, other) < LARGEST_OVERLAP


@LANGUAGES
def test_every_claim_of_strength_or_gap_leads_to_its_row(client, language):
    student = make_rich_student()
    client.force_login(student.user)
    chapters = {one.code: one for one in document(student, language).chapters}

    urls = [p.url for code in ("strengths", "gaps") for x in chapters[code].lines for p in x.proofs]

    assert len(urls) >= 4
    own = [url for url in urls if url.startswith(("/students/", "/matches/"))]
    assert own
    assert {client.get(url).status_code for url in own} == {200}


@LANGUAGES
@pytest.mark.parametrize("make", [make_rich_student, make_student])
def test_the_pdf_holds_the_name_and_every_heading(make, language):
    student = make()
    student.user.name = "欧阳清"
    student.user.save()
    with translation.override(language):
        made = document(student, language)
        text = text_of(report_pdf(made))

        assert "欧阳清" in text
        for section in Section:
            assert squeezed(section.label) in text
        for line in made.sentences[:5]:
            assert squeezed(line) in text


def text_of(pdf):
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def squeezed(text):
    """Line ends of the page do not count."""
    return "".join(str(text).split())


def test_the_report_begins_with_what_matters_most():
    made = document(make_rich_student())
    first = {one.code: one.lines[0].text for one in made.chapters if one.lines}

    assert [code for _label, code, _line in made.brief] == ["strengths", "gaps", "path"]
    assert [line.text for _label, code, line in made.brief] == [
        first[code] for code in ("strengths", "gaps", "path")
    ]
    assert squeezed(made.brief[0][0]) in text_of(report_pdf(made))


def test_guests_and_staff_get_no_links_of_the_student():
    student = make_rich_student()

    guest = document(student, reader=Reader.GUEST)
    staff = document(student, reader=Reader.STAFF)

    lines = [line for chapter in guest.chapters for line in chapter.lines]
    assert not any(proof.url for line in lines for proof in line.proofs)
    lines = [line for chapter in staff.chapters for line in chapter.lines]
    assert not any("/me/" in proof.url for line in lines for proof in line.proofs)


@LANGUAGES
def test_every_code_has_a_sentence_in_both_languages(language):
    chapters = document(make_rich_student(), language).chapters

    assert all(chapter.lines or chapter.empty for chapter in chapters)
    assert not [s for c in chapters for line in c.lines for s in [line.text] if "%(" in s]
    assert len(SAYERS) > 40
