"""How the lines are worded: verb, number, result, person, tense, length, repetition."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from employment.guidance.resumes.content import Entry, ResumeContent, Skill
from employment.guidance.resumes.rules.findings import (
    WRITTEN,
    Finding,
    Line,
    Place,
    entries,
    lines,
    texts,
)
from employment.guidance.resumes.rules.words import pattern, tech_names, words

LONGEST = {"zh": 70, "en": 34}
SHORTEST = {"zh": 8, "en": 4}
_BULLET = re.compile(r"^[\s\-–—•·●▪◆*]*(?:\d{1,2}[.、)）]\s*)?")
_NUMBER = re.compile(
    r"\d|[一二两三四五六七八九十百千万]+(?:[余多]?[个名人次篇场项家份条天周月年万倍成套件款位组期轮门]|分之)|百分"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand)\b",
    re.IGNORECASE,
)
_NAMED_VERSION = re.compile(r"\b[A-Za-z]+-?\d+(?:\.\d+)*\b|\b[A-Z]\w* \d\.\d\b")
_FIRST_PERSON = {
    "zh": re.compile(r"我们?(?!国|校|院|司|市|省)|本人|笔者|(?<![由对为给])自己(?!动手)"),
    "en": re.compile(r"\bI(?:'m|'ve)?\b|\b(?:my|me|we|our|us|myself|My|We|Our|Me)\b"),
}
_LOOSE = ("vague", "superlative")
_SAME_OPENING = 3
_SERVED = re.compile(
    r"\d[\d,.]*\+?\s+(?:[\w-]+\s+){0,2}(?:students?|users?|customers?|clients?|visitors?|members?|people"
    r"|attendees|participants|guests|pupils|patients|readers|riders|players|shoppers)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![A-Za-z])\d[\d,.]*%?")
_ADVERB = {
    "zh": re.compile(r"(?:积极|日常|平时|共同|曾|一起|全程|深度|多次)"),
    "en": re.compile(
        r"(?:actively|mainly|primarily|also|partly|was|were|mostly)\s+", re.IGNORECASE
    ),
}
_OVERCLAIM = re.compile(r"精通|expert", re.IGNORECASE)
_CJK = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_SPACE_OR_MARK = re.compile(r"[\W_]+")
_LOOKS_PAST = re.compile(r"[a-z]{2,}ed$")


def find_wording(content: ResumeContent, language: str) -> Iterator[Finding]:
    for line in lines(content, *WRITTEN):
        yield from _line_findings(line, language)
    for section, index, entry in entries(content, *WRITTEN):
        yield from _entry_findings(Place(section, index), entry, language)
    yield from _repeated(lines(content))
    for place, text in texts(content):
        yield from _text_findings(place, text, language)
    yield from _skill_findings(content)


def _line_findings(line: Line, language: str) -> Iterator[Finding]:
    text = _BULLET.sub("", line.text)
    verb = weak_start(text, language)
    if verb and (language == "en" or not pattern("result", "zh").search(text)):
        yield Finding("weak_verb", line.place, line.text, verb)
    size = length_of(text, language)
    if size > LONGEST[language]:
        yield Finding("long_line", line.place, line.text, str(LONGEST[language]))
    if size < SHORTEST[language]:
        yield Finding("thin_line", line.place, line.text)


def _entry_findings(place: Place, entry: Entry, language: str) -> Iterator[Finding]:
    written = [(number, text) for number, text in enumerate(entry.lines) if text.strip()]
    if not written:
        return
    without = [(number, text) for number, text in written if not has_number(text)]
    if 2 * len(without) > len(written):
        for number, text in without:
            yield Finding("no_number", Place(place.section, place.index, number), text)
    if not any(has_result(text, language) for _, text in written):
        number, text = written[-1]
        yield Finding("no_result", Place(place.section, place.index, number), text)
    if language == "en":
        yield from _tense(place, entry, written)
    yield from _same_opening(place, written, language)


def _same_opening(place: Place, written: list[tuple[int, str]], language: str) -> Iterator[Finding]:
    """Every line of an entry begins with one word."""
    opening = re.compile(r"[A-Za-z]+" if language == "en" else r"[\u4e00-\u9fff]{2}")
    found = [opening.match(_BULLET.sub("", text)) for _, text in written]
    words_said = {match[0].casefold() if match else "" for match in found}
    if len(written) >= _SAME_OPENING and len(words_said) == 1 and "" not in words_said:
        number, text = written[-1]
        yield Finding("same_opening", Place(place.section, place.index, number), text)


def _tense(place: Place, entry: Entry, written: list[tuple[int, str]]) -> Iterator[Finding]:
    """What is over stands in the past; what goes on may stand in either, but in one of them."""
    told = [(number, text, tense_of(text)) for number, text in written]
    mixes = len({tense for *_, tense in told} & {"past", "present"}) > 1
    for number, text, tense in told:
        at = Place(place.section, place.index, number)
        if tense == "gerund" or (tense == "present" and not entry.current and entry.end):
            yield Finding("tense", at, text)
        elif mixes and tense == "present":
            yield Finding("mixed_tense", at, text)


def _repeated(all_lines: Iterable[Line]) -> Iterator[Finding]:
    def key(line: Line) -> str:
        return _SPACE_OR_MARK.sub("", line.text).casefold()

    for said, group in groupby(sorted(all_lines, key=lambda one: (key(one), one.place)), key):
        for line in list(group)[1:] if said else ():
            yield Finding("duplicate_line", line.place, line.text)


def _text_findings(place: Place, text: str, language: str) -> Iterator[Finding]:
    if place.section != "contact":
        for phrase in pattern("cliche", language).finditer(text):
            yield Finding("cliche", place, text, phrase[0].strip())
        is_told = place.line >= 0 or place.section == "summary"
        if is_told and (match := _FIRST_PERSON[language].search(text)):
            yield Finding("first_person", place, text, match[0])
        for code in _LOOSE if is_told else ():
            for phrase in pattern(code, language).finditer(text):
                yield Finding(code, place, text, phrase[0].strip())
        for wrong, right in tech_names():
            if match := wrong.search(text):
                yield Finding("tech_name", place, text, f"{match[0]} → {right}")


def _skill_findings(content: ResumeContent) -> Iterator[Finding]:
    told = "\n".join(line.text for line in lines(content)).casefold()
    told += "\n".join(f"{e.title} {e.detail}" for _, _, e in entries(content)).casefold()
    told += "\n".join((*content.certificates, *content.languages)).casefold()
    for index, skill in enumerate(content.skills):
        if skill.name.strip() and not skill.evidence and not _is_told(skill, told):
            yield Finding("skill_without_evidence", Place("skills", index), skill.name)
            if _OVERCLAIM.search(f"{skill.level} {skill.name}"):
                yield Finding("overclaim", Place("skills", index), f"{skill.name} {skill.level}")


def _is_told(skill: Skill, told: str) -> bool:
    name = re.escape(skill.name.strip().casefold())
    return bool(re.search(rf"(?<![a-z0-9]){name}(?![a-z0-9+#])", told))


def weak_start(text: str, language: str) -> str:
    """The weak verb the line begins with, or nothing."""
    weak = pattern("weak_verb", language)
    adverb = _ADVERB[language].match(text)
    match = weak.match(text) or (weak.match(text, adverb.end()) if adverb else None)
    return match[0].strip() if match else ""


def has_number(text: str) -> bool:
    """A measure; the 5 of HTML5 is none."""
    return bool(_NUMBER.search(_NAMED_VERSION.sub("", text)))


def has_result(text: str, language: str) -> bool:
    """Said in words, by who was served, or by a second measure beside that of the task."""
    is_measured = len(_COUNTED.findall(_NAMED_VERSION.sub("", text))) > 1
    is_served = language == "en" and bool(_SERVED.search(text))
    return is_measured or is_served or bool(pattern("result", language).search(text))


def length_of(text: str, language: str) -> int:
    """English in words; Chinese in characters, a run of letters or digits counting as two."""
    if language == "en":
        return len(text.split())
    return len(_CJK.findall(text)) + 2 * len(re.findall(r"[A-Za-z0-9.%+#]+", text))


def tense_of(text: str) -> str:
    """Of the line's first word: past, present, gerund, or empty where it is no known verb."""
    match = _WORD.search(_BULLET.sub("", text))
    word = match[0].casefold() if match else ""
    if word.endswith("ing") and _stem_is_verb(word.removesuffix("ing")):
        return "gerund"
    if word in words("irregular_past", "en") or _LOOKS_PAST.match(word):
        return "past"
    known = words("present", "en")
    return "present" if word in known or word.removesuffix("s") in known else ""


def _stem_is_verb(stem: str) -> bool:
    known = words("present", "en")
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return any(form in known for form in (stem, f"{stem}e", doubled))
