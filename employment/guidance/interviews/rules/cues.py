"""Wordings that point to a part of a story, each with a weight, in Chinese and in English.

Written by hand from how people tell an experience (situation, task, action, result). Weights are
whole points: 1 leans to a part, 2 says it, 3 says it alone.
"""

import re
from typing import NamedTuple

from employment.guidance.interviews.rules.parts import Part


class Cue(NamedTuple):
    part: Part
    weight: int
    pattern: re.Pattern[str]


_VERBS_ZH = (
    "分析|统计|整理|联系|沟通|找|写|做了|画|设计|制定|组织|召开|安排|汇报|提出|建议|录|辅导|查|对比|"
    "拆|排|筛|核对|核查|调查|调研|访谈|采访|邀请|说服|协商|协调|请教|学习|自学|练习|测试|测量|记录|编写|"
    "开发|搭建|搭|修改|改|优化|建立|建了|发起|发布|发|打电话|走访|收集|采用|引入|利用|运用|使用|列|"
    "分成|分配|分工|跟进|检查|复核|排查|复现|定位|解释|讲解|演示|带着|带领|陪|安抚|道歉|承认|说明|申请|"
    "借|买|拍|剪|训练|调整|重新|主动|坚持|决定|选择了|选了|尝试|试|把|给|向|跑|删|加|贴|教|用|摆|读|改用|转发|"
    "宣讲|提议|提取|编成|轮流|花了|聊|陪|盯|送|请|约|设|挂|放"
)
_VERBS_EN = (
    "wrote|called|built|made|split|set up|sat down|trained|interviewed|drew|designed|organi[sz]ed|"
    "planned|analy[sz]ed|checked|compared|collected|measured|tested|talked|spoke|asked|explained|"
    "proposed|suggested|negotiated|arranged|created|prepared|rewrote|moved|changed|cut|added|"
    "listed|divided|assigned|contacted|visited|read|studied|practi[sc]ed|recorded|documented|"
    "reported|listened|met|ran|started|introduced|used|taught|showed|searched|sorted|cleaned|"
    "fixed|traced|removed|replaced|decided|offered|apologi[sz]ed|invited|printed|sent|held|took|"
    "phoned|extracted|spent|narrowed|emailed|drafted|marked|reviewed|tried|went|walked|repeated|reproduced|scheduled|agreed|put|gave|developed|posted"
)

_ROWS: tuple[tuple[Part, int, str], ...] = (
    # situation
    (
        Part.SITUATION,
        2,
        r"^(?:在|就在)?(?:大一|大二|大三|大四|研一|研二|高中|初中|去年|前年|今年|上学期|暑假|寒假|那年|那几年|有一(?:次|年|天)|20\d\d年)",
    ),
    (Part.SITUATION, 2, r"当时|那时候|那时|那会儿|那段时间|那一年|期间|发生在|背景是"),
    (Part.SITUATION, 3, r"^我[^，。]{1,10}(?:的时候|时|期间)，"),
    (
        Part.SITUATION,
        1,
        r"实习|见习|支教|兼职|正好|正值|赶上|遇到|碰到|参加了|加入了?|承办|(?:前|后)(?:一|两|三|几|\d+)(?:天|周|个月|晚)",
    ),
    (
        Part.SITUATION,
        2,
        r"突然|临时|中途|一半的时候|投诉|质疑|出现|经常|一直|从来不|没有人|没有专|下滑|取消|缺|不够|不足|只有|只剩|不太|互相|冲突|矛盾|争吵|拒绝",
    ),
    (
        Part.SITUATION,
        2,
        r"紧张|落后|参差|严重|不耐烦|坏了|很?僵|停了|卖不|困难|混乱|薄弱|较差|很低|太(?:多|少|慢|高|低|长)|故障|滞后|积压|流失|离职|辞职|退出|请假|生病|延误|涨价|不好|不高|倒掉|很难|没人",
    ),
    (
        Part.SITUATION,
        2,
        r"^(?:我|我们)(?:是|在|家|家里|所在|小组|团队|班|社团|宿舍|学院|部门|组|专业|学校)[^，。]{0,12}(?:有|共|是|在|需要|做|做的)?",
    ),
    (
        Part.SITUATION,
        1,
        r"一共|其中|刚刚|已经|平均每|彼此|比较多|当年|原来|以前|每到|不少|有(?:一|几|三|两)位",
    ),
    (
        Part.SITUATION,
        2,
        r"(?i)\b(?:in my (?:first|second|third|fourth|final|last)|last (?:year|summer|spring|autumn|term|semester|winter)|at that time|at the time|back then|during|when i (?:was|worked|joined|started|arrived))\b",
    ),
    (
        Part.SITUATION,
        1,
        r"(?i)\b(?:was|were|had (?!to\b)|there (?:was|were)|kept|broke|short of|out of stock|refused|before the|suddenly|nobody|no one|worked|joined|stopped|lost|missing|shared)\b",
    ),
    (Part.SITUATION, 1, r"(?i)^(?:our|the|a|my|one|two)\b"),
    # task
    (
        Part.TASK,
        4,
        r"(?:我|我们)(?:接到)?的?(?:任务|目标|职责|指标|工作是)|任务(?:是|就是|有)|目标(?:是|定)|要解决的问题|承担的职责|要(?:完成|做|解决|达到)的(?:是|事)?|定(?:的|下的)(?:目标|指标|要求)|当务之急",
    ),
    (
        Part.TASK,
        4,
        r"分配给我|给我的|[交派]给了?我|由我(?:们)?(?:一个人|来|负责|独立|承担)?|我(?:主要)?负责|负责的(?:是|部分)|我被(?:指定|安排|要求|分到|任命|选为)|按照分工",
    ),
    (Part.TASK, 3, r"^[^，。我]{0,10}(?:要求|希望|让|安排|指定|交代|委托|规定)(?!了)[^，。]{2,}"),
    (Part.TASK, 2, r"(?:要求|希望|安排|指定|派|交代)(?:我|我们|大家)"),
    (
        Part.TASK,
        3,
        r"(?:我|我们|团队|小组)(?:必须|需要|得|要)(?:在|把|让|想|用|保证|完成|找|赶|解决|准备|既)|^(?:必须|需要)[^，。]",
    ),
    (
        Part.TASK,
        1,
        r"(?:之前|以内|之内|内|前)(?:完成|交|做|把|找|查|独立|拿|重新|招)|月底|周五|按计划|前提下|既不|又不|还要|保证|的情况下",
    ),
    (
        Part.TASK,
        4,
        r"(?i)\b(?:my (?:task|job|role|goal|duty|responsibility)|(?:the|our) (?:goal|aim|task|target|objective)|it was my job|responsible for|in charge of|asked me to|wanted (?:me|us) to|told me to|expected (?:me|us) to|assigned to)\b",
    ),
    (
        Part.TASK,
        4,
        r"(?i)\b(?:i|we) (?:had|needed|have|was supposed|were supposed|was asked|were asked|was expected|were expected) to\b",
    ),
    # action
    (
        Part.ACTION,
        3,
        rf"(?:^|，|、|。|；)(?:所以|于是|接着|然后|首先|其次|随后|先)?，?(?:我|我们|我和[^，。]{{1,4}}|我带着[^，。]{{1,6}})(?!的|是|被|负责|需要|必须)(?:[^，。；的]{{0,8}}?)(?:{_VERBS_ZH})",
    ),
    (Part.ACTION, 1, rf"我[^，。；]{{0,20}}?(?:{_VERBS_ZH})"),
    (
        Part.ACTION,
        2,
        r"^(?:于是|接着|然后|首先|其次|随后|第[一二三四]步|同时|另外|为了|再|之后|先)",
    ),
    (
        Part.ACTION,
        1,
        r"逐(?:篇|条|个|一|步|项)|一家一家|分别|连夜|每天|每周|主动|亲自|带着|慢慢|马上|私下|轮流",
    ),
    (
        Part.ACTION,
        2,
        r"^(?:我|我们)(?:提议|建议|马上|立即|立刻|先|主动|花了|用|利用|改用|在[^，。]{2,10}(?:发|摆|贴|挂|设|放|做|找|办|建))",
    ),
    (
        Part.ACTION,
        4,
        rf"(?i)\b(?:i|we)(?: \w+ly| then| also| first| even| personally)? (?:{_VERBS_EN})\b",
    ),
    (Part.ACTION, 1, r"(?i)^(?:first|then|next|after that|second|to do this|so)\b"),
    # result
    (Part.RESULT, 4, r"^(?:最后|最终|结果|到最后|事后|就这样|从那以后|从此|此后)"),
    (
        Part.RESULT,
        2,
        r"^(?:后来|一个月后|两周后|第二天|第[二三四五六]天|期末|学期末|年底|当天|到期末)|后来|现在还",
    ),
    (
        Part.RESULT,
        4,
        r"(?:从|由)[^，。]{1,16}(?:到了?|至|成|为)[^，。]{0,12}(?:\d|百分|每|[一二三四五六七八九十])",
    ),
    (
        Part.RESULT,
        2,
        r"(?:提高|提升|增加|增长|减少|缩短|下降|降低|降到|降至|涨到|上升|节省|节约|结余|超过|超额|翻了|少了|多了|稳定在|赶回|卖掉|卖出|招满|筹到|回收)",
    ),
    (Part.RESULT, 2, r"(?:率|量|成绩|分数|人数|时间|比例)[^，。]{0,10}(?:百分|\d|成|倍)|百分之百"),
    (
        Part.RESULT,
        3,
        r"(?:获得|拿到|拿下|评为|荣获|得到|赢得|收到|取得|进入)了?[^，。]{0,16}(?:奖|第|名|好评|表扬|认可|肯定|感谢|证书|录用|称号|满意|经费|决赛|成绩|通过)",
    ),
    (
        Part.RESULT,
        3,
        r"表扬|好评|推广到|沿用|顺利|如期|圆满|按时(?:交上|完成|开幕|举行)|都(?:能|会|及格|学会|通过)|和好|很满意|上线，|采纳|追加|没有(?:出现|发生)|被(?:录用|采用|评为)|认可|道了?谢|签了|再也没有?|主动(?:伸|来找|道歉)",
    ),
    (
        Part.RESULT,
        3,
        r"学会了|明白了?，?|让我(?:明白|懂得|意识到|认识到|学到|学会|体会)|我(?:体会|意识|认识)到|学到了|这次经历|通过这(?:件事|次)|教训是",
    ),
    (
        Part.RESULT,
        5,
        r"(?i)\b(?:as a result|in the end|eventually|finally,|i learn(?:ed|t)|taught me|we won|i won|fell from|rose from|dropped|increased|decreased|saved|saves|reduced|improved by|grew|went up|went down|adopted|still in use|successfully|since then|the lesson|we reached|renewed|finished|from then on)\b",
    ),
    (
        Part.RESULT,
        2,
        r"(?i)\b(?:by (?:a third|half|\d+)|from \d|prize|award|thanked|praised|passed|satisfied|happy with|percent|on the \w+ day|on (?:time|his own|her own|their own)|early)\b",
    ),
    # none of them
    (
        Part.NONE,
        5,
        r"谢谢|感谢(?:面试官|各位|您)|以上就是|我的回答|俗话说|常言道|怎么说呢|没有想过|贵(?:公司|单位|院|校)|大概就是这样|荣幸|再回答|没有特别的",
    ),
    (
        Part.NONE,
        4,
        r"我(?:觉得|认为|相信|一直认为|始终认为)|(?:非常|很|十分|至关)重要|必不可少|是[^，。]{0,12}(?:桥梁|关键|基础|核心|前提|力量|动力|第一位)|不可或缺",
    ),
    (
        Part.NONE,
        4,
        r"我(?:的)?性格|我(?:是一个|这个人)|(?:我)?平时(?:喜欢|爱)|我(?:比较|很)(?:开朗|外向|认真|喜欢|愿意|期待)|认真负责|努力做得更好|如果[^，。]{0,12}(?:我会|将来|以后)|以后遇到|我希望(?:有|能)",
    ),
    (
        Part.NONE,
        4,
        r"每个人|人人|我们应该|应该|作为[^，。]{0,8}(?:大学生|青年)|总的来说|其实|总是|不管|无论|决定成败|(?:工作|职业|岗位)需要|需要[^，。]{0,10}[心感]",
    ),
    (
        Part.NONE,
        5,
        r"(?i)\b(?:thank you|thanks for|i think|i believe|in my opinion|i am (?!in charge|responsible)|i'm|is (?:very )?important|the key to|would love to|i would like to|good question|difficult question|that is all|i hope to|everyone (?:should|knows)|everybody|always said|could you|requires|is everything|in general)\b",
    ),
)

CUES = tuple(Cue(part, weight, re.compile(pattern)) for part, weight, pattern in _ROWS)
