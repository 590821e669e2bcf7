"""Cut a posting's text into sentences and tell duties, requirements and the rest apart."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from matching.extraction.headings import Section, find_headings
from matching.normalise.reading import fold


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is the original's ``[start:end]``, ``folded`` the same folded."""

    text: str
    folded: str
    start: int
    end: int
    section: Section

    @property
    def asks(self) -> bool:
        """Whether the sentence stands where conditions are stated."""
        return self.section in {Section.REQUIREMENTS, Section.PREFERRED}


@dataclass(frozen=True, slots=True)
class SentenceIndex:
    """Sentences in order, found by an offset of the original text."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> Sentence | None:
        place = bisect_right(self.starts, offset) - 1
        if place < 0 or offset >= self.sentences[place].end:
            return None
        return self.sentences[place]

    def text_of(self, *sections: Section) -> str:
        return "\n".join(s.text for s in self.sentences if s.section in sections)


_BREAK = re.compile(
    r"[\n。;!?]+|[(]?\d{1,2}\s*[、.):](?!\d)|[①-⑳•●]|[-–—]\s*(?=[\u4e00-\u9fff])|\.\s(?=[a-z])|\s-\s(?=[a-z])"
)
_GLUED = re.compile(r"[a-z0-9.\-~/:]")
_OPENING = re.compile(
    r"[\s,、.:\-–—•●·*#>]*(?:[(]?\d{1,2}\s*[、.):,]+|[①-⑳]|[a-h][、.)](?![a-z]))?[\s,、.:\-–—•●·*】\]]*"
)
_CLOSING = " \t\r\n，,、;；.。:：(（【["
_ASKING = re.compile(
    r"熟[悉练]|精通|掌握|了解|具[备有]|拥有|学历|专业|优先|经验|能力|毕业|证书?者|责任心|性格|沟通|届|善于|抗压|吃苦|诚实|敬业|认真|勤奋|能使用|会使用|意识"
    r"|familiar|proficien|experience|degree|fluent|knowledge|ability"
)
_DOING = re.compile(
    r"(?:主要|日常|全面|主动|独立|积极)?(?:负责|参与|协助|完成|配合|根据|制定|编写|组织|承担|主导|跟进|建立|维护|开展|推动|管理"
    r"|按照|执行|处理|收集|支持|接听|接待|整理|撰写|策划|对接|汇总|统计|安排|定期|指导|监督|审核|核对|录入|登记|办理|实施)"
)
_BOILERPLATE = re.compile(
    r"(?:我们|公司|我司|集团|企业)[^,;。]{0,8}(?:成立于|创立于|创办于|创建于|是一家|致力于|总部|秉承|注册资[本金])"
    r"|有限公司[^,;。]{0,4}(?:拥有|是|成立|作为)|多年来[^,;。]{0,4}致力于|携手共[进创赢]"
    r"|是一家[^,;。]{0,20}(?:公司|企业|集团|机构)|企业文化|热诚欢迎|诚邀您|欢迎(?:您|你)?加入|期待(?:您|你)的加入"
)
_CONDITIONS_OF_WORK = re.compile(
    r"做[五六]休|双休|[五六]险[一二]金|带薪年假|法定节假日|标准工时|免费班车|餐补|包吃|包住|底薪|年终奖"
)
_ASKED = re.compile(
    r"熟[悉练]|精通|掌握|了解|具[备有]|学历|专业|优先|经[验历]|能力|毕业|善于|有.{0,8}[者的]$"
)
_MUST_OPENING = re.compile(
    r"熟[悉练]|精通|掌握|具[备有]|了解.{0,12}(?:优先|者)|有.{0,12}经验|\d.{0,8}年.{0,12}经验"
)
# Traits and wishes that stand among the duties, as where a posting has no second heading.
_TRAIT = re.compile(
    r"优先(?:考虑|录用)?$|能力[较很]?(?:强|突出|优秀|佳)|责任[心感]强|富有责任[心感]|吃苦耐劳|团队(?:合作|协作)?精神"
    r"|^(?:至少|有|扎实|懂|会使用|熟知).{0,24}(?:经[验历]|基础|能力)$|基本读写能力$"
)
_MUST = re.compile(
    r"学历|年(?:及)?以上[^,;。]{0,16}经[验历]|专业[^,;。]{0,6}优先"
    r"|bachelor|proficient|years?.{0,24}experience"
)


def split_sentences(description: str) -> SentenceIndex:
    """Split at line and sentence ends, list numbers and headings; offsets are the text's own."""
    folded = fold(description)
    sentences: list[Sentence] = []
    section, position = Section.UNMARKED, 0
    for heading in find_headings(folded):
        sentences += _until_boilerplate(_cut(description, folded, position, heading.start, section))
        section, position = heading.section, heading.end
    sentences += _until_boilerplate(_cut(description, folded, position, len(folded), section))
    return SentenceIndex(tuple(sentences), tuple(sentence.start for sentence in sentences))


def _until_boilerplate(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Once the employer begins to praise itself, only clear conditions are still conditions."""
    is_praise = False
    for sentence in sentences:
        is_praise = is_praise or bool(_BOILERPLATE.search(sentence.folded))
        if is_praise and not _MUST_OPENING.match(sentence.folded):
            yield replace(sentence, section=Section.OTHER)
        else:
            yield sentence


def _cut(
    description: str, folded: str, start: int, end: int, section: Section
) -> Iterator[Sentence]:
    first = start
    for match in _BREAK.finditer(folded, start, end):
        if match[0][-1] in "、.):" and match.start() and _GLUED.match(folded[match.start() - 1]):
            continue
        yield from _make_sentence(description, folded, first, match.start(), section)
        first = match.start()
    yield from _make_sentence(description, folded, first, end, section)


def _make_sentence(
    description: str, folded: str, first: int, last: int, section: Section
) -> Iterator[Sentence]:
    while first < last and folded[first] in "\n。;!?":
        first += 1
    opening = _OPENING.match(folded, first, last)
    first = opening.end() if opening else first
    text = description[first:last].rstrip(_CLOSING)
    if len(text) > 1:
        end = first + len(text)
        words = folded[first:end]
        yield Sentence(text, words, first, end, _settle(words, section))


def _is_trait(folded: str) -> bool:
    return bool(_TRAIT.search(folded)) and not _DOING.match(folded)


def _settle(folded: str, section: Section) -> Section:
    """Judge a sentence under no heading, or one that does not belong under its heading."""
    if section is Section.OTHER or section is Section.PREFERRED:
        return section
    is_asked = bool(_ASKED.search(folded))
    if not is_asked and (_BOILERPLATE.search(folded) or _CONDITIONS_OF_WORK.search(folded)):
        return Section.OTHER
    if section is Section.UNMARKED:
        is_task = _DOING.match(folded) or not _ASKING.search(folded)
        return Section.DUTIES if is_task else Section.REQUIREMENTS
    if section is Section.DUTIES:
        is_must = _MUST_OPENING.match(folded) or _MUST.search(folded) or _is_trait(folded)
        return Section.REQUIREMENTS if is_must else section
    return Section.DUTIES if _DOING.match(folded) and not is_asked else section
