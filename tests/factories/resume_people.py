"""Invented people whose resumes are known word by word."""

from employment.guidance.resumes.content import Contact, Entry, ResumeContent, Skill
from tests.factories.resume_people_en import SMITH, WANG, ZHOU


def _skills(*names: str) -> tuple[Skill, ...]:
    return tuple(Skill(name) for name in names)


LIN = ResumeContent(
    contact=Contact("林晓雨", "138-0013-8000", "linxiaoyu@example.com", "无锡"),
    target="数据分析师",
    summary="统计学专业大四学生，做过两段数据分析实习，擅长把业务问题写成可以验证的指标。",
    education=(Entry("统计学", "江南大学", "本科 · GPA 3.72/4.0", "2023-09", "2027-06"),),
    experience=(
        Entry(
            "数据分析实习生",
            "无锡星河科技有限公司",
            "",
            "2026-07",
            "2026-09",
            False,
            (
                "用 SQL 与 Python 搭建 12 张经营日报，取数时间从 3 小时缩短到 20 分钟",
                "分析 4.6 万条退货记录，找出 3 类主要原因，包装改进后退货率下降 1.8 个百分点",
            ),
        ),
        Entry(
            "市场调研助理",
            "江苏明德咨询有限公司",
            "",
            "2025-12",
            "2026-02",
            False,
            ("设计并回收 860 份问卷，用 SPSS 完成信度检验与交叉分析，2 条建议被采纳",),
        ),
    ),
    projects=(
        Entry(
            "共享单车需求预测",
            "",
            "",
            "2025-03",
            "2025-06",
            False,
            ("建立梯度提升模型预测 40 个站点的小时需求，平均误差比基线低 17%",),
        ),
    ),
    campus=(
        Entry(
            "外联部部长",
            "统计学院学生会",
            "",
            "2024-09",
            "2025-06",
            False,
            ("为 3 场活动拉到 2.4 万元赞助",),
        ),
    ),
    awards=(
        Entry(title="全国大学生数学建模竞赛江苏省一等奖", start="2025-11"),
        Entry(title="校一等奖学金", start="2025-10"),
    ),
    skills=_skills("Python", "SQL", "Tableau", "SPSS", "Excel"),
    certificates=("全国计算机二级证书",),
    languages=("英语六级 CET-6 528",),
)
CHEN = ResumeContent(
    contact=Contact("陈思远", "15912345678", "chensy@example.cn", "南京"),
    target="后端开发工程师",
    summary="熟悉服务端开发，独立上线过两个日活过千的小程序后台。",
    education=(
        Entry("计算机科学与技术", "南京理工大学", "硕士 · GPA 3.6/4.0", "2024-09", "2027-03"),
        Entry("软件工程", "苏州大学", "本科 · GPA 3.5/4.0", "2020-09", "2024-06"),
    ),
    experience=(
        Entry(
            "后端开发实习生",
            "云帆网络科技有限公司",
            "",
            "2026-05",
            "",
            True,
            (
                "重写订单查询接口，加二级缓存后 P99 延迟从 420 ms 降到 95 ms",
                "为 6 个服务补上接口测试，覆盖率从 41% 提高到 78%",
                "编写发布检查脚本，回滚次数由每月 5 次减少到 1 次",
            ),
        ),
    ),
    projects=(
        Entry(
            "校园二手书交易平台",
            "",
            "后端负责人",
            "2025-02",
            "2025-08",
            False,
            (
                "用 Spring Boot 与 MySQL 实现 23 个接口，注册用户 1300 人",
                "设计库存锁，压测 500 并发下没有超卖",
            ),
        ),
        Entry(
            "分布式键值存储",
            "",
            "",
            "2024-10",
            "2025-01",
            False,
            ("用 Go 实现 Raft 协议，通过 2000 次故障注入测试",),
        ),
    ),
    awards=(Entry(title="蓝桥杯全国软件大赛国家二等奖", start="2023-06"),),
    skills=_skills("Java", "Go", "Spring Boot", "MySQL", "Redis", "Docker", "Linux"),
    certificates=("软件设计师资格证书",),
    languages=("CET-6 541",),
)
OUYANG = ResumeContent(
    contact=Contact("欧阳静", "+86 186 2233 4455", "ouyang.jing@example.com", "苏州"),
    target="会计",
    education=(Entry("会计学", "苏州经贸职业技术学院", "大专", "2024-09", "2027-06"),),
    experience=(
        Entry(
            "出纳实习生",
            "苏州润泽食品有限公司",
            "",
            "2026-03",
            "2026-08",
            False,
            (
                "每周核对 300 余笔银行流水，连续 22 周零差错",
                "整理 2023 年至 2025 年凭证 1600 本并建立索引，查找时间缩短一半",
            ),
        ),
    ),
    campus=(
        Entry(
            "班级团支书",
            "会计 2401 班",
            "",
            "2024-10",
            "2026-06",
            False,
            ("组织 5 次主题团日，班级获评校优秀团支部",),
        ),
        Entry(
            "志愿者",
            "平江社区服务中心",
            "",
            "2025-07",
            "2025-08",
            False,
            ("为 70 位老人讲解手机支付",),
        ),
    ),
    awards=(Entry(title="国家励志奖学金", start="2025-12"),),
    skills=_skills("用友 U8", "Excel", "金蝶 KIS"),
    certificates=("初级会计专业技术资格", "普通话二级甲等证书"),
    languages=("英语四级",),
)
ZHAO = ResumeContent(
    contact=Contact("赵一鸣", "17700001234", "zhaoym@example.org", "杭州"),
    target="机械设计工程师",
    summary="喜欢把图纸变成能转的东西，三年车队经历，熟悉从设计到加工的全过程。",
    education=(
        Entry(
            "机械设计制造及其自动化", "浙江工业大学", "本科 · GPA 3.41/4.0", "2022-09", "2026-06"
        ),
    ),
    experience=(
        Entry(
            "结构设计实习生",
            "杭州西锐机器人有限公司",
            "",
            "2025-06",
            "2025-09",
            False,
            (
                "用 SolidWorks 重新设计夹爪，零件数从 31 个减到 19 个",
                "完成 14 份工程图并跟进打样，一次合格率 93%",
            ),
        ),
    ),
    projects=(
        Entry(
            "大学生方程式赛车悬架设计",
            "",
            "悬架组组长",
            "2023-10",
            "2025-07",
            False,
            ("带领 6 人完成前悬架设计与装配，整车减重 4.2 kg",),
        ),
        Entry(
            "基于单片机的智能浇灌装置",
            "",
            "",
            "2024-03",
            "2024-06",
            False,
            ("完成电路与外壳设计，用水量减少 35%",),
        ),
    ),
    awards=(Entry(title="中国大学生方程式汽车大赛全国三等奖", start="2024-11"),),
    skills=_skills("SolidWorks", "AutoCAD", "ANSYS", "MATLAB"),
    certificates=("C1 驾驶证",),
    languages=("CET-4 489",),
)
HE = ResumeContent(
    contact=Contact("何雨桐", "13511112222", "heyutong@example.com", "成都"),
    target="新媒体运营",
    summary="两年校园媒体经验，写过 6 篇阅读过万的推文。",
    education=(Entry("网络与新媒体", "四川师范大学", "本科", "2023-09", "2027-06"),),
    experience=(
        Entry(
            "新媒体运营实习生",
            "成都山间文化传媒有限公司",
            "",
            "2026-06",
            "",
            True,
            ("独立运营 2 个账号，三个月涨粉 1.2 万", "策划 8 期城市漫步选题，单篇最高阅读 6.3 万"),
        ),
        Entry(
            "编辑助理",
            "四川天府出版社",
            "",
            "2025-07",
            "2025-08",
            False,
            ("校对书稿 48 万字，差错率低于万分之零点五",),
        ),
    ),
    campus=(
        Entry(
            "主编",
            "校报学生记者团",
            "",
            "2024-09",
            "2026-06",
            False,
            ("带 14 名记者每月出刊一期，投稿量增长 40%",),
        ),
    ),
    awards=(
        Entry(title="四川省大学生新闻作品大赛二等奖", start="2025-05"),
        Entry(title="校优秀学生干部", start="2024-12"),
    ),
    skills=_skills("Photoshop", "Premiere", "剪映", "秀米"),
    languages=("CET-6 466", "普通话一级乙等"),
)
SUN = ResumeContent(
    contact=Contact("孙佳怡", "18899990000", "sunjiayi@example.com", "广州"),
    target="国际业务专员",
    summary="英语专业，做过两届广交会 Interpreter，熟悉 B2B 询盘流程。",
    education=(Entry("商务英语", "广东外语外贸大学", "本科 · GPA 3.65/4.0", "2023-09", "2027-06"),),
    experience=(
        Entry(
            "外贸业务实习生",
            "Guangzhou Brightway Trading Co. Ltd",
            "",
            "2026-07",
            "2026-10",
            False,
            (
                "跟进 32 位海外客户 email 询盘，促成 4 笔订单，合同额 USD 58,000",
                "整理 product catalogue 英文版 120 页，被沿用至今",
            ),
        ),
    ),
    campus=(
        Entry(
            "Captain",
            "English Debate Society",
            "",
            "2024-09",
            "2025-12",
            False,
            ("带队打进 FLTRP Cup 华南赛区前 8",),
        ),
    ),
    awards=(Entry(title="外研社杯英语演讲比赛省二等奖", start="2025-10"),),
    skills=_skills("Excel", "Alibaba 国际站", "Canva"),
    certificates=("BEC 高级证书",),
    languages=("专八", "日语 N2"),
)
TANG = ResumeContent(
    contact=Contact("唐可", "19912340987", "tangke@example.com", "西安"),
    target="护士",
    education=(Entry("护理学", "西安医学院", "本科", "2022-09", "2026-07"),),
    experience=(
        Entry(
            "实习护士",
            "西安市第三医院",
            "",
            "2025-07",
            "2026-03",
            False,
            (
                "轮转 8 个科室，独立完成静脉穿刺 600 余次，一次成功率 96%",
                "参与改进交接班表，漏项由每周 9 处降到 2 处",
            ),
        ),
    ),
    campus=(
        Entry(
            "副会长",
            "红十字会学生分会",
            "",
            "2023-09",
            "2025-06",
            False,
            ("组织 12 场急救培训，覆盖 900 人",),
        ),
    ),
    awards=(Entry(title="陕西省护理技能大赛三等奖", start="2025-04"),),
    skills=_skills("静脉穿刺", "心肺复苏", "心电监护"),
    certificates=("护士执业资格证书",),
    languages=("CET-4 455",),
)
PEOPLE = (LIN, CHEN, WANG, OUYANG, SMITH, ZHAO, SUN, HE, ZHOU, TANG)
