"""Must show: at least 0.9 over the fields of thirty made files."""

from collections import defaultdict

import pytest

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.reading import Reading, read_resume
from tests.employment.guidance.resumes.reading.scoring import f1, fields
from tests.factories.resume_files import Look, Made, compile_typst, made_files, make_docx, make_pdf
from tests.factories.resume_people import LIN

Pairs = list[tuple[Made, Reading]]


@pytest.fixture(scope="module")
def readings() -> Pairs:
    return [(made, read_resume(made.name, made.data)) for made in made_files()]


def test_fields_of_thirty_files_are_read(readings: Pairs, record_property):
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for made, reading in readings:
        wanted, got = fields(made.content), fields(reading.content)
        for name in wanted:
            counts[name][0] += (wanted[name] & got[name]).total()
            counts[name][1] += (got[name] - wanted[name]).total()
            counts[name][2] += (wanted[name] - got[name]).total()

    scores = {name: f1(*count) for name, count in counts.items()}
    macro = sum(scores.values()) / len(scores)
    record_property("resume_field_f1", {**scores, "macro": macro})

    assert len(readings) == 30
    assert len({made.data for made, _ in readings}) == 30
    assert macro >= 0.9, scores
    assert min(scores.values()) >= 0.85, scores


def test_every_field_names_its_line_and_how_sure_it_is(readings: Pairs):
    for _, reading in readings:
        for one in reading.found:
            assert 0 < one.confidence <= 1
            assert one.line
            assert one.number > 0
        assert len({one.path for one in reading.found}) == len(reading.found)


def test_sources_hold_what_was_read(readings: Pairs):
    for _, reading in readings:
        source = reading.source("contact.email")
        assert source is not None
        assert reading.content.contact.email in source.line


def test_columns_and_tables_are_warned_of(readings: Pairs):
    for made, reading in readings:
        codes = {doubt.code for doubt in reading.doubts}
        assert ("two_columns" in codes) == (made.look.layout == "columns"), made.name


def test_language_is_the_one_most_text_is_in(readings: Pairs):
    for made, reading in readings:
        assert reading.language == ("en" if made.look.headings.startswith("en") else "zh")


def test_an_unknown_section_is_told_and_left_out():
    source = "\n\n".join(
        f"#block(text(size: {size}pt, {text}))"
        for size, text in (
            (18, '"林晓雨"'),
            (10, '"13800138000"'),
            (13, '"教育背景"'),
            (10, '"江南大学 统计学 本科 2023.09-2027.06"'),
            (13, '"我的星座运势"'),
            (10, '"今年宜求职，一切顺利"'),
        )
    )

    reading = read_resume("a.pdf", compile_typst('#set text(font: "Noto Sans CJK SC")\n' + source))

    doubt = next(one for one in reading.doubts if one.code == "unknown_section")
    assert doubt.detail == "我的星座运势"
    assert "今年宜求职" in doubt.lines[0]
    assert reading.left_out == doubt.lines
    assert reading.content.education[0].organisation == "江南大学"


def test_missing_sections_stay_empty():
    bare = ResumeContent(contact=LIN.contact, education=LIN.education)

    content = read_resume("a.docx", make_docx(bare, Look())).content

    assert content == bare


@pytest.mark.parametrize("make", [make_docx, make_pdf])
def test_reading_is_deterministic(make):
    data = make(LIN, Look())

    assert read_resume("a", data) == read_resume("b", data)


def test_a_reading_survives_storage(readings: Pairs):
    for _, reading in readings:
        assert ResumeContent.from_json(reading.content.to_json()) == reading.content
