"""Find the headings that divide a posting: duties, requirements, what is a plus, the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    DUTIES = "duties"
    REQUIREMENTS = "requirements"
    PREFERRED = "preferred"
    OTHER = "other"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Heading:
    section: Section
    start: int
    end: int


_CORES: dict[Section, tuple[str, ...]] = {
    Section.PREFERRED: (
        "加分项", "加分条件", "加分要求", "加分", "优先条件", "优先项", "优先录用条件", "优先选择", "优先考虑条件",
        "优先录用", "优先考虑", "nice to have", "preferred qualifications", "preferred skills", "bonus points",
    ),
    Section.DUTIES: (
        "职责描述", "职责内容", "职责概述", "职责范围", "职责", "内容描述", "工作描述", "描述", "内容", "任务", "职能",
        "岗位说明", "职位说明", "岗位介绍", "职位介绍", "岗位概述", "职位概述", "职位信息", "岗位信息",
        "你将负责", "你会负责", "你将参与", "你要做什么", "job description", "responsibilities", "duties",
        "what you'll do", "what you will do", "about the role",
    ),
    Section.REQUIREMENTS: (
        "要求", "资格", "条件", "需求", "标准", "必备技能", "技能包", "必备素质", "素质", "希望你", "希望您",
        "希望你是", "我们需要", "我们期待", "你需要", "你需要具备", "对你的期望", "任职者", "requirements", "requirement",
        "qualifications", "qualification", "skills required", "who you are", "what we look for", "必备项", "能力",
        "基本技能", "专业技能", "技能", "你需要具备的",
    ),
    Section.OTHER: (
        "福利待遇", "薪资待遇", "薪酬待遇", "薪资福利", "薪酬福利", "薪酬", "福利", "待遇", "薪资", "薪资结构", "薪资构成",
        "我们提供", "公司提供", "我们的优势", "公司优势", "我们能给你的", "你将获得", "你可以获得", "你能获得", "你将得到",
        "工作时间", "上班时间", "工作地点", "上班地点", "工作地址", "公司地址", "面试地址", "面试时间", "办公地点", "实习地点",
        "实习时间", "实习期", "地址", "联系方式", "联系人", "联系电话", "公司简介", "企业简介", "公司介绍", "企业介绍", "团队介绍",
        "部门介绍", "项目介绍", "平台介绍", "公司背景", "项目背景", "关于我们", "晋升通道", "晋升空间", "晋升机制", "发展空间",
        "发展前景", "职业发展", "培训体系", "乘车路线", "benefits", "about us", "what we offer", "why us", "工作环境",
        "职位亮点", "岗位亮点", "职位优势", "温馨提示", "面试流程",
    ),
}  # fmt: skip
_SECTION_OF = {core: section for section, cores in _CORES.items() for core in cores}
_CORE = re.compile("|".join(sorted(map(re.escape, _SECTION_OF), key=len, reverse=True)))
_PREFIX = re.compile(
    r"(?:任职|岗位|职位|招聘|应聘|能力|技能|技术|专业|专业技能|基本|硬性|职业|录用|人员|素质|工作|其他|其它|我们的|我们|实习"
    r"|知识|学历|资质|聘任|经验|主要|核心|具体|日常|必备|必要|必须|职务|个人|综合|申请|候选人|以下|额外|员工|公司|企业|对您的|对你的"
    r"|任职资格|任职要求|职责|职位描述|和|及|与|/|、|&|者|的|岗|该|本|[a-z]{2,12}|\s)+$"
)  # fmt: skip
_LONE = {
    "描述",
    "内容",
    "能力",
    "技能",
    "任务",
    "标准",
    "需求",
    "职能",
    "素质",
    "加分",
    "优先考虑",
    "优先录用",
}
_UNMISTAKABLE = {"职责", "职责描述", "要求", "资格", "条件", "描述"}
_TERMINATOR = re.compile(
    r"(?:\s*(?:[/(（]?\s*[a-z][a-z ]{2,40}[)）]?))?\s*"
    r"(?:(?P<strong>[)）】\]」》>*]*\s*[::】\]」》>]|\s*\n|\s*$)"
    r"|(?P<weak>(?=\s*(?:[(（]?\d{1,2}\s*[、.)）,，:]|[①-⑳•●·\-]))))"
)
_BOUNDARY = "\n。；;!?！？】]」》>:：,，.、 \t(（【[「《<#*•●-"
_ENUMERATED = re.compile(r"[一二三四五六七\d]\s*[、.．,，:]?\s*")
_PREFIX_REACH = 16


def find_headings(folded: str) -> Iterator[Heading]:
    """Headings of a folded text in order; the text between two belongs to the first."""
    position = 0
    for match in _CORE.finditer(folded):
        terminator = _TERMINATOR.match(folded, match.end())
        if terminator is None or match.start() < position:
            continue
        start = _start_of(folded, match, is_strong=bool(terminator["strong"]))
        if start is not None and start >= position:
            position = terminator.end()
            yield Heading(_SECTION_OF[match[0]], start, position)


def _start_of(folded: str, core: re.Match[str], *, is_strong: bool) -> int | None:
    """Where the heading begins, or ``None`` when the core is the end of an ordinary sentence."""
    floor = max(0, core.start() - _PREFIX_REACH)
    before = folded[floor : core.start()]
    prefix = _PREFIX.search(before)
    start = floor + prefix.start() if prefix else core.start()
    is_at_boundary = start == 0 or folded[start - 1] in _BOUNDARY
    if not is_at_boundary and _ENUMERATED.match(folded[start - 1]):
        is_at_boundary = True
    has_prefix = bool(prefix and prefix[0].strip())
    if _SECTION_OF[core[0]] is Section.PREFERRED and not is_at_boundary:
        return None
    if has_prefix and (is_at_boundary or is_strong or core[0] in _UNMISTAKABLE):
        return start
    if is_at_boundary and is_strong and core[0] not in _LONE:
        return start
    return start if is_at_boundary and core[0] not in _LONE and len(core[0]) > 2 else None
