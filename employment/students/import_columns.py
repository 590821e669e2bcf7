"""Columns that a table of students may have, and what is said about a cell that is not taken."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from employment.imports.importers import ImportField, Message

FIELDS = (
    ImportField("student_no", _("Student number"), ("学号", "编号", "pid", "id"), required=True),
    ImportField("name", _("Name"), ("姓名",)),
    ImportField("email", _("E-mail"), ("邮箱", "电子邮箱", "邮件")),
    ImportField("phone", _("Phone"), ("手机", "手机号", "电话")),
    ImportField("college", _("College"), ("学院", "院系")),
    ImportField("degree", _("Degree"), ("学历", "学历层次", "培养层次")),
    ImportField("major", _("Major"), ("专业", "专业名称")),
    ImportField("cohort", _("Graduation year"), ("届", "毕业年份", "毕业年", "届别")),
    ImportField("gpa", _("Grade point average"), ("绩点", "平均绩点")),
    ImportField("work_years", _("Years of full-time work"), ("工作年限", "工作经验", "experience")),
    ImportField("summary", _("About me"), ("自我评价", "self_evaluation", "个人简介")),
    ImportField("titles", _("Intended work"), ("意向岗位", "期望职位", "expected_positions")),
    ImportField("regions", _("Intended places"), ("意向地区", "期望城市", "expected_city")),
    ImportField("industries", _("Intended industries"), ("意向行业", "expected_industry")),
    ImportField("pay_floor", _("Lowest monthly pay"), ("最低薪资", "期望薪资", "salary_min")),
    ImportField("skills", _("Skills"), ("技能", "专业技能")),
    ImportField("certificates", _("Certificates"), ("证书", "资格证书")),
    ImportField("languages", _("Languages"), ("外语", "语言")),
    ImportField("work", _("Internships and jobs"), ("实习经历", "工作经历")),
    ImportField("projects", _("Projects"), ("项目", "项目经历")),
    ImportField("competitions", _("Competitions"), ("竞赛", "获奖", "竞赛经历")),
    ImportField("gender", _("Gender"), ("性别",)),
    ImportField("ethnicity", _("Ethnicity"), ("民族",)),
    ImportField("birthplace", _("Place of origin"), ("生源地", "生源所在地", "籍贯")),
    ImportField("hardship", _("Hardship"), ("困难生", "困难生类别", "困难类别", "困难认定")),
    ImportField("disability", _("Disability"), ("残疾", "是否残疾")),
)

MESSAGES: Mapping[str, Message] = {
    "missing": Message(_("The student number is empty."), _("Every row needs a student number.")),
    "twice": Message(
        _("This student number stands in the file twice."), _("Keep one of the rows.")
    ),
    "no_university": Message(
        _("No university is chosen."), _("Import as a university's career office, or name it.")
    ),
    "email": Message(_("This is not an e-mail address."), _("Write it like name@example.edu.cn.")),
    "email_used": Message(
        _("Another account uses this e-mail address."), _("Imported without it; correct one.")
    ),
    "degree": Message(
        _("This degree cannot be read."), _("Write for example 大专, 本科, 硕士 or 博士.")
    ),
    "major": Message(
        _("This major is not in the catalogue."),
        _("Kept as written; use the name in the Ministry's catalogue."),
    ),
    "cohort": Message(_("This is not a graduation year."), _("Write it like 2027.")),
    "gpa": Message(_("This is not a grade point average."), _("Write a number such as 3.52.")),
    "work_years": Message(
        _("This is not a number of years."), _("Write a number such as 0 or 2, or 无.")
    ),
    "pay": Message(_("This is not an amount."), _("Write a whole number of CNY a month.")),
    "region": Message(_("This place is not known."), _("Write a province, city or county name.")),
    "industry": Message(_("This industry is not known."), _("Write a name of GB/T 4754.")),
    "gender": Message(_("This gender cannot be read."), _("Write 男 or 女, or leave it empty.")),
    "ethnicity": Message(
        _("This is not one of the ethnic groups of GB/T 3304."), _("Write for example 汉族.")
    ),
    "birthplace": Message(
        _("This place of origin is not known."), _("Write one province, city or county name.")
    ),
    "hardship": Message(
        _("This hardship category cannot be read."),
        _("Write a code from 0 to 7 (0 none), or for example 家庭困难."),
    ),
    "disability": Message(_("This is neither yes nor no."), _("Write 是 or 否.")),
}
