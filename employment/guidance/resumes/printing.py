"""A resume as PDF or as pictures of its pages, and the name of the file."""

import datetime as dt
from typing import Any

from employment.common.pdf import render_pdf, render_pictures
from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.wording import printed_headings, printed_words


def resume_pdf(content: ResumeContent, *, language: str, template: str) -> bytes:
    return render_pdf(f"resumes/{template}.typ", printed_data(content, language))


def resume_pictures(content: ResumeContent, *, language: str, template: str) -> list[bytes]:
    """The pages of the PDF as SVG."""
    return render_pictures(f"resumes/{template}.typ", printed_data(content, language))


def printed_data(content: ResumeContent, language: str) -> dict[str, Any]:
    headings = printed_headings(language)
    return {
        "resume": content.to_json(),
        "lang": language,
        "words": printed_words(language),
        "sections": [
            {"name": name, "heading": headings[name]}
            for name in content.order
            if name in headings and getattr(content, name)
        ],
    }


def file_name(content: ResumeContent, *, title: str, day: dt.date, ending: str = "pdf") -> str:
    """``姓名-职位-2026-11-23.pdf``; characters that a file system refuses become spaces."""
    text = "-".join(filter(None, (content.contact.name or "resume", title, day.isoformat())))
    clean = "".join(" " if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in text)
    return f"{' '.join(clean.split())[:120]}.{ending}"
