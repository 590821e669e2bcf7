"""All components in all states on one page, for looking at them and for the axe test.
Routed only when DEBUG is on; every value here is an example."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from employment.common.charts import Chart, ChartKind, Column, Format, Series
from employment.common.enums import JobKind, JobState
from employment.common.models import Job
from employment.common.widgets import PickerInput

MONTHS = ("11 月", "12 月", "1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "7 月", "8 月")
LAST_YEAR = (0.09, 0.18, 0.26, 0.30, 0.41, 0.52, 0.63, 0.80, 0.87, 0.91)
THIS_YEAR = (0.12, 0.22, 0.31, 0.36, 0.48, 0.618, 0.704, 0.85, 0.901, 0.931)
INTERVAL = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.016, 0.018, 0.017, 0.016)
PARTS = (("职业", 31), ("技能", 27), ("经历", 19), ("专业", 14), ("偏好", 6))
GAPS = {
    "杭州": (0.031, 0.006, -0.009),
    "宁波": (0.004, 0.052, None),
    "合肥": (0.015, 0.019, -0.011),
}
FLOWS = (
    ("岗位名额", "已匹配", 9600),
    ("岗位名额", "无人匹配", 2330),
    ("已匹配", "已申请", 6900),
    ("已申请", "已落实", 3104),
    ("已申请", "仍在求职", 1918),
    ("已落实", "政策可享", 1210),
    ("政策可享", "已兑现", 870),
)
CLASSIFIED = ("沟通协作", "数据分析", "光学设计", "英语", "工艺改进", "质量控制")
STATES = (
    ("satisfied", "满足"),
    ("missing", "缺少"),
    ("unknown", "信息不足"),
    ("draft", "草稿"),
    ("in_review", "待审核"),
    ("published", "已发布"),
    ("changes_requested", "需修改"),
    ("rejected", "未通过"),
    ("closed", "已关闭"),
    ("submitted", "已投递"),
    ("interview", "面试"),
    ("offered", "已录用"),
)


class ExampleForm(forms.Form):
    name = forms.CharField(label="姓名", help_text="与学籍一致,用人单位在你申请后才能看到。")
    email = forms.EmailField(label="邮箱")
    college = forms.ChoiceField(label="学院", choices=[("a", "光电学院"), ("b", "机械学院")])
    year = forms.DateField(
        label="毕业日期", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    modes = forms.MultipleChoiceField(
        label="可接受的工作方式",
        choices=[("full", "全职"), ("intern", "实习"), ("remote", "远程")],
        widget=forms.CheckboxSelectMultiple,
    )
    majors = forms.CharField(
        label="专业方向",
        initial=["光学工程"],
        widget=PickerInput(
            source="taxonomy:majors", multiple=True, attrs={"placeholder": "输入专业名称"}
        ),
    )
    kind = forms.ChoiceField(
        label="简历语言", choices=[("zh", "中文"), ("en", "英文")], widget=forms.RadioSelect
    )
    text = forms.CharField(label="自我介绍", widget=forms.Textarea, required=False)
    file = forms.FileField(label="附件", required=False, help_text="PDF 或 DOCX,不超过 5 MB。")
    agree = forms.BooleanField(label="同意把成绩用于匹配", help_text="随时可以撤回。")


class ExampleFilter(forms.Form):
    q = forms.CharField(label="关键词", required=False)
    region = forms.ChoiceField(
        label="地区", required=False, choices=[("", "全部"), ("330200", "宁波"), ("330100", "杭州")]
    )


@login_not_required
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    if "message" in request.GET:
        messages.success(request, "已保存。")
    page = Paginator(range(230), 10).get_page(request.GET.get("page"))
    form = ExampleForm({"name": "", "email": "lin@"}) if "errors" in request.GET else ExampleForm()
    context = {
        "page": page,
        "form": form,
        "filters": ExampleFilter(request.GET),
        "states": STATES,
        "charts": [trend(), bars(), gaps(), flow(), radar()],
        **match_examples(),
        **work_examples(),
    }
    fragment = "#results" if request.headers.get("HX-Target") == "results" else ""
    return render(request, f"components/styleguide.html{fragment}", context)


def match_examples() -> dict[str, Any]:
    action = {"action_url": "#", "action_label": "补充成绩"}
    rows = [
        ("学历", "本科", "本科及以上学历,理工科", "浙江 × × 学院,光电信息科学与工程", "satisfied"),
        ("技能", "Zemax", "熟练使用 Zemax 或 Code V", "课程设计《变焦镜头设计》", "satisfied"),
        ("技能", "SPC 统计过程控制", "了解 SPC、8D 者优先", "", "missing"),
        ("英语", "CET-4", "英语四级", "", "unknown"),
    ]
    names = ("kind", "label", "quote", "evidence", "state")
    requirements = [dict(zip(names, row, strict=True)) for row in rows]
    return {
        "requirements": [r if r["evidence"] else {**r, **action} for r in requirements],
        "parts": [{"label": label, "value": value} for label, value in PARTS],
        "steps": [
            {"url": "#", "icon": "language", "title": "补充英语成绩", "text": "1 分钟"},
            {"url": "#", "icon": "file-text", "title": "改一版简历", "text": "3 处可以更有力"},
        ],
        "facts": [
            ("统一社会信用代码", "已校验", ""),
            ("回复申请的中位时间", "2 天(n = 63)", ""),
            ("投诉", "0", "#"),
        ],
    }


def work_examples() -> dict[str, Any]:
    now = timezone.now()
    running = Job(
        kind=JobKind.IMPORT,
        state=JobState.RUNNING,
        total=5000,
        done=1830,
        failed=12,
        started_at=now - timedelta(seconds=90),
    )
    failed = Job(
        kind=JobKind.MATCHING,
        state=JobState.FAILED,
        total=200,
        done=40,
        finished_at=now,
        error="数据库连接中断,已完成的 40 条已保留。",
    )
    events = [
        {"title": "已投递", "at": now - timedelta(days=6), "icon": "send", "state": "satisfied"},
        {"title": "单位已查看", "at": now - timedelta(days=2), "icon": "eye", "state": "progress"},
        {"title": "等待面试安排", "when": "通常 2 天内回复", "icon": "clock", "state": "unknown"},
    ]
    tabs = [
        {"label": "全部", "url": "?", "active": True, "count": 48},
        {"label": "已投递", "url": "?tab=sent", "count": 3},
        {"label": "已结束", "url": "?tab=done"},
    ]
    waiting = Job(kind=JobKind.EXPORT, state=JobState.WAITING)
    return {
        "jobs": [running, waiting, failed],
        "events": events,
        "tabs": tabs,
        "soon": now + timedelta(days=27),
    }


def trend() -> Chart:
    rows = [
        {
            "month": month,
            "last": last,
            "this": this,
            "low": this - spread if spread else None,
            "high": this + spread if spread else None,
        }
        for month, last, this, spread in zip(MONTHS, LAST_YEAR, THIS_YEAR, INTERVAL, strict=True)
    ]
    columns = [Column("month", "月份")]
    labels = {"this": "本届", "low": "90% 下限", "high": "90% 上限", "last": "去年同届"}
    columns += [Column(key, label, Format.SHARE, 1) for key, label in labels.items()]
    series = [Series("this", lower="low", upper="high"), Series("last", dashed=True, muted=True)]
    return Chart(
        ChartKind.LINES,
        "落实进度与预测",
        "本届 4 月为 61.8%,高于去年同期 52.0%;预计 8 月 93.1%。",
        columns,
        rows,
        x="month",
        series=series,
        note="n = 5,022 · 5 月起为预测",
        maximum=1,
    )


def bars() -> Chart:
    columns = [Column("skill", "技能"), Column("n", "岗位数", Format.NUMBER)]
    counts = (412, 371, 288, 240, 192, 133)
    rows = [{"skill": s, "n": n} for s, n in zip(CLASSIFIED, counts, strict=True)]
    return Chart(
        ChartKind.BARS,
        "岗位最常要求的技能",
        "沟通协作最多,412 个岗位。",
        columns,
        rows,
        x="skill",
        series=[Series("n")],
        note="n = 1,204 个岗位,近 30 天",
        horizontal=True,
    )


def gaps() -> Chart:
    jobs = ("软件", "光电制造", "护理")
    columns = [
        Column("region", "地区"),
        Column("job", "职业"),
        Column("gap", "缺口(百分点)", Format.POINTS, 1, "n < 20"),
    ]
    rows = [
        {"region": region, "job": job, "gap": gap}
        for region, values in GAPS.items()
        for job, gap in zip(jobs, values, strict=True)
    ]
    return Chart(
        ChartKind.HEAT,
        "供需缺口",
        "宁波光电制造缺口最大,+5.2。",
        columns,
        rows,
        x="job",
        y="region",
        series=[Series("gap")],
        note="需求份额 − 供给份额",
    )


def flow() -> Chart:
    columns = [Column("from", "从"), Column("to", "到"), Column("n", "人次", Format.NUMBER)]
    rows = [{"from": a, "to": b, "n": n} for a, b, n in FLOWS]
    leaks = [{"name": name, "leak": True} for name in ("无人匹配", "仍在求职")]
    return Chart(
        ChartKind.SANKEY,
        "闭环:岗位 → 匹配 → 政策 → 成效",
        "11,930 个名额中 9,600 个有匹配。",
        columns,
        rows,
        nodes=leaks,
        note="2027 届",
    )


def radar() -> Chart:
    columns = [
        Column("skill", "能力"),
        Column("me", "我", Format.NUMBER),
        Column("median", "目标职业中位数", Format.NUMBER),
    ]
    mine, median = (72, 64, 88, 40, 55, 61), (65, 70, 75, 60, 58, 70)
    rows = [
        {"skill": s, "me": a, "median": b} for s, a, b in zip(CLASSIFIED, mine, median, strict=True)
    ]
    return Chart(
        ChartKind.RADAR,
        "能力对照",
        "光学设计高于中位数 13 分,英语低 20 分。",
        columns,
        rows,
        x="skill",
        series=[Series("me"), Series("median", dashed=True, muted=True)],
        maximum=100,
        note="中位数 n = 212",
    )
