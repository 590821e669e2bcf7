"""Skills, certificates and languages: lists in many shapes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from employment.guidance.resumes.content import Skill
from employment.guidance.resumes.reading.found import GUESSED, PLACED, SHAPED, Found, found
from employment.guidance.resumes.reading.lines import Line

LONGEST = 40
_SPLIT = re.compile(r"[、,，;；|｜\t。•·]\s*|\s{2,}|\s+/\s+|(?<=[A-Za-z+#])/(?=[A-Za-z])(?!CD\b)")
_NOT_IN_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_LABEL = re.compile(r"^([\u4e00-\u9fffA-Za-z][^:：、,，]{0,24})[:：]\s*")
_LABEL_KINDS = {
    "certificates": re.compile(r"证书|资格|资质|^certif|^licen[cs]e", re.IGNORECASE),
    "skills": re.compile(
        r"技能|软件|工具|技术|编程|开发|框架|数据库|专长|办公|计算机|skill|software|tool|technical"
        r"|programming|framework|database|technolog",
        re.IGNORECASE,
    ),
    "languages": re.compile(r"^语言|外语|英语|语言(?:能力|水平)|languages?$", re.IGNORECASE),
}
_LEVELS = r"精通|熟练(?:掌握|使用|运用|应用|操作)?|掌握|熟悉|了解|能够?(?:熟练)?使用|会用?|擅长"
_LEVEL_BEFORE = re.compile(
    rf"^(?:{_LEVELS}|proficient (?:in|with)|familiar with|skilled in|experienced (?:in|with)"
    r"|expert in|basic|advanced|working knowledge of|fluent in|knowledge of)\s*",
    re.IGNORECASE,
)
_LEVEL_AFTER = re.compile(
    r"\s*(?:[(（]\s*([^)）]{1,16})\s*[)）]|[-–—:：]\s*(精通|熟练|掌握|熟悉|了解|良好"
    r"|proficient|advanced|intermediate|basic|familiar|expert|fluent))$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:等(?:办公软件|软件|工具|技术|语言|框架)?|编程(?:语言)?|软件的?(?:使用|操作)|and)$"
)
_HEAD = re.compile(r"^(?:and|以及|和|及|等)\s*")
_LANGUAGE = re.compile(
    r"CET|大学英语|英语|英文|日语|日本语|韩语|法语|德语|俄语|西班牙语|普通话|粤语|雅思"
    r"|托福|专业?[四八]级|专[四八]|TEM|四六级|^[四六]级|[藏维蒙壮彝]语|维吾尔语|蒙古语|哈萨克语|朝鲜语|葡萄牙语|意大利语|阿拉伯语|泰语|越南语"
    r"|\b(?:IELTS|TOEFL|GRE|JLPT|TOPIK|English|Mandarin|Chinese|Japanese|Korean|French"
    r"|German|Cantonese|Spanish|Russian)\b|N[1-5](?:$|\s)",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"证书?(?:$|[\s(（])|资格|驾照|驾驶证|C1|等级考试|计算机[一二三四]级|从业|软考|CPA"
    r"|CFA|ACCA|PMP|执业|教师资格"
    r"|\b(?:Certificate|Certified|Certification|Licen[cs]e|NCRE|Associate Developer|Driver)\b",
    re.IGNORECASE,
)


_MANDARIN = re.compile(r"普通话.*[级等甲乙]")


@dataclass(slots=True)
class Items:
    """What the lists of a resume hold, with places."""

    skills: list[Skill] = field(default_factory=list)
    certificates: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    finds: list[Found] = field(default_factory=list)

    def add(self, section: str, text: str, level: str, sure: float, line: Line) -> None:
        if section == "skills":
            if text.casefold() in {skill.name.casefold() for skill in self.skills}:
                return
            self.finds.append(found(f"skills.{len(self.skills)}", text, sure, line))
            self.skills.append(Skill(text, level))
            return
        kept: list[str] = getattr(self, section)
        if text not in kept:
            self.finds.append(found(f"{section}.{len(kept)}", text, sure, line))
            kept.append(text)


def read_items(section: str, lines: Sequence[Line], items: Items) -> None:
    """``section`` is skills, certificates, languages or mixed; adds to ``items``."""
    for line in lines:
        label, pieces = _pieces(line.text)
        named = _kind_of_label(label)
        for piece in pieces:
            kind = _kind(named or section, piece, label)
            text, level = _named(piece, label) if kind == "skills" else (piece, "")
            if text:
                items.add(kind, text, level, _sure(section, kind, named), line)


def _sure(section: str, kind: str, named: str) -> float:
    """Among mixed items only what neither label nor words tell apart is a guess."""
    if section == "mixed" and not named and kind == "skills":
        return GUESSED
    return SHAPED if kind != section else PLACED


def _kind_of_label(label: str) -> str:
    return next((kind for kind, names in _LABEL_KINDS.items() if names.search(label)), "")


def _pieces(text: str) -> tuple[str, list[str]]:
    """A leading label, and the items after it; commas within brackets part nothing."""
    first, tab, others = text.partition("\t")
    if tab and (_kind_of_label(first) or first.endswith((":", "："))):
        text = f"{first.rstrip(':：')}: {others}"
    label = _LABEL.match(text)
    rest = text[label.end() :] if label and not _LEVEL_BEFORE.fullmatch(label[1]) else text
    shielded = _NOT_IN_BRACKETS.sub(lambda m: re.sub(r"[^()（）]", "\0", m[0]), rest)
    pieces, at = [], 0
    for gap in _SPLIT.finditer(shielded):
        pieces.append(rest[at : gap.start()])
        at = gap.end()
    pieces.append(rest[at:])
    cleaned = (piece.strip(" .。;；,，") for piece in pieces)
    return (label[1] if label else ""), [piece for piece in cleaned if piece]


def _kind(section: str, piece: str, label: str) -> str:
    """Where the item belongs: a certificate among the skills is one."""
    if section == "certificates" and _MANDARIN.search(piece):
        return section
    if section in {"certificates", "languages"} and not _is_other(section, piece):
        return section
    if _CERTIFICATE.search(piece):
        return "certificates"
    if _LANGUAGE.search(piece) or re.search(r"语言能力|外语|英语|[Ll]anguages?$", label):
        return "languages" if not re.search("编程|程序|开发|[Pp]rogramming", label) else "skills"
    return section if section != "mixed" else "skills"


def _is_other(section: str, piece: str) -> bool:
    is_language, is_paper = bool(_LANGUAGE.search(piece)), bool(_CERTIFICATE.search(piece))
    return (
        is_language and not is_paper if section == "certificates" else is_paper and not is_language
    )


def _named(piece: str, label: str) -> tuple[str, str]:
    """(name, level) of one skill."""
    level = ""
    if match := _LEVEL_BEFORE.match(piece):
        level, piece = match[0].strip(), piece[match.end() :]
    elif label and _LEVEL_BEFORE.fullmatch(label):
        level = label
    if match := _LEVEL_AFTER.search(piece):
        level, piece = (match[1] or match[2]).strip(), piece[: match.start()]
    name = _HEAD.sub("", _TAIL.sub("", piece.strip(" .")).strip())
    return (name if len(name) <= LONGEST else ""), level


def joined(lines: Sequence[Line]) -> Iterator[str]:
    return (line.text.replace("\t", " ") for line in lines)
