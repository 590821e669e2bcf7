"""Protected traits of the demo's students, drawn apart from all that matching reads."""

from collections.abc import Sequence

from employment.demo.picks import number, pick
from employment.demo.places import city_code
from employment.demo.world import places
from employment.students.models import ProtectedTraits, StudentProfile
from employment.students.models.profiles import NO_HARDSHIP
from employment.taxonomy.models import Region

MINORITIES = ("回族", "壮族", "满族", "维吾尔族", "土家族", "苗族")
HARDSHIP = ("一般困难", "困难", "特别困难")


def add_traits(students: Sequence[StudentProfile]) -> None:
    """Nine in ten are known: the others left the page empty."""
    known = [row for row in students if number("traits known", row.student_no, below=10)]
    ProtectedTraits.objects.bulk_create(traits_of(row) for row in known)


def traits_of(student: StudentProfile) -> ProtectedTraits:
    key = student.student_no
    minority = number("minority", key, below=9) == 0
    poor = number("poor", key, below=5) == 0
    return ProtectedTraits(
        student=student,
        gender=pick(("女", "男"), "gender", key),
        ethnicity=pick(MINORITIES, "people", key) if minority else "汉族",
        birthplace_id=birthplace_of(key),
        hardship=pick(HARDSHIP, "hardship", key) if poor else NO_HARDSHIP,
        disability=number("disability", key, below=60) == 0,
    )


def birthplace_of(key: str) -> str:
    """A district or county of one of the world's cities."""
    city = city_code(pick(places(), "born", key).city)
    counties = Region.objects.filter(parent=city).order_by("code").values_list("code", flat=True)
    return pick(list(counties) or [city], "county", key)
