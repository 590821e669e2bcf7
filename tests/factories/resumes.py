"""Resumes with something in every section."""

from employment.guidance.resumes.content import Contact, Entry, ResumeContent, Skill
from employment.guidance.resumes.enums import Language
from employment.guidance.resumes.models import Resume, UploadedResume
from employment.guidance.resumes.services.resumes import create_resume
from employment.students.models import StudentProfile

LINE = "用 Python 重构订单接口，P95 延迟从 800 ms 降到 120 ms。"
FULL = ResumeContent(
    contact=Contact("林晓雨", "13800000000", "lin@example.edu.cn", "杭州"),
    target="后端开发工程师",
    summary="计算机专业，做过两个线上系统。",
    education=(Entry("计算机科学与技术", "江南大学", "本科", "2023-09", "2027-06"),),
    experience=(
        Entry(
            "后端开发实习生",
            "云帆科技有限公司",
            "",
            "2025-07",
            "2025-09",
            False,
            (LINE, "编写 45 个单元测试，覆盖率从 40% 提升到 85%。"),
        ),
        Entry("测试实习生", "星河软件", "", "2025-01", "2025-02", False, ("执行 120 条用例。",)),
    ),
    projects=(Entry("校园二手平台", "", "独立开发", "2024-03", "", True, ("1200 名用户。",)),),
    campus=(Entry("技术部部长", "学生会", "", "2024-09", "2025-06"),),
    awards=(Entry("蓝桥杯省二等奖", "", "", "2025-04"),),
    skills=(Skill("Python", "熟练", "订单接口重构"), Skill("MySQL")),
    certificates=("软件设计师",),
    languages=("英语六级 520",),
)


def make_resume(
    student: StudentProfile,
    *,
    content: ResumeContent = FULL,
    language: Language = Language.CHINESE,
    title: str = "我的简历",
    shared: bool = False,
) -> Resume:
    resume = create_resume(student=student, language=language, title=title, content=content)
    if shared:
        resume.is_shared = True
        resume.save(update_fields=["is_shared"])
    return resume


def make_uploaded_resume(student: StudentProfile) -> UploadedResume:
    field = {"name": "contact.name", "value": "林晓雨", "confidence": 0.7, "line": "林晓雨"}
    reading = {"language": "zh", "fields": [field], "doubts": [], "left_out": []}
    return UploadedResume.objects.create(student=student, name="我的简历.docx", reading=reading)
