"""Columns that a table of postings may have, and what is said about a cell that is not taken."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from employment.imports.importers import ImportField, Message

FIELDS = (
    ImportField(
        "title", _("Title"), ("职位", "职位名称", "岗位", "岗位名称", "job title"), required=True
    ),
    ImportField(
        "description",
        _("Description"),
        ("职位描述", "岗位描述", "岗位职责", "任职要求", "详情", "job description"),
        required=True,
    ),
    ImportField(
        "company", _("Employer"), ("公司", "单位", "用人单位", "企业名称", "公司名称", "employer")
    ),
    ImportField("city", _("Place"), ("城市", "地点", "工作地点", "工作城市", "location", "region")),
    ImportField("salary", _("Pay"), ("薪资", "薪酬", "工资", "月薪", "待遇", "pay")),
    ImportField("degree", _("Degree"), ("学历", "学历要求", "education")),
    ImportField("experience", _("Experience"), ("经验", "工作经验", "经验要求")),
    ImportField("industry", _("Industry"), ("行业", "所属行业")),
    ImportField("company_size", _("Employer's size"), ("规模", "公司规模", "单位规模")),
    ImportField("company_type", _("Employer's ownership"), ("性质", "单位性质", "公司性质")),
    ImportField("tags", _("Tags"), ("标签", "福利", "关键词")),
    ImportField("seats", _("Seats"), ("人数", "招聘人数", "名额", "headcount")),
    ImportField("deadline", _("Deadline"), ("截止日期", "截止时间", "报名截止")),
    ImportField("posted", _("First posted"), ("发布日期", "发布时间", "date")),
    ImportField("source_id", _("Id at the source"), ("编号", "职位编号", "id")),
)

MESSAGES: Mapping[str, Message] = {
    "missing": Message(
        _("The cell is empty."), _("Fill it in; a posting needs a title and a text.")
    ),
    "too_long": Message(_("The text is too long."), _("Shorten it to the limit of the field.")),
    "no_employer": Message(
        _("No employer is named."),
        _("Imported under “未注明用人单位”; add the employer's full name."),
    ),
    "held": Message(
        _("This looks like a course, a training company or a trading seat instead of a job."),
        _("Held for review: read why under “To review”, then publish or reject it."),
    ),
    "pay": Message(
        _("This pay cannot be read."), _("Write it like 6000-9000元/月, 150元/天 or 12-18万/年.")
    ),
    "pay_swapped": Message(
        _("The lower and upper pay were swapped."), _("Taken in the right order; check it.")
    ),
    "pay_doubt": Message(
        _("The pay is unusually low, high or wide."), _("Imported as written; check it.")
    ),
    "city": Message(_("This place is not known."), _("Write a province, city or county name.")),
    "degree": Message(_("This degree cannot be read."), _("Write for example 大专, 本科 or 硕士.")),
    "experience": Message(
        _("This experience cannot be read."), _("Write for example 不限, 应届 or 1-3年.")
    ),
    "seats": Message(_("This is not a number of seats."), _("Write a whole number from 1.")),
    "date": Message(_("This date cannot be read."), _("Write it like 2026-09-01.")),
    "duplicate": Message(_("The posting exists already."), _("Nothing to do: it is kept once.")),
}
