import pytest
from django.core.exceptions import ValidationError

from employment.accounts.actors import actor_for_user
from employment.accounts.enums import Role
from employment.accounts.models import Membership
from employment.common.errors import StateError
from employment.common.models import AuditEntry
from employment.privacy.enums import Purpose
from employment.privacy.models import Consent
from employment.privacy.services.consents import grant_consent, withdraw_consent
from employment.students.enums import Degree, EnrolmentState
from employment.students.models import (
    Experience,
    Intention,
    ProtectedTraits,
    SkillClaim,
    StudentProfile,
)
from employment.students.services.enrolment import decide_enrolment
from employment.students.services.profiles import (
    create_student,
    delete_record,
    edit_intention,
    edit_student,
    save_record,
)
from employment.students.services.revisions import mark_students_changed
from employment.students.services.roster import RosterEntry, add_students, refresh_students
from employment.students.services.signup import start_profile
from employment.students.signals import students_changed
from tests.factories.accounts import make_university, make_user
from tests.factories.students import (
    make_certificate,
    make_experience,
    make_intention,
    make_skill_claim,
    make_student,
)
from tests.factories.taxonomy import make_major, make_occupation, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(django_capture_on_commit_callbacks):
    """Ids announced once the captured transaction commits, and nothing before."""
    heard = []

    def listen(*, student_ids, **_kwargs):
        heard.extend(student_ids)

    students_changed.connect(listen)
    yield heard
    students_changed.disconnect(listen)


@pytest.fixture
def student():
    student = make_student()
    make_intention(student)
    return student


def change_profile(student):
    edit_student(student=student, summary="会写后端服务")


def change_wishes(student):
    edit_intention(student=student, titles=["数据分析师"])


def add_entry(student):
    save_record(record_row=Experience(student=student, kind="project", title="A"), student=student)


def change_entry(student):
    row = make_experience(student)
    row.title = "改名"
    save_record(record_row=row, student=student)


def drop_entry(student):
    delete_record(record_row=make_skill_claim(student), student=student)


def give_consent(student):
    withdraw_consent(user=student.user, purpose=Purpose.MATCHING)
    mark_unchanged(student)
    grant_consent(user=student.user, purpose=Purpose.MATCHING)


def take_consent(student):
    withdraw_consent(user=student.user, purpose=Purpose.MATCHING)


def refresh_from_roster(student):
    entry = RosterEntry(student.student_no, "", profile={"cohort": 2028})
    refresh_students(university=student.university, entries={student.student_no: entry})


def mark_unchanged(student):
    StudentProfile.objects.filter(pk=student.pk).update(revision=1)


CHANGES = [
    change_profile,
    change_wishes,
    add_entry,
    change_entry,
    drop_entry,
    give_consent,
    take_consent,
    refresh_from_roster,
]


@pytest.mark.parametrize("change", CHANGES)
def test_change_raises_the_revision_and_tells_after_commit(
    student, changed, django_capture_on_commit_callbacks, change
):
    with django_capture_on_commit_callbacks() as callbacks:
        change(student)

    student.refresh_from_db()
    assert student.revision == 2
    assert changed == []
    for callback in callbacks:
        callback()
    assert set(changed) == {student.pk}


def test_roster_without_news_changes_no_revision(student):
    entry = RosterEntry(student.student_no, "", profile={"cohort": student.cohort, "degree": None})

    changed = refresh_students(university=student.university, entries={student.student_no: entry})

    student.refresh_from_db()
    assert changed == set()
    assert (student.revision, student.degree) == (1, Degree.BACHELOR)


def test_nothing_is_told_about_nobody(changed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        mark_students_changed(student_ids=[])

    assert changed == []


def test_new_student_has_membership_intention_and_the_given_consents():
    user, university = make_user(), make_university()

    student = create_student(user=user, university=university, purposes=[Purpose.MATCHING])

    assert Membership.objects.get(user=user).role == Role.STUDENT
    assert Intention.objects.get().student == student
    assert list(Consent.objects.values_list("purpose", flat=True)) == ["matching"]
    assert student.enrolment == EnrolmentState.CLAIMED


def test_quick_start_writes_profile_and_wishes_together():
    user, university, major = make_user(), make_university(), make_major()

    student = start_profile(
        user=user,
        name="林晓",
        university=university,
        purposes=[],
        profile={"student_no": "1", "degree": 40, "major": major, "cohort": 2027},
        titles=["测试工程师"],
        regions=[make_region()],
    )

    student = StudentProfile.objects.get(pk=student.pk)
    assert student.user.name == "林晓"
    assert (student.major, student.intention.titles) == (major, ["测试工程师"])
    assert [row.pk for row in student.intention.regions.all()] == ["330100"]
    assert not Consent.objects.exists()


def test_quick_start_with_a_taken_number_leaves_nothing_behind(student):
    user = make_user(name="林晓")

    with pytest.raises(ValidationError):
        start_profile(
            user=user,
            name="冒名",
            university=student.university,
            purposes=[Purpose.MATCHING],
            profile={"student_no": student.student_no},
        )

    user.refresh_from_db()
    assert user.name == "林晓"
    assert StudentProfile.objects.count() == 1
    assert not Membership.objects.filter(user=user).exists()


def test_lists_of_wishes_are_replaced_and_others_kept(student):
    make_occupation("2-06-03-00")

    edit_intention(student=student, occupations=[make_occupation("2-06-03-00")], pay_floor=6000)

    intention = Intention.objects.get(student=student)
    assert [row.pk for row in intention.occupations.all()] == ["2-06-03-00"]
    assert [row.pk for row in intention.regions.all()] == ["330100"]
    assert (intention.titles, intention.pay_floor) == (["软件开发工程师"], 6000)


def test_same_skill_twice_is_refused_and_named(student):
    make_skill_claim(student)

    with pytest.raises(ValidationError):
        save_record(record_row=SkillClaim(student=student, name="Python"), student=student)

    assert student.skills.count() == 1


@pytest.mark.parametrize("cohort", [1989, 2101])
def test_implausible_cohort_is_refused(student, cohort):
    with pytest.raises(ValidationError):
        edit_student(student=student, cohort=cohort)


@pytest.mark.parametrize("confirmed", [True, False])
@pytest.mark.parametrize("state", EnrolmentState)
def test_enrolment_is_decided_until_it_is_confirmed(state, confirmed):
    student = make_student(enrolment=state)
    office = actor_for_user(make_user(role=Role.CAREER_OFFICE, organisation=student.university))
    target = EnrolmentState.CONFIRMED if confirmed else EnrolmentState.REFUSED

    if state == EnrolmentState.CONFIRMED:
        with pytest.raises(StateError):
            decide_enrolment(student=student, confirmed=confirmed, actor=office)
        target = state
    else:
        decide_enrolment(student=student, confirmed=confirmed, actor=office)

    student.refresh_from_db()
    assert student.enrolment == target
    assert AuditEntry.objects.filter(actor=office.user_id).exists() == (
        state != EnrolmentState.CONFIRMED
    )


def test_roster_keeps_what_the_student_wrote(student):
    edit_student(student=student, summary="我写的", phone="13800000000")
    make_certificate(student)
    news = RosterEntry(
        student.student_no,
        "别的名字",
        college="软件学院",
        profile={"cohort": 2028, "summary": "名册写的", "phone": "1"},
        records={"certificates": [{"name": "六级"}]},
    )

    refresh_students(university=student.university, entries={student.student_no: news})

    student.refresh_from_db()
    assert (student.cohort, student.college.name) == (2028, "软件学院")
    assert (student.summary, student.phone) == ("我写的", "13800000000")
    assert [row.name for row in student.certificates.all()] == ["大学英语四级"]


def test_roster_never_reaches_another_university(student):
    entry = RosterEntry(student.student_no, "", profile={"cohort": 2030})

    changed = refresh_students(university=make_university(), entries={student.student_no: entry})

    student.refresh_from_db()
    assert (changed, student.cohort) == (set(), 2027)


def test_students_from_a_roster_cannot_sign_in_with_a_password():
    university = make_university()
    entries = [RosterEntry("1", "甲", college="文学院"), RosterEntry("2", "乙", college="文学院")]

    students = add_students(university=university, entries=entries, purposes=["matching"])

    assert [row.college.name for row in students] == ["文学院", "文学院"]
    assert not any(row.user.has_usable_password() for row in students)
    assert {row.enrolment for row in students} == {EnrolmentState.CONFIRMED}
    versions = set(Consent.objects.values_list("purpose", "text_version"))
    assert {purpose for purpose, _version in versions} == {"matching"}
    assert all(version.endswith("/roster") for _purpose, version in versions)


def test_roster_brings_protected_traits_without_a_change_that_matching_sees(student):
    revision = StudentProfile.objects.get(pk=student.pk).revision

    def refresh(**traits):
        entry = RosterEntry(student.student_no, "", traits=traits)
        return refresh_students(university=student.university, entries={student.student_no: entry})

    first = refresh(gender="女", hardship="家庭困难")
    again = refresh(gender="女")
    other = refresh(ethnicity="回族")

    row = ProtectedTraits.objects.get(student=student)
    assert (row.gender, row.hardship, row.ethnicity, row.disability) == (
        *("女", "家庭困难", "回族"),
        None,
    )
    assert (first, again, other) == ({student.student_no}, set(), {student.student_no})
    assert StudentProfile.objects.get(pk=student.pk).revision == revision


def test_new_students_of_a_roster_keep_their_traits():
    entries = [RosterEntry("1", "甲", traits={"gender": "男"}), RosterEntry("2", "乙")]

    students = add_students(university=make_university(), entries=entries)

    assert list(ProtectedTraits.objects.values_list("student", "gender")) == [
        (students[0].pk, "男")
    ]
