"""The head of an entry: which of its pieces is the organisation, the title, the degree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from employment.guidance.resumes.reading.dates import Period
from employment.guidance.resumes.reading.found import GUESSED, LABELLED, PLACED, SHAPED

_SEPARATOR = re.compile(
    r"\t|\s*[|｜•·]\s*|\s{2,}|\s+[-‒–—/]\s+|[,，;；](?!\s*(?:Ltd|Inc|LLC|Limited|Corp|GmbH)\b)\s*|\s+(?:at|@)\s+(?=[A-Z])"
    r"|(?<=[\u4e00-\u9fff）)])\s+(?=[\u4e00-\u9fff])"
)
SCHOOL = re.compile(
    r"大学|学院|学校|中学|(?<!\w)(?:University|College|Institute|School|Academy|Polytechnic"
    r"|Universit[àéä]t?|Université)\b",
    re.IGNORECASE,
)
_UNIVERSITY = re.compile(r"大学|University|Institute of Tech|职业技术学院|专科学校", re.IGNORECASE)
_DEGREE = re.compile(
    r"博士(?:研究生)?|硕士(?:研究生)?|研究生|(?:大学)?本科|学士|大专|专科|专升本|高职|中专"
    r"|(?:Bachelor|Master|Doctor|Associate)(?:'s)?(?:\s+(?:of|degree)(?:\s+(?:Science"
    r"|Arts|Engineering|"
    r"Management|Economics|Laws|Education|Medicine|Business Administration|Philosophy"
    r"|Fine Arts))?)?"
    r"|\b(?:B\.?\s?Sc\.?|B\.?A\.?|B\.?Eng\.?|B\.?S\.?|M\.?\s?Sc\.?|M\.?A\.?|M\.?Eng\.?"
    r"|MBA|Ph\.?D\.?|LL\.?B\.?|BBA)(?![A-Za-z])"
)
_GPA = re.compile(
    r"(?:(?:平均)?(?:学分)?绩点|均分|加权(?:平均分|均分)?|平均(?:分|成绩)"
    r"|GPA)\s*[:：]?\s*(\d{1,3}(?:\.\d+)?(?:\s*/\s*\d+(?:\.\d+)?)?)",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:专业|年级|班级|综合)?(?:成绩)?排名\s*[:：]?\s*(?:前\s*)?\d+(?:\s*/\s*\d+"
    r"|\s*%)?|(?:专业|年级)?前\s*\d+\s*%|[Tt]op\s+\d+\s*%|[Rr]ank(?:ed"
    r"|ing)?\s*:?\s*\d+\s*/\s*\d+"
)
_LABELS = {
    "title": re.compile(
        r"^(?:(?:所学|主修)?专业|(?:\w{0,2}(?:岗位|职位|职务))|(?:项目|课题)名称|职责岗位|担任|项目"
        r"|major|position|(?:job |project )?title|project)\s*[:：]\s*",
        re.I,
    ),
    "organisation": re.compile(
        r"^(?:(?:毕业|就读|所在)?(?:学校|院校)|\w{0,2}(?:公司|单位|企业|组织|社团)(?:名称)?|school"
        r"|university|company|employer|organi[sz]ation)\s*[:：]\s*",
        re.I,
    ),
    "detail": re.compile(
        r"^(?:学历|学位|学历学位|学历/学位|\w{0,2}角色|degree|role)\s*[:：]\s*", re.I
    ),
    "": re.compile(
        r"^(?:\w{0,2}(?:时间|日期|地点)|起止年月|学院|院系|\w{0,2}部门|dates?|period|duration"
        r"|location)\s*[:：]\s*",
        re.I,
    ),
}
_ORGANISATION = re.compile(
    r"公司|集团|银行|证券|研究[院所]|研究中心|医院|事务所|委员会|学生会|协会|社团"
    r"|俱乐部|工作室|实验室|大学|学院|学校|中学|小学|幼儿园"
    r"|出版社|报社|杂志社|电视台|图书馆|博物馆|酒店|工厂|(?:科技|传媒|网络|软件|电子"
    r"|物流|食品|汽车)$|[社团队部处局厂店馆班]$"
    r"|\b(?:Inc|Ltd|LLC|Co|Corp|GmbH|Group|Bank|Company|Technolog(?:y|ies)|University"
    r"|College|Institute|Lab(?:oratory)?|Union|Society|"
    r"Club|Association|Hospital|Studio|Agency|School|Center|Centre|Press|Museum"
    r"|Foundation|Team|Consulting|Partners|Software|Systems|Logistics|Media)\b"
)
_ROLE = re.compile(
    r"实习生?|工程师|助理|专员|经理|主管|设计师|分析师|部长|干事|主席|会长|社长|队长"
    r"|组长|班长|书记|委员|负责人|成员|志愿者|教师|老师|讲师|编辑|记者"
    r"|顾问|会计|出纳|开发$|运营$|策划$|翻译|护士|文员|销售|客服|家教|助教|研究员"
    r"|主持人|学员|支教|团支书|参与者|作者|[后前]端|测试$"
    r"|\b(?:Intern(?:ship)?|Engineer|Analyst|Assistant|Manager|Developer|Designer"
    r"|Specialist|Coordinator|Tutor|Teacher|Volunteer|President|"
    r"Vice|Head|Leader|Lead|Member|Editor|Consultant|Associate|Researcher"
    r"|Representative|Captain|Director|Secretary|Trainee|Officer|Chair|Accountant"
    r"|Minister)\b",
)
_ROLE_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]{2,20})[)）]$")
_SHORT_DETAIL = re.compile(r"^[(（](.+)[)）]$")


@dataclass(slots=True)
class Head:
    """The parts of an entry's head with how sure each is."""

    title: str = ""
    organisation: str = ""
    details: list[str] = field(default_factory=list)
    sure: dict[str, float] = field(default_factory=dict)

    def put(self, name: str, value: str, confidence: float) -> None:
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.sure[name] = confidence

    def add_detail(self, value: str, confidence: float) -> None:
        if value and value not in self.details:
            self.details.append(value)
            self.sure.setdefault("detail", confidence)

    @property
    def detail(self) -> str:
        return " · ".join(self.details)


def pieces_of(text: str, period: Period | None) -> list[str]:
    if period:
        text = text[: period.at[0]] + "\t" + text[period.at[1] :]
    cleaned = (piece.strip(" ,，、;；:：|-–—·") for piece in _SEPARATOR.split(text))
    return [piece for piece in cleaned if piece and piece not in {"()", "（）"}]


def read_education(texts: Sequence[str]) -> Head:
    head = Head()
    rest: list[str] = []
    majors: list[str] = []
    for label, piece in _labelled([part for text in texts for part in _school_apart(text)]):
        left = _take_marks(head, piece)
        if label in {"title", "organisation"}:
            head.put(label, left, LABELLED)
        elif label == "detail":
            head.add_detail(left, LABELLED)
        elif label is None and left:
            rest.append(left)
            is_beside_degree = left != piece and _DEGREE.search(piece)
            majors += [left] if is_beside_degree and not SCHOOL.search(left) else []
    schools = [piece for piece in rest if SCHOOL.search(piece)]
    best = next((piece for piece in schools if _UNIVERSITY.search(piece)), None)
    best = best or (schools[0] if schools else None)
    others = [piece for piece in rest if piece not in schools]
    if best:
        head.put("organisation", _without_city(best), SHAPED)
    elif len(others) > 1 and not head.organisation:
        school = next(piece for piece in others if piece not in majors[:1])
        head.put("organisation", school, GUESSED)
        others.remove(school)
    for piece in (*majors, *others):
        head.put("title", re.sub(r"专业$", "", piece), SHAPED if piece in majors else PLACED)
    return head


def _school_apart(text: str) -> list[str]:
    """``Wuhan University Bachelor of Arts in History`` is two pieces."""
    match = _DEGREE.search(text)
    if match and SCHOOL.search(text[: match.start()]):
        return [text[: match.start()].strip(), text[match.start() :]]
    return [text]


def _take_marks(head: Head, piece: str) -> str:
    """Degree, GPA and rank go into the detail; what is left comes back."""
    piece = re.sub(r"\s+(?=学位|学历)", "", piece)
    if match := _GPA.search(piece):
        head.add_detail(f"GPA {match[1].replace(' ', '')}", SHAPED)
        piece = piece.replace(match[0], " ")
    if match := _RANK.search(piece):
        head.add_detail(match[0].strip(), SHAPED)
        piece = piece.replace(match[0], " ")
    if match := _DEGREE.search(piece):
        is_alone = not SCHOOL.search(piece[match.start() : match.end() + 2])
        if is_alone:
            head.details.insert(0, match[0].strip())
            head.sure.setdefault("detail", SHAPED)
            piece = piece[: match.start()] + " " + piece[match.end() :]
            piece = re.sub(r"^\s*(?:in|of|degree in|degree)\s+|\s*(?:学位|学历)", "", piece)
    return re.sub(r"[(（]\s*[)）]", "", piece).strip(" ,，.()（）/-–:：")


def _without_city(school: str) -> str:
    return re.sub(r"\s*[(（][^)）]*[)）]$", "", school)


def is_degree(text: str) -> bool:
    match = _DEGREE.search(text)
    return match is not None and not text[: match.start()].strip(" •·-")


def read_work(texts: Sequence[str], section: str) -> Head:
    """Experience and campus name the organisation first, projects the title."""
    head = Head()
    rest: list[str] = []
    for label, piece in _labelled(texts):
        if label in {"title", "organisation"}:
            head.put(label, piece, LABELLED)
        elif label == "detail":
            head.add_detail(piece, LABELLED)
        elif label is None:
            rest += _apart(piece)
    if section == "projects":
        return _project(head, rest)
    return _position(head, rest)


def _position(head: Head, rest: list[str]) -> Head:
    organisations = [p for p in rest if _ORGANISATION.search(p) and not is_role(p)]
    roles = [piece for piece in rest if is_role(piece)]
    for piece in organisations[:1]:
        head.put("organisation", piece, SHAPED)
    for piece in roles[:1]:
        head.put("title", piece, SHAPED)
    for piece in rest:
        if piece in organisations[:1] or piece in roles[:1]:
            continue
        if not head.organisation:
            head.put("organisation", piece, PLACED)
        elif not head.title:
            head.put("title", piece, PLACED)
        else:
            head.add_detail(piece, GUESSED)
    return head


def _apart(piece: str) -> list[str]:
    """``Harbour Trading Co. Ltd 外贸实习生`` is an organisation and a role."""
    for match in reversed(list(_ORGANISATION.finditer(piece))):
        rest = piece[match.end() :].lstrip(".")
        is_other_script = rest.startswith(" ") and piece[0].isascii() and not rest.isascii()
        if is_other_script and is_role(rest.strip()):
            return [piece[: len(piece) - len(rest)].strip(), rest.strip()]
    return [piece]


def is_role(piece: str) -> bool:
    """学生会主席 is a role, 学生会 an organisation; what ends like a role is one."""
    roles = list(_ROLE.finditer(piece))
    if not roles or (not piece.isascii() and len(piece) - roles[-1].end() > 2):
        return False
    ends = list(_ORGANISATION.finditer(piece))
    return not ends or roles[-1].end() >= ends[-1].end()


def _project(head: Head, rest: list[str]) -> Head:
    for number, piece in enumerate(part for one in rest for part in _role_apart(one)):
        if number and (is_role(piece) or _SHORT_DETAIL.match(piece)):
            head.add_detail(piece.strip("()（）"), SHAPED)
        elif number and _ORGANISATION.search(piece):
            head.put("organisation", piece, SHAPED)
        elif not head.title:
            head.put("title", piece, PLACED)
        else:
            head.add_detail(piece, GUESSED)
    return head


def _role_apart(piece: str) -> list[str]:
    """轻量化网络（第一作者） is a title and a role."""
    match = _ROLE_IN_BRACKETS.search(piece)
    return [piece[: match.start()], match[1]] if match and is_role(match[1]) else [piece]


def _labelled(texts: Sequence[str]) -> Iterator[tuple[str | None, str]]:
    for text in texts:
        for name, label in _LABELS.items():
            if match := label.match(text):
                yield name, text[match.end() :].strip()
                break
        else:
            yield None, text
