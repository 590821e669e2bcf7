"""A profile or a posting as a few short texts, one per facet, without what dilutes them."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from matching.masking import mask_identity
from matching.titles import clean_title
from matching.types import Candidate, RequirementKind, Vacancy

MAX_TITLES = 4
MAX_CHARS = 600

_HEADING = re.compile(
    r"(?P<duty>岗位职责|工作职责|工作内容|职位描述|岗位描述|工作描述|主要职责|职责描述|岗位内容|你将负责"
    r"|responsibilit(?:y|ies)|job description|what you will do)"
    r"|(?P<need>任职要求|任职资格|岗位要求|职位要求|应聘要求|招聘要求|任职条件|能力要求|我们希望你"
    r"|requirements?|qualifications?)"
    r"|(?P<noise>福利待遇|薪资福利|薪酬福利|公司福利|员工福利|岗位福利|我们能?提供|[你您]将会?获得|公司介绍"
    r"|公司简介|关于我们|企业简介|企业文化|工作时间|上班时间|联系方式|联系电话|联系人|工作地址|工作地点"
    r"|上班地址|公司地址|公司地点|投递方式|应聘方式|面试地址|乘车路线|职能类别|关键字"
    r"|benefits|what we offer|about us|about the company)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"五险|六险|七险|[一二]金|公积金|社保|双休|单休|大小周|年终奖|年底奖|餐补|饭补|房补|车补|话补|补贴|包吃|包住"
    r"|包食宿|食宿|住宿|下午茶|零食|团建|旅游|体检|生日|节日|节假日|法定假|带薪|年假|福利|薪资|薪酬|底薪|提成"
    r"|奖金|股权|期权|晋升空间|发展空间|发展平台|扁平|氛围|免费|班车|食堂|上市公司|行业领先|领军|知名企业|成立于"
    r"|总部位于|融资|期待你|欢迎|加入我们|邮箱|电话|微信|简历|面试|公司地址|工作地点|工作时间|上班时间"
    r"|insurance|paid leave|bonus|free (?:lunch|snacks)|stock options",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^。；;！!\n]+[。；;！!\n]?")
_BULLET = re.compile(
    r"^\s*(?:[(（【\[]?[0-9一二三四五六七八九十]{1,2}[)）】\].、:：]|[-•·●◆■*★])\s*"
)


@dataclass(frozen=True, slots=True)
class Facets:
    """Texts of one profile or posting. ``titles`` are compared one by one, best one counts."""

    titles: tuple[str, ...] = ()
    skills: str = ""
    duties: str = ""
    field: str = ""

    def texts(self) -> tuple[str, ...]:
        """All distinct texts that want a vector, in a fixed order."""
        present = (*self.titles, self.skills, self.duties, self.field)
        return tuple(dict.fromkeys(text for text in present if text))


def content_hash(text: str, encoder_name: str) -> str:
    """Key of a stored vector: changes with the text and with the encoder, with nothing else."""
    return hashlib.sha256(f"{encoder_name}\0{text}".encode()).hexdigest()[:32]


def candidate_facets(candidate: Candidate) -> Facets:
    return Facets(
        titles=_distinct(map(clean_title, candidate.target_titles))[:MAX_TITLES],
        skills=_join(mask_identity(record.text) or record.skill for record in candidate.skills),
        duties=_duties_of(candidate),
        field=_join((candidate.major_name, *candidate.courses[:12])),
    )


@lru_cache(maxsize=1 << 14)  # asked for with every pair of a candidate
def written_titles(target_titles: tuple[str, ...]) -> tuple[str, ...]:
    """The titles as written whose cleaned forms are the facet's ``titles``, place by place."""
    written: dict[str, str] = {}
    for title in target_titles:
        written.setdefault(unicodedata.normalize("NFKC", clean_title(title)).strip(), title)
    return tuple(title for cleaned, title in written.items() if cleaned)


def vacancy_facets(vacancy: Vacancy) -> Facets:
    wanted = [r for r in vacancy.requirements if r.kind is RequirementKind.SKILL]
    majors = [r for r in vacancy.requirements if r.kind is RequirementKind.MAJOR]
    return Facets(
        titles=_distinct((clean_title(vacancy.title),)),
        skills=_join(requirement.label for requirement in wanted),
        duties=(clean_text(vacancy.duties) or clean_text(vacancy.description))[:MAX_CHARS],
        field=_join(requirement.label for requirement in majors),
    )


def clean_text(text: str) -> str:
    """Drop benefits, praise of the company, contact lines and bullets; keep duties and demands."""
    kept: list[str] = []
    noise = False
    for clause in _CLAUSE.findall(unicodedata.normalize("NFKC", text)):
        heading = _HEADING.search(clause[:20])
        if heading is not None:
            noise = heading.lastgroup == "noise"
        if not noise and not _is_noise(clause):
            kept.append(_BULLET.sub("", clause).strip())
    return " ".join(clause for clause in kept if clause)


def _is_noise(clause: str) -> bool:
    """A clause is noise when its benefits outweigh the rest: short, or several of them."""
    found = _NOISE.findall(clause)
    return bool(found) and (len(clause) <= 25 or len(found) >= 2)


def _duties_of(candidate: Candidate) -> str:
    told = [f"{record.title} {record.text}".strip() for record in candidate.experiences]
    return _join(map(mask_identity, (*told, candidate.summary)), separator=" ")[:MAX_CHARS]


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    folded = (unicodedata.normalize("NFKC", text).strip() for text in texts)
    return tuple(dict.fromkeys(text for text in folded if text))


def _join(texts: Iterable[str], separator: str = " ") -> str:
    return separator.join(_distinct(texts))[:MAX_CHARS]
