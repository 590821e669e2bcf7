"""Layouts of templates, printed forms and browsers; the files of ``test_read`` are plainer."""

import pytest

from employment.guidance.resumes.reading import read_resume
from employment.guidance.resumes.reading.glyphs import plain, without_pictograms
from employment.guidance.resumes.reading.headings import heading_of
from tests.employment.guidance.resumes.reading.scoring import f1, fields
from tests.factories.resume_layouts import LAYOUTS, made_layouts

MADE = {name: (content, data) for name, content, data in made_layouts()}


@pytest.mark.parametrize("name", [make.__name__ for make in LAYOUTS])
def test_layout_is_read(name: str):
    content, data = MADE[name]
    wanted, got = fields(content), fields(read_resume(name, data).content)
    hits, wrong, missed = (
        sum(count[field].total() for field in count)
        for count in (
            {field: wanted[field] & got[field] for field in wanted},
            {field: got[field] - wanted[field] for field in wanted},
            {field: wanted[field] - got[field] for field in wanted},
        )
    )
    faults = {f: (wanted[f] - got[f], got[f] - wanted[f]) for f in wanted if wanted[f] != got[f]}

    assert f1(hits, wrong, missed) >= 0.95, faults


def test_a_running_entry_is_sure_to_run():
    reading = next(
        reading
        for content, data in MADE.values()
        if any(entry.current for entry in content.experience)
        for reading in [read_resume("a", data)]
    )
    number = next(n for n, entry in enumerate(reading.content.experience) if entry.current)

    source = reading.source(f"experience.{number}.current")

    assert source is not None
    assert source.confidence > 0.6


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Education and Training", "education"),
        ("Digital Skills", "skills"),
        ("Skills & Languages", "mixed"),
        ("Volunteering and leadership", "campus"),
        ("Work History", "experience"),
        ("个人评价", "summary"),
        ("💼 工作经历", "experience"),
        ("学生干部经历", "campus"),
        ("【社团活动】", "campus"),
        ("语言学概论", ""),
        ("项目管理", ""),
        ("Project Management", ""),
        ("Volunteer", ""),
        ("学习委员", ""),
    ],
)
def test_headings_are_composed_of_heading_words_alone(text: str, section: str):
    assert heading_of(text) == section


def test_radicals_ligatures_and_icons_are_read_as_what_they_mean():
    assert plain("⺠⽣⻅报⽤⼾ ﬁle") == "民生见报用户 file"
    assert without_pictograms("📱 138　📧 a@b.cn").split() == ["138", "a@b.cn"]
