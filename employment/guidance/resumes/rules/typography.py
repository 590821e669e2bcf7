"""Punctuation and letters by the conventions of the resume's language."""

import re
from collections.abc import Iterator

from employment.guidance.resumes.content import Entry, ResumeContent
from employment.guidance.resumes.rules.findings import Finding, Place, entries, texts
from employment.guidance.resumes.rules.words import proper_names

_HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff][,;!?](?=\s*[\u4e00-\u9fff])|[\u4e00-\u9fff]:(?=[\u4e00-\u9fff])"
)
_FULL_WIDTH = re.compile(r"[，。；：！？、（）“”]")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_SPACES = re.compile(r"\S(?: {2,}|\t+)\S|\u3000")
_SHOUT = re.compile(r"[!！]{1,}|[?？]{2,}")
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]")
_LOWER_START = re.compile(r"[a-z]+\b(?![.\w])")
_OWN_CASE = re.compile(r"(?:pandas|scikit-learn|macOS|iOS|jQuery|npm|iPhone|iPad)\b")
_WIDE_LETTERS = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_SPACED_MARK = {
    "zh": re.compile(r"[^\S\n]+[，。；：、]|([，。；、])\1"),
    "en": re.compile(r"\w\s+[,;:!?](?!\S*[)(])|\w\s+\.(?:\s|$)|[a-z][,;][A-Za-z]|([,;])\1"),
}
_CAPITALS = 20
_STOP = "。.；;"


def find_typography(content: ResumeContent, language: str) -> Iterator[Finding]:
    for place, text in texts(content):
        if place.section != "contact":
            yield from _marks(place, text)
            if _SPACED_MARK[language].search(text):
                yield Finding("mark_spacing", place, text)
            yield from _chinese(place, text) if language == "zh" else _english(place, text)
    for section, index, entry in entries(content):
        yield from _endings(Place(section, index), entry)


def _marks(place: Place, text: str) -> Iterator[Finding]:
    if _SPACES.search(text):
        yield Finding("extra_spaces", place, text)
    if _SHOUT.search(text) or _EMOJI.search(text):
        yield Finding("loud_marks", place, text)
    if _WIDE_LETTERS.search(text):
        yield Finding("wide_letters", place, text)


def _chinese(place: Place, text: str) -> Iterator[Finding]:
    if _HALF_WIDTH.search(text):
        yield Finding("half_width_marks", place, text)


def _english(place: Place, text: str) -> Iterator[Finding]:
    if _FULL_WIDTH.search(text):
        yield Finding("full_width_marks", place, text)
    if _CJK.search(text):
        yield Finding("chinese_in_english", place, text)
    for name in proper_names().finditer(text):
        yield Finding("lower_case_name", place, text, f"{name[0]} → {name[0].capitalize()}")
    is_line = place.line >= 0 or place.section == "summary"
    if is_line and text.isupper() and sum(map(str.isalpha, text)) >= _CAPITALS:
        yield Finding("all_capitals", place, text)
    if is_line and _LOWER_START.match(text) and not _OWN_CASE.match(text):
        yield Finding("lower_case_start", place, text)


def _endings(place: Place, entry: Entry) -> Iterator[Finding]:
    """Full stops after some lines and not after others; the rarer ending is the fault."""
    written = [(number, line.rstrip()) for number, line in enumerate(entry.lines) if line.strip()]
    stopped = [one for one in written if one[1][-1] in _STOP]
    plain = [one for one in written if one[1][-1] not in _STOP]
    if stopped and plain:
        for number, line in min(plain, stopped, key=len):
            yield Finding("uneven_endings", Place(place.section, place.index, number), line)
