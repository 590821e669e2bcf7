"""A roster with every kind of bad cell, and the files it may come in."""

import io
import json

from django.core.files.base import ContentFile
from openpyxl import Workbook

HEADINGS = (
    "学号",
    "姓名",
    "邮箱",
    "学院",
    "学历",
    "专业",
    "毕业年份",
    "绩点",
    "最低薪资",
    "意向地区",
)
GOOD = [
    [
        "S001",
        "甲",
        "s1@example.edu.cn",
        "信息学院",
        "本科",
        "软件工程",
        "2027",
        "3.52",
        "6000",
        "杭州",
    ],
    ["S002", "乙", "", "信息学院", "本科", "计算机科学与技术", "27届", "", "", "浙江省,宁波"],
    ["S003", "丙", "", "财经学院", "大专", "会计学", "2028", "88.5", "5000", ""],
]
# line of the file: the row, then what is reported as (field, value, code, severity)
BAD = {
    5: (
        ["", "丁", "", "", "本科", "", "2027", "", "", ""],
        [("student_no", "", "missing", "rejected")],
    ),
    6: (
        ["S004", "戊", "not-an-address", "", "本科", "软件工程", "2027", "", "", ""],
        [("email", "not-an-address", "email", "warning")],
    ),
    7: (
        ["S005", "己", "", "", "博土", "魔法学", "明年", "A+", "面议", "仙境"],
        [
            ("degree", "博土", "degree", "warning"),
            ("major", "魔法学", "major", "warning"),
            ("cohort", "明年", "cohort", "warning"),
            ("gpa", "A+", "gpa", "warning"),
            ("pay_floor", "面议", "pay", "warning"),
            ("regions", "仙境", "region", "warning"),
        ],
    ),
}
ROWS = [*GOOD, *(row for row, _issues in BAD.values())]
EXPECTED = {(line, *issue) for line, (_row, issues) in BAD.items() for issue in issues}


def csv_text(rows=ROWS, headings=HEADINGS):
    def cell(value):
        return f'"{value}"' if "," in value else value

    return "".join(",".join(map(cell, line)) + "\r\n" for line in (headings, *rows))


def csv_file(rows=ROWS, *, encoding="utf-8"):
    return ContentFile(csv_text(rows).encode(encoding), name="roster.csv")


def xlsx_file(rows=ROWS):
    book = Workbook()
    for line in (HEADINGS, *rows):
        book.active.append([int(value) if value.isdecimal() else value for value in line])
    buffer = io.BytesIO()
    book.save(buffer)
    return ContentFile(buffer.getvalue(), name="roster.xlsx")


def json_lines_file(rows=ROWS):
    lines = [json.dumps(dict(zip(HEADINGS, row, strict=True)), ensure_ascii=False) for row in rows]
    return ContentFile("\n".join(lines).encode(), name="roster.jsonl")


def many_rows(count):
    return [
        [
            f"N{number:05d}",
            f"学生{number}",
            "",
            "信息学院",
            "本科",
            "软件工程",
            "2027",
            "",
            "",
            "杭州",
        ]
        for number in range(count)
    ]
