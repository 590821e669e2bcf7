"""How employers write: five layouts, wording that depends on the employer, real requirements."""

from collections.abc import Callable

from employment.demo.picks import number, pick, some
from employment.demo.world import DemoPosting

DEGREES = {30: "大专", 40: "本科", 50: "硕士"}
TEAMS = (
    "团队 8 人，新人由一位同事固定带教三个月。",
    "部门今年从 12 人扩到 20 人，岗位为新增。",
    "每周一次技术分享，每季度一次面谈。",
    "第一个月以学习和跟岗为主，之后独立负责一块工作。",
    "我们看重把事情讲清楚的人，不要求加班。",
    "项目周期半年左右，期间有两到三次短期出差。",
    "岗位接替一位转岗的同事，交接期六周。",
    "刚搬到新园区，步行十分钟到地铁。",
    "与高校有联合课题，优秀者可以参与。",
    "一线轮岗三个月后，根据意愿确定方向。",
)
BENEFITS = (
    "五险一金，双休，年度体检。",
    "缴纳五险一金，提供单人宿舍和工作餐。",
    "六险一金，带薪年假 10 天起，节日补贴。",
    "五险一金，转正后报销考证费用。",
    "提供住宿，夜班补贴另计，按规定缴纳社保。",
)
EXPERIENCES = (
    "应届毕业生可",
    "经验不限，欢迎应届生",
    "1年以上相关经验优先",
    "有相关实习经历优先",
    "接受优秀应届生",
)
COHORT_WORDS = ("面向2027届毕业生", "2026届、2027届均可", "")
SOFT = (
    "有责任心，沟通能力好",
    "工作细致，愿意学习",
    "有团队合作精神，能承受一定压力",
    "做事有条理，表达清楚",
)


def description(posting: DemoPosting) -> str:
    layout: Callable[[DemoPosting], str] = pick(LAYOUTS, "layout", posting.number)
    return layout(posting)


def duties(posting: DemoPosting) -> list[str]:
    return some(posting.role.duties, 3 + number("n", posting.number, below=3), "d", posting.number)


def must(posting: DemoPosting) -> str:
    skills = some(posting.role.must, len(posting.role.must), "m", posting.number)
    cue = pick(("熟练掌握", "掌握", "熟悉", "能独立使用"), "cue", posting.number)
    return f"{cue}{'、'.join(skills)}"


def plus(posting: DemoPosting) -> str:
    skills = some(posting.role.plus, 2, "p", posting.number)
    return pick(("了解{0}者优先", "有{0}经验者优先", "会{0}更佳"), "plus", posting.number).format(
        "或".join(skills)
    )


def schooling(posting: DemoPosting) -> str:
    role = posting.role
    majors = some(role.majors, min(2, len(role.majors)), "majors", posting.number)
    ending = pick(
        ("等相关专业", "相关专业", "类专业，特别优秀者可放宽", "专业"), "end", posting.number
    )
    return f"{DEGREES[role.degree]}及以上学历，{'、'.join(majors)}{ending}"


def certificate(posting: DemoPosting) -> str:
    if not posting.role.certificates:
        return ""
    name = pick(posting.role.certificates, "cert", posting.number)
    required = name in ("护士执业资格证", "教师资格证", "幼儿园教师资格证", "导游证")
    return f"持有{name}" if required else f"持有{name}者优先"


def demands(posting: DemoPosting) -> list[str]:
    at = posting.number
    lines = [
        schooling(posting),
        must(posting),
        plus(posting),
        certificate(posting),
        pick(EXPERIENCES, "exp", at),
        pick(SOFT, "soft", at),
        pick(COHORT_WORDS, "cohort", at),
    ]
    return [line for line in lines if line]


def numbered(posting: DemoPosting) -> str:
    """Two numbered lists with headings."""
    work = "\n".join(f"{n}、{line}；" for n, line in enumerate(duties(posting), 1))
    need = "\n".join(f"{n}、{line}；" for n, line in enumerate(demands(posting), 1))
    return f"岗位职责：\n{work}\n任职要求：\n{need}\n{pick(BENEFITS, 'b', posting.number)}"


def bracketed(posting: DemoPosting) -> str:
    work = "\n".join(f"- {line}" for line in duties(posting))
    need = "\n".join(f"- {line}" for line in demands(posting))
    team = pick(TEAMS, "team", posting.number)
    return f"【工作内容】\n{work}\n【我们希望你】\n{need}\n【其他】\n{team}"


def prose(posting: DemoPosting) -> str:
    """A paragraph, as small employers write."""
    work = "，".join(duties(posting))
    need = "；".join(demands(posting))
    team = pick(TEAMS, "team", posting.number)
    return (
        f"{posting.employer.name}招聘{posting.role.titles[0]}，主要工作是{work}。{team}要求{need}。"
    )


def inverted(posting: DemoPosting) -> str:
    """Requirements first, then the day's work."""
    need = "\n".join(f"（{n}）{line}" for n, line in enumerate(demands(posting), 1))
    work = "\n".join(f"（{n}）{line}" for n, line in enumerate(duties(posting), 1))
    benefit = pick(BENEFITS, "b", posting.number)
    return f"职位要求\n{need}\n职位描述\n{work}\n薪资福利：{benefit}"


def sectioned(posting: DemoPosting) -> str:
    team = pick(TEAMS, "team", posting.number)
    work = "。".join(duties(posting))
    need = demands(posting)
    return (
        f"关于岗位：{team}\n你将负责：{work}。\n硬性条件：{need[0]}；{need[1]}。\n"
        f"加分项：{'；'.join(need[2:])}。\n{pick(BENEFITS, 'b', posting.number)}"
    )


LAYOUTS = (numbered, bracketed, prose, inverted, sectioned)
