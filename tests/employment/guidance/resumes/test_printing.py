import datetime as dt
import io
from dataclasses import replace

import pypdf
import pytest

from employment.guidance.resumes.enums import Template
from employment.guidance.resumes.printing import file_name, resume_pdf, resume_pictures
from tests.factories.resumes import FULL

HEADINGS = {
    "zh": "个人简介 教育经历 工作经历 项目经历 校园经历 获奖情况 技能 证书 语言",
    "en": "About_me Education Work_experience Projects Campus_activities Awards Skills Certificates"
    " Languages",
}


def text_of(made):
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return "".join("".join(page.extract_text().split()) for page in pages), len(pages)


@pytest.mark.parametrize("template", Template.values)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_name_headings_and_lines_are_text_in_the_pdf(template, language):
    text, pages = text_of(resume_pdf(FULL, language=language, template=template))

    assert pages == 1
    assert "林晓雨" in text
    assert FULL.experience[0].lines[0].replace(" ", "") in text
    for heading in HEADINGS[language].replace("_", "").split():
        assert heading in text


@pytest.mark.parametrize("template", Template.values)
def test_a_long_resume_runs_over_pages_without_loss(template):
    entries = tuple(replace(FULL.experience[0], organisation=f"公司{n}号") for n in range(60))
    text, pages = text_of(
        resume_pdf(replace(FULL, experience=entries), language="zh", template=template)
    )

    assert pages > 1
    assert all(f"公司{n}号" in text for n in range(60))


def test_compact_shrinks_to_one_page_where_classic_needs_two():
    content = replace(FULL, experience=FULL.experience * 7)

    made = {t: resume_pdf(content, language="zh", template=t) for t in ("classic", "compact")}

    assert [text_of(made[name])[1] for name in ("classic", "compact")] == [2, 1]


def test_markup_in_texts_stays_text():
    odd = replace(FULL, summary='#import "x" *粗* $a$ <b> \\ "')

    text, _pages = text_of(resume_pdf(odd, language="zh", template="classic"))

    assert '#import"x"*粗*$a$<b>\\"' in text


def test_pictures_show_the_same_pages():
    pages = resume_pictures(FULL, language="zh", template="modern")

    assert len(pages) == 1
    assert pages[0].startswith(b"<svg")


def test_file_names_keep_chinese_and_lose_what_systems_refuse():
    name = file_name(FULL, title="后端/开发: 一?", day=dt.date(2026, 11, 23))

    assert name == "林晓雨-后端 开发 一 -2026-11-23.pdf"
