import pytest

from matching.extraction.bait import bait_signs, find_bait_signs
from matching.extraction.bait_clues import BaitKind, Clue

TEMPLATE = (
    "任职要求:1、大专及以上学历,专业不限,年龄20-31周岁;2、有责任心,学习能力强;3、有无经验均可,"
    "前期有资深主管亲自带领。福利待遇:公司包吃住,季度出国旅游。"
)
TRADING = (
    "工作内容:1、时刻关注公司账户操作品种的价格变动;2、分析行情。公司提供模拟盘考核,"
    "转正后无责底薪6000+30%盈利分红。"
)
FACTORY = (
    "岗位职责:1、负责产线设备的调试与日常维护;2、记录并处理设备故障。任职要求:1、中专及以上学历,"
    "18-30岁,专业不限,无经验亦可;2、能倒班。福利:包吃住,五险一金。"
)


def kinds(title, text):
    return {sign.kind for sign in bait_signs(title, text)}


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("JAVA开发工程师课程/培训招生sh", "", BaitKind.COURSE),
        ("零基础UI设计培训班,包就业", "", BaitKind.COURSE),
        ("软件测试", "适合人群:待业者。学费说明:就业之后再还款。", BaitKind.COURSE),
        ("软件测试助理", TEMPLATE, BaitKind.TRAINING),
        (
            "前端开发",
            "负责页面制作。此岗位往软件方向发展,有兴趣即可投递简历。",
            BaitKind.TRAINING,
        ),
        (
            "金融产品测试实习生",
            "负责设计测试用例。上班时间:周一至周五 9：00-18:00 ,中午12:00-14:00为午休时间",
            BaitKind.TRAINING,
        ),
        ("银行柜员", "对IT技术感兴趣者优先,接受转行,专业不限,经验不限。", BaitKind.TRAINING),
        ("数据分析师", TRADING, BaitKind.TRADING),
        (
            "金融分析师",
            "外汇交易,时间地点完全自由,不看学历不看经验,免费专业培训。",
            BaitKind.TRADING,
        ),
        ("金融助理", "对金融行情走势分析和讲解。接受想转行的人,免费岗前培训。", BaitKind.TRADING),
        ("数据分析师", "负责数据挖掘。晋升机制:销售—组长—主管—经理。", BaitKind.SALES),
    ],
)
def test_bait_is_found_by_kind(title, text, kind):
    assert kinds(title, text) == {kind}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("设备调试技术员", FACTORY),
        ("电话销售", "负责联系客户。晋升机制:销售—组长—主管—经理。"),
        ("普工", "包吃住,18-30岁,无经验可,有老员工带,每三个月晋升一次。"),
        (
            "电话客服(包住)",
            "接听客户来电并记录。专业不限,20-30岁,无经验可带薪培训,季度旅游,包住。",
        ),
        (
            "外汇交易员",
            "岗位职责:1、负责银行自营外汇和债券的交易执行;2、监控市场风险。任职要求:硕士及以上学历,"
            "金融、数学专业,通过CFA者优先。",
        ),
        (
            "证券公司会计",
            "负责核对公司账户与银行流水,编制财务报表,办理公司资金划拨。任职要求:会计专业。",
        ),
        (
            "Java讲师",
            "负责Java课程的授课与答疑,管理学员的学习进度。任职要求:计算机专业,熟悉Java。",
        ),
        ("培训讲师", "负责新员工的岗前培训。"),
        ("招生老师", "负责来访家长的接待,介绍试听课。"),
        ("课程顾问", "向学员介绍课程内容与学费。"),
        (
            "数据分析助理",
            "岗位职责:协助整理业务数据,制作周报。任职要求:统计学专业本科,接受应届生,无经验亦可,"
            "有导师带教。",
        ),
        (
            "软件测试工程师",
            "热爱互联网行业,专业不限,提供住宿,20-30岁。负责接口测试,熟悉Linux、MySQL、Postman、"
            "JMeter。",
        ),
        ("软件测试", "有无经验均可,提供住宿,热爱软件测试行业;毕业满2年,计算机专业。"),
    ],
)
def test_honest_postings_are_left_alone(title, text):
    assert kinds(title, text) == set()


def test_signs_name_the_words_of_the_text():
    words = {sign.clue: sign.words for sign in bait_signs("软件测试助理", TEMPLATE)}

    assert words == {
        Clue.NO_EXPERIENCE: "有无经验均可",
        Clue.ANY_MAJOR: "专业不限",
        Clue.HOUSING: "包吃住",
        Clue.TRAVEL: "季度出国旅游",
        Clue.AGE_CAP: "年龄20-31",
        Clue.GUIDED: "前期有资深主管亲自带",
        Clue.NO_DUTIES: "",
    }


def test_words_keep_the_writing_of_the_text():
    text = "周一至周五 9：00-18:00 ，中午12:00-14:00为午休时间"

    (sign,) = (s for s in bait_signs("数据专员", text) if s.strong)

    assert sign.words == "9：00-18:00 ，中午12:00-14:00为午休时间"


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("任职要求:专业不限,有责任心。", False),
        ("任职要求:专业不限,包住,有责任心。", True),
        ("岗位职责:负责编写测试用例。任职要求:专业不限,包住。", False),
        ("岗位职责:负责编写测试用例。任职要求:专业不限,包住,接受转行。", True),
    ],
)
def test_weak_signs_count_together(text, is_held):
    assert bool(bait_signs("软件测试", text)) is is_held


def test_easy_conditions_alone_are_only_an_easy_job():
    found = {sign.clue for sign in find_bait_signs("设备调试技术员", FACTORY)}

    assert found == {
        Clue.NO_EXPERIENCE,
        Clue.ANY_MAJOR,
        Clue.HOUSING,
        Clue.AGE_CAP,
        Clue.LITTLE_ASKED,
    }
