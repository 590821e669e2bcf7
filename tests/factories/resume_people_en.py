"""Invented people writing English whose resumes are known word by word."""

from employment.guidance.resumes.content import Contact, Entry, ResumeContent, Skill


def _skills(*names: str) -> tuple[Skill, ...]:
    return tuple(Skill(name) for name in names)


WANG = ResumeContent(
    contact=Contact("Emily Wang", "+86 139 1234 5678", "emily.wang@example.com", "Shanghai"),
    target="Financial Analyst",
    summary=(
        "Final-year finance student with two internships in valuation and one published case study."
    ),
    education=(
        Entry(
            "Finance",
            "Fudan University",
            "Bachelor of Economics · GPA 3.7/4.0",
            "2023-09",
            "2027-06",
        ),
    ),
    experience=(
        Entry(
            "Equity Research Intern",
            "Harbour Bridge Securities Ltd",
            "",
            "2026-06",
            "2026-09",
            False,
            (
                "Built discounted cash flow models for 5 listed retailers used in 2 client notes",
                "Cut the time to refresh a peer table from 2 hours to 10 minutes with Python",
            ),
        ),
        Entry(
            "Audit Assistant",
            "Clearwater Consulting Group",
            "",
            "2025-12",
            "2026-02",
            False,
            ("Tested 240 expense vouchers and found 7 misstatements that were corrected",),
        ),
    ),
    projects=(
        Entry(
            "Bond Default Prediction",
            "",
            "",
            "2025-03",
            "2025-06",
            False,
            ("Trained a logistic model on 12,000 bonds that reached an AUC of 0.81",),
        ),
    ),
    awards=(Entry(title="CFA Institute Research Challenge Regional Finalist", start="2026-03"),),
    skills=_skills("Excel", "Python", "Wind", "Power BI"),
    certificates=("CFA Level I Certificate",),
    languages=("English (IELTS 7.5)", "Mandarin (native)"),
)
SMITH = ResumeContent(
    contact=Contact("Haoran Liu", "+86 150 5555 6666", "haoran.liu@example.com", "Beijing"),
    summary="Backend engineer who likes small services and measurable latency.",
    education=(
        Entry(
            "Computer Science",
            "Beihang University",
            "Master of Science · GPA 3.8/4.0",
            "2024-09",
            "2027-06",
        ),
        Entry(
            "Software Engineering",
            "Wuhan University",
            "Bachelor of Engineering · GPA 3.6/4.0",
            "2020-09",
            "2024-06",
        ),
    ),
    experience=(
        Entry(
            "Software Engineer Intern",
            "Northwind Technologies",
            "",
            "2026-06",
            "",
            True,
            (
                "Designed a rate limiter in Go that serves 30,000 requests per second",
                "Reduced cold start of 9 functions by 43% by trimming their dependencies",
            ),
        ),
        Entry(
            "Research Assistant",
            "Systems Lab",
            "",
            "2025-03",
            "2026-01",
            False,
            ("Wrote a tracing tool of 4,000 lines adopted by 3 other groups",),
        ),
    ),
    projects=(
        Entry(
            "Tiny SQL Engine",
            "",
            "",
            "2024-11",
            "2025-02",
            False,
            ("Implemented a query planner in Rust that passes 92% of 1,100 logic tests",),
        ),
        Entry(
            "Campus Shuttle Tracker",
            "",
            "",
            "2023-03",
            "2023-06",
            False,
            ("Shipped an Android app with 800 weekly users",),
        ),
    ),
    awards=(Entry(title="ICPC Asia Regional Silver Medal", start="2023-11"),),
    skills=_skills("Go", "Rust", "Python", "PostgreSQL", "Kubernetes", "Docker"),
    languages=("English (fluent)", "Chinese (native)"),
)
ZHOU = ResumeContent(
    contact=Contact("Mia Zhou", "13812340000", "mia.zhou@example.com", "Shenzhen"),
    target="Product Designer",
    education=(
        Entry("Industrial Design", "Shenzhen University", "Bachelor of Arts", "2022-09", "2026-06"),
    ),
    experience=(
        Entry(
            "UX Design Intern",
            "Lumen Software",
            "",
            "2025-07",
            "2025-12",
            False,
            (
                "Redesigned the sign-up flow and raised completion from 61% to 74%",
                "Ran 18 usability interviews and turned them into 25 ranked findings",
                "Delivered a component library of 40 parts used by 3 teams",
            ),
        ),
    ),
    campus=(
        Entry(
            "President",
            "Design Club",
            "",
            "2024-03",
            "2025-03",
            False,
            ("Organised 6 workshops for 150 students with a budget of 8,000 yuan",),
        ),
    ),
    awards=(Entry(title="Red Dot Concept Award Shortlist", start="2025-08"),),
    skills=_skills("Figma", "Sketch", "Blender", "HTML", "CSS"),
    languages=("English (CET-6 560)",),
)
