"""Signs that a posting is bait: a course on sale, a training company that recruits pupils under
the name of a job, a seat at a trading desk or a salesperson's sold as analysis.

A strong sign says enough by itself. Weak ones are ordinary alone (an employer may house beginners)
and count together. The words are the text's own, for a person to judge.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from matching.extraction.bait_clues import COURSE_TITLE, EASY, PATTERNS, STRONG, BaitKind, Clue
from matching.extraction.headings import Section
from matching.extraction.sections import split_sentences
from matching.normalise.reading import fold

# How many weak signs of a kind are needed.
ENOUGH = {BaitKind.COURSE: 2, BaitKind.TRAINING: 3, BaitKind.TRADING: 3, BaitKind.SALES: 1}
TOOLS_OF_A_REAL_TEXT = 4
_MARKET = re.compile(r"外汇|期货|贵金属|黄金|股票|炒盘|盘面|行情|操作品种|金融(?:市场|交易|投资)")
# What training companies pretend to offer. A shop or a call centre takes everybody in earnest.
_SKILLED = re.compile(
    r"测试|开发|研发|程序|工程师|数据|分析|算法|设计|运维|软件|网络|技术|机器人|前端|后端|美工"
    r"|java|python|c\+\+|php|(?<![a-z])(?:it|web|ui|app|ai|bi)(?![a-z])"
)
_PLAIN = re.compile(r"客服|销售|业务员|坐席|话务|普工|操作工|电话|顾问|咨询师|猎头|招生")
_TECHNICAL = re.compile(r"(?<![a-z])it|软件|测试|技术|计算机")
_EXPERIENCED = re.compile(
    r"[1-9一二两三]\s*年\s*及?(?:以上)?[^,;。!?\n]{0,12}经[验历](?![^,;。!?\n]{0,6}优先)|毕业满"
)
_TASK = re.compile(
    r"负责|参与|协助|完成|配合|制定|编写|组织|跟进|建立|维护|开展|推动|管理|执行|处理|收集|接听|接待"
    r"|整理|撰写|策划|对接|汇总|统计|安排|监督|审核|核对|录入|办理|开发|设计|测试|分析|销售|联系|拜访"
    r"|讲解|教学|授课|搭建|优化|操作|检查|检测|加工|生产|制图|质检|标注|采集|调试|安装"
)
_TOOL = re.compile(r"[a-z][a-z0-9.+#]*|数据库|编程|算法|白盒|黑盒|接口|爬虫|建模|电路|单片机")
# Latin words that name no tool of a trade.
_NO_TOOLS = frozenset(
    (
        "it", "app", "pc", "bug", "office", "word", "excel", "ppt", "ui", "web", "ip", "wifi",
        "hr", "ok", "pk", "vip", "kpi", "party", "k", "w", "by", "h5", "tv", "cad", "qq", "rmb",
        "case", "come", "on", "bi", "ps",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """``words`` are empty where the sign is that something is missing."""

    kind: BaitKind
    clue: Clue
    words: str

    @property
    def strong(self) -> bool:
        return self.clue in STRONG


def bait_signs(title: str, text: str) -> tuple[Sign, ...]:
    """The signs for which a person should look first; empty where they do not suffice."""
    found: dict[BaitKind, list[Sign]] = defaultdict(list)
    for sign in find_bait_signs(title, text):
        found[sign.kind].append(sign)
    return tuple(sign for kind, signs in found.items() if _suffice(kind, signs) for sign in signs)


def find_bait_signs(title: str, text: str) -> tuple[Sign, ...]:
    """Every sign found, each clue once a kind; many honest postings have one or two weak ones."""
    original = f"{title}\n{text}"
    folded = fold(original)
    signs = [*_title_signs(title), *_signs_of(BaitKind.COURSE, folded, original)]
    if _MARKET.search(folded):
        signs += _signs_of(BaitKind.TRADING, folded, original)
    if _SKILLED.search(fold(title)) and not _PLAIN.search(fold(title)):
        signs += _signs_of(BaitKind.SALES, folded, original)
    if _may_be_training(fold(title), folded):
        signs += _signs_of(BaitKind.TRAINING, folded, original)
        if not _names_duties(text):
            signs.append(Sign(BaitKind.TRAINING, Clue.NO_DUTIES, ""))
    return tuple(signs)


def _suffice(kind: BaitKind, signs: list[Sign]) -> bool:
    if any(sign.strong for sign in signs):
        return True
    return len(signs) >= ENOUGH[kind] and any(sign.clue not in EASY for sign in signs)


def _title_signs(title: str) -> Iterator[Sign]:
    match = COURSE_TITLE.search(fold(title))
    if match:
        yield Sign(BaitKind.COURSE, Clue.COURSE_TITLE, title[match.start() : match.end()])


def _signs_of(kind: BaitKind, folded: str, original: str) -> Iterator[Sign]:
    for clue, pattern in PATTERNS[kind].items():
        match = pattern.search(folded)
        if match:
            yield Sign(kind, clue, original[match.start() : match.end()])


def _may_be_training(title: str, folded: str) -> bool:
    """Whether skilled work is offered, by a text that neither names its tools nor asks for years
    of work: such a text is meant."""
    if _PLAIN.search(title) or _EXPERIENCED.search(folded):
        return False
    tools = {match[0] for match in _TOOL.finditer(folded)} - _NO_TOOLS
    if len(tools) >= TOOLS_OF_A_REAL_TEXT:
        return False
    wish = PATTERNS[BaitKind.TRAINING][Clue.FIELD_WISH].search(folded)
    return bool(_SKILLED.search(title) or (wish and _TECHNICAL.search(wish[0])))


def _names_duties(text: str) -> bool:
    sentences = split_sentences(text).sentences
    return any(s.section is Section.DUTIES and _TASK.search(s.folded) for s in sentences)
