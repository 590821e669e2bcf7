"""What bait says, clue by clue, as patterns over folded text."""

import re
from enum import StrEnum


class BaitKind(StrEnum):
    COURSE = "course"
    TRAINING = "training"
    TRADING = "trading"
    SALES = "sales"


class Clue(StrEnum):
    COURSE_TITLE = "course_title"
    COURSE_TERMS = "course_terms"
    TUITION = "tuition"
    STOCK_WELFARE = "stock_welfare"
    INTEREST_SUFFICES = "interest_suffices"
    NO_EXPERIENCE = "no_experience"
    NO_BASIS = "no_basis"
    CAREER_CHANGE = "career_change"
    ANY_MAJOR = "any_major"
    HOUSING = "housing"
    TRAVEL = "travel"
    AGE_CAP = "age_cap"
    GUIDED = "guided"
    FAST_RISE = "fast_rise"
    FIELD_WISH = "field_wish"
    LITTLE_ASKED = "little_asked"
    STOCK_PHRASE = "stock_phrase"
    NO_DUTIES = "no_duties"
    COMPANY_ACCOUNT = "company_account"
    MOCK_TRADING = "mock_trading"
    STEADY_PROFIT = "steady_profit"
    PROFIT_SHARE = "profit_share"
    TRADER = "trader"
    NO_RISK = "no_risk"
    NO_CONDITIONS = "no_conditions"
    FREE_HOURS = "free_hours"
    NO_CEILING = "no_ceiling"
    FREE_TRAINING = "free_training"
    MARKET_TALK = "market_talk"
    SALES_LADDER = "sales_ladder"


# Each of these says enough by itself.
STRONG = frozenset(
    {
        Clue.COURSE_TITLE,
        Clue.STOCK_WELFARE,
        Clue.INTEREST_SUFFICES,
        Clue.COMPANY_ACCOUNT,
        Clue.SALES_LADDER,
    }
)
# Easy conditions and common benefits: together they are still only an easy job.
EASY = frozenset(
    {Clue.NO_EXPERIENCE, Clue.ANY_MAJOR, Clue.HOUSING, Clue.AGE_CAP, Clue.LITTLE_ASKED}
)
_IN = r"[^,;。!?\n]"
_NO_BASIS = r"(?:零|0|无)基础(?!设施)"
_IT = r"(?<![a-z])it(?![a-z])"
_FIELD = rf"(?:互联网|{_IT}|计算机|软件|人工智能|设计行业)"
_YOUNG = r"(?:1[6-9]|2\d)"
_TO = r"[-~至到—–]+"

COURSE_TITLE = re.compile(
    r"课程\s*/?\s*培训|培训\s*招生|招生(?:简章|中|报名)|(?:就业|技能|岗前)?培训班|包就业"
)
COURSE = {
    Clue.COURSE_TERMS: r"课程(?:介绍|目标|特色|时长|时间|内容)\s*[:】\]]|试听课|体验课|入训"
    r"|开班时间|适合人群",
    Clue.TUITION: r"学费说明|费用说明|[免付还交]学费|学费(?:贷款|分期|全免)|助学贷款"
    rf"|先(?:学习|就业){_IN}{{0,8}}(?:还款|付款)",
}
TRAINING = {
    Clue.STOCK_WELFARE: r"9:00-18:00\s*,?\s*中午12:00-14:00为午休时间",
    Clue.INTEREST_SUFFICES: r"[有感]兴趣者?(?:即可|就可以?)(?:投递|报名|应聘)",
    Clue.NO_EXPERIENCE: r"有无(?:相关)?(?:工作)?经[验历][均皆都]可|(?:不限|零|0)经验|经验不限"
    r"|\(没有也可|无[需须]?(?:任何)?(?:相关)?(?:工作)?经验(?:要求|亦可|也可|均可|可|(?:基础)?者)"
    r"|无相关专业和经验|不限专业和经验",
    Clue.NO_BASIS: rf"{_NO_BASIS}|有无基础|从零开始|小白",
    Clue.CAREER_CHANGE: rf"(?:[想可]|欢迎|接收?受?|无经验)\s*者?转[行岗]|欢迎{_IN}{{0,6}}转行"
    r"|转[行岗](?:人员|者|的?也可|亦可|待业)|跨行(?:人员|者)|跨行业者?[亦也]?可",
    Clue.ANY_MAJOR: r"专业不限|不限专业",
    Clue.HOUSING: r"包[吃食]?住|包食宿|(?:提供|安排)(?:员工)?[住食吃]宿|提供宿舍|员工公寓|\+住宿\+"
    r"|公寓[型式](?:员工)?(?:宿舍|住宿)",
    Clue.TRAVEL: r"每?季度?(?:一次)?(?:组织)?(?:公费)?(?:出国)?(?:旅游|出游)|出国旅?游|国外旅?游"
    r"|国内外旅游",
    Clue.AGE_CAP: rf"{_YOUNG}\s*(?:周?岁)?\s*{_TO}\s*(?:2\d|3[0-2])\s*(?:周?岁|之间)"
    rf"|(?:2[3-9]|3[0-2])\s*周?岁\s*以[下内]|年龄在?:?{_YOUNG}{_TO}(?:2\d|3[0-2])(?!\d)",
    Clue.GUIDED: rf"前期{_IN}{{0,14}}带|初期有{_IN}{{0,6}}(?:指导|带)|无经验{_IN}{{0,3}}可?带(?!薪)"
    rf"|有专人带|安排专人|(?:工程师|项目经理|主管|总监|专人|leader){_IN}{{0,3}}"
    r"(?:带领|亲自带|带[教队你]|指导)",
    Clue.FAST_RISE: r"[三3]个?月会?(?:一次)?晋升|每一?个?季度?(?:一次)?(?:晋升|加薪|调薪)",
    Clue.FIELD_WISH: rf"(?:对|喜欢|热爱|有志于|愿意投入|投身){_IN}{{0,16}}{_FIELD}{_IN}{{0,14}}"
    r"(?:兴趣|热爱|行业|工作|长期|发展)|热爱互联网"
    rf"|(?:{_IT}|软件|互联网|技术|测试){_IN}{{0,6}}(?:行业|岗位|方向|方面){_IN}{{0,4}}"
    r"(?:长期)?(?:工作和)?发展"
    rf"|(?:喜欢|希望进入|想(?:要)?(?:从事|进入)){_FIELD}(?!方面)",
    Clue.LITTLE_ASKED: r"基本的?(?:网络|电脑|计算机)(?:知识|操作|基础)|电脑基本操作|电脑操作熟练"
    rf"|(?:懂|一定的?)(?:计算机|电脑)基础|(?:熟练|熟悉|了解|使用|运用){_IN}{{0,6}}办公软件"
    r"|(?:高中|中专)(?:、中专)?(?:及|以上|学历)|放宽(?:学历|条件)|放低要求|不限制?学历|学历不限"
    r"|不做学历",
    # Sentences that stand word for word under many titles.
    Clue.STOCK_PHRASE: r"简单常识的逻辑思维测试|无经验考核面试表现|一切靠实力吃饭|世界那么大"
    r"|外地来深|节日津贴或实物|员工聚会\+员工生日会|有效地?竞聘晋升|有长远发展、稳定、有晋升空间"
    r"|专属(?:员工)?生日趴|饮水机等便捷设备|富有竞争[力里]的薪酬水平和其他福利|come on!|国外年会",
}
TRADING = {
    Clue.COMPANY_ACCOUNT: r"(?:操作|管理|运作|关注|使用)(?:本?公司|公司(?:指定|提供|内部))"
    r"(?:的|自有|提供的?)?(?:大?资金)?的?[账帐][户号]|(?:负责)?公司(?:指定)?[账帐]户的资金运作"
    r"|公司[账帐]户操作品种|公司的资金[账帐]户|公司提供的资金[账帐]户|公司指定[账帐]户"
    rf"|公司提供{_IN}{{0,8}}(?:实盘|交易|起始)(?:资金|[账帐]户)|操作公司的?资金",
    Clue.MOCK_TRADING: r"模拟(?:盘|操盘|训练|考核)",
    Clue.STEADY_PROFIT: r"稳定盈利|[账帐]户(?:达到)?(?:基本|稳定)?盈利|利益(?:较大|最大)?化|创收化",
    Clue.PROFIT_SHARE: r"盈利分[红成]|盈利提成|盈利\d+%|\d+%盈利|提成\d{2}%",
    Clue.TRADER: r"操盘手|盘手|外汇交易员|黄金交易员|[初中高]级交易员|资金管理人|盘感",
    Clue.NO_RISK: r"无个人风险|无风险操作|不需要?个人出资|无需个人(?:投资|出资)|不必承担亏损",
    Clue.NO_CONDITIONS: r"不看(?:学历|经验|阅历)|对于?学历都?是?放宽",
    Clue.FREE_HOURS: r"时间地点完全自由|不要求坐班|时间自由|弹性的?工作(?:时间)?|享受自由职业",
    Clue.MARKET_TALK: rf"行情{_IN}{{0,10}}讲解|盘后总结|盘面(?:变化|分析|进行分析)|根据盘面",
    Clue.NO_CEILING: r"挑战高薪|上不封顶|收入没有上限|月入(?:轻松)?过万|能者多得|高挑战、?高收入"
    r"|获得高收益",
    Clue.FREE_TRAINING: rf"免费{_IN}{{0,10}}培训|岗前(?:专业)?培训|培训期间",
    Clue.NO_BASIS: rf"{_NO_BASIS}|无经验者",
    Clue.CAREER_CHANGE: r"想转行|换个行业",
}
SALES = {
    Clue.SALES_LADDER: r"销售(?:员|专员|代表|精英)?\s*[-~—–>→]{1,3}\s*(?:销售)?(?:组长|主管|经理)",
}
PATTERNS = {
    kind: {clue: re.compile(pattern) for clue, pattern in patterns.items()}
    for kind, patterns in (
        (BaitKind.COURSE, COURSE),
        (BaitKind.TRAINING, TRAINING),
        (BaitKind.TRADING, TRADING),
        (BaitKind.SALES, SALES),
    )
}
