"""Titles that offer a course for money instead of work."""

import re

_COURSE = re.compile(
    r"课程\s*[/／]?\s*培训|培训\s*招生|招生(?:简章|中|报名)|(?:就业|技能|岗前)?培训班|包就业"
)


def is_course_advert(title: str) -> bool:
    """Whether a person should look before this is shown as a posting; teaching jobs are not meant
    (培训讲师, 招生老师)."""
    return _COURSE.search(title) is not None
