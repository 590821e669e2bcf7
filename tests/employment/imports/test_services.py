from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from employment.common.enums import JobState
from employment.common.errors import DomainError, InvalidError
from employment.common.jobs import request_cancel
from employment.common.models import Job
from employment.imports import services
from employment.imports.enums import ImportTarget
from employment.imports.importers import ImportContext, importer_for
from employment.imports.models import ImportFile, ImportIssue
from employment.imports.selectors import issue_table
from employment.imports.services import (
    begin_import,
    counts_of,
    create_import,
    repeat_import,
    run_import,
    stalled_imports,
    work_batch,
)
from employment.imports.tables import read_table
from employment.imports.tasks import sweep_imports
from employment.students.models import StudentProfile
from tests.employment.imports.rosters import (
    EXPECTED,
    GOOD,
    ROWS,
    csv_file,
    csv_text,
    json_lines_file,
    many_rows,
    xlsx_file,
)
from tests.factories.accounts import make_university, make_user

IMPORTED = {"rows": 6, "imported": 5, "updated": 0, "duplicates": 0, "reported": 1}
FILES = {
    "utf-8": csv_file,
    "utf-8 with BOM": lambda: csv_file(encoding="utf-8-sig"),
    "gb18030": lambda: csv_file(encoding="gb18030"),
    "xlsx": xlsx_file,
}


def issues_of(upload):
    return set(upload.issues.values_list("row", "field", "value", "code", "severity"))


def written():
    """What an import of the roster leaves, without ids."""
    return sorted(
        StudentProfile.objects.values_list(
            "student_no", "user__name", "college__name", "degree", "major", "cohort", "gpa"
        )
    )


@pytest.mark.parametrize("kind", FILES)
def test_every_bad_cell_is_reported_whatever_the_file(bring, kind):
    upload = bring(FILES[kind]())

    assert counts_of(upload) == IMPORTED
    assert issues_of(upload) == EXPECTED
    assert upload.job.state == JobState.DONE
    assert written() == [
        ("S001", "甲", "信息学院", 40, "080902", 2027, Decimal("3.52")),
        ("S002", "乙", "信息学院", 40, "080901", 2027, None),
        ("S003", "丙", "财经学院", 30, "120203K", 2028, Decimal("88.5")),
        ("S004", "戊", None, 40, "080902", 2027, None),
        ("S005", "己", None, None, None, None, None),
    ]


def test_json_lines_count_their_lines_from_one(bring):
    upload = bring(json_lines_file())

    assert counts_of(upload) == IMPORTED
    assert issues_of(upload) == {(line - 1, *rest) for line, *rest in EXPECTED}


def test_download_says_where_what_why_and_how(bring):
    rows = list(issue_table(bring(csv_file())))

    assert len(rows) == 1 + len(EXPECTED)
    assert all(len(row) == 6 and all(row[:2] + row[3:]) for row in rows)
    assert ["7", "专业", "魔法学"] in [row[:3] for row in rows]


def test_every_code_an_importer_may_report_is_explained(bring):
    bring(csv_file())

    codes = set(ImportIssue.objects.values_list("code", flat=True))
    assert codes <= set(importer_for(ImportTarget.STUDENTS).messages)


def test_second_import_adds_nothing(bring):
    bring(csv_file())
    before = written()

    again = bring(xlsx_file())

    assert counts_of(again) == IMPORTED | {"imported": 0, "duplicates": 5}
    assert written() == before


def test_mended_file_fills_the_gaps_and_leaves_the_rest(bring):
    bring(csv_file())
    mended = [list(row) for row in ROWS]
    mended[3][0] = "S006"
    mended[5][4:7] = ["硕士", "护理学", "2028"]

    again = bring(csv_file(mended))

    counts = {"imported": 1, "updated": 1, "duplicates": 4, "reported": 0}
    assert counts_of(again) == IMPORTED | counts
    assert ("S005", "己", None, 50, "101101", 2028, None) in written()


def test_number_twice_in_a_file_is_written_once(bring):
    upload = bring(csv_file([GOOD[0], ["S001", "冒名", *GOOD[1][2:]], GOOD[1]]))

    assert counts_of(upload) == IMPORTED | {
        "rows": 3,
        "imported": 2,
        "duplicates": 1,
        "reported": 0,
    }
    assert [row[1] for row in written()] == ["甲", "乙"]


def test_address_of_another_account_is_left_out(bring):
    make_user(email="S1@example.edu.cn")

    upload = bring(csv_file(GOOD))

    assert upload.imported == 3
    assert StudentProfile.objects.get(student_no="S001").user.email == ""


def test_dry_run_reports_and_writes_nothing(bring):
    upload = bring(csv_file(), dry_run=True)

    assert issues_of(upload) == EXPECTED
    assert counts_of(upload) == IMPORTED | {"imported": 0}
    assert not StudentProfile.objects.exists()

    real = repeat_import(upload=upload, actor=make_user())
    begin_import(upload=real, mapping=upload.mapping, dry_run=False, ring=False)
    assert counts_of(run_import(upload_id=real.pk)) == IMPORTED


def test_same_number_at_two_universities_is_two_students(bring):
    bring(csv_file(GOOD))
    upload = create_import(
        target=ImportTarget.STUDENTS,
        file=csv_file(GOOD),
        name="roster.csv",
        organisation_id=make_university().pk,
    )
    begin_import(upload=upload, mapping=upload.mapping, dry_run=False, ring=False)

    assert run_import(upload_id=upload.pk).imported == 3
    assert StudentProfile.objects.count() == 6


def test_without_a_university_every_row_is_reported(bring):
    upload = create_import(target=ImportTarget.STUDENTS, file=csv_file(GOOD), name="roster.csv")
    begin_import(upload=upload, mapping=upload.mapping, dry_run=False, ring=False)

    upload = run_import(upload_id=upload.pk)

    assert (upload.imported, upload.reported) == (0, 3)
    assert {issue.code for issue in upload.issues.all()} == {"no_university"}


def test_required_column_is_asked_for(start):
    upload = create_import(
        target=ImportTarget.STUDENTS, file=csv_file(), name="roster.csv", organisation_id=None
    )

    with pytest.raises(InvalidError):
        begin_import(upload=upload, mapping={"name": "姓名"}, dry_run=False, ring=False)

    upload.refresh_from_db()
    assert upload.begun_at is None


def test_import_is_begun_once(start):
    upload = start(csv_file())

    with pytest.raises(DomainError):
        begin_import(upload=upload, mapping=upload.mapping, dry_run=False, ring=False)


def test_columns_are_guessed_by_their_headings(start):
    upload = start(csv_file())

    assert upload.mapping["student_no"] == "学号"
    assert upload.mapping["cohort"] == "毕业年份"
    assert "summary" not in upload.mapping


def work_some(upload, *, batches):
    """What a worker did before it was killed."""
    importer = importer_for(ImportTarget(upload.target))
    with upload.file.open("rb") as file:
        rows = read_table(file, upload.original_name).rows
    context = ImportContext(upload.job.organisation_id, None, timezone.localdate())
    for number in range(batches):
        start = number * services.BATCH
        work_batch(upload, importer, rows[start : start + services.BATCH], context, start=start)


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(services, "BATCH", 10)


def test_killed_import_goes_on_where_it_stopped(start, small_batches):
    upload = start(csv_file([*many_rows(20), *ROWS, *many_rows(20)]))
    work_some(upload, batches=2)
    assert StudentProfile.objects.count() == 20

    upload = run_import(upload_id=upload.pk)

    assert counts_of(upload) == {
        "rows": 46,
        "imported": 25,
        "updated": 0,
        "duplicates": 20,
        "reported": 1,
    }
    assert (upload.job.done, upload.job.failed) == (45, 1)
    assert upload.issues.count() == len(EXPECTED)


def test_batch_that_fails_leaves_no_trace_and_is_done_again(start, small_batches, monkeypatch):
    upload = start(csv_file(many_rows(30)))
    importer = importer_for(ImportTarget.STUDENTS)
    calls = []

    def write_and_die(records, context):
        calls.append(len(records))
        states = type(importer).write(importer, records, context)
        if len(calls) == 2:
            raise ConnectionError
        return states

    with monkeypatch.context() as patch:
        patch.setattr(importer, "write", write_and_die)
        with pytest.raises(ConnectionError):
            run_import(upload_id=upload.pk)
    upload.job.refresh_from_db()
    assert (StudentProfile.objects.count(), upload.job.done) == (10, 10)
    assert upload.job.finished_at is None

    upload = run_import(upload_id=upload.pk)

    assert (StudentProfile.objects.count(), upload.imported, upload.duplicates) == (30, 30, 0)


def test_finished_import_run_again_changes_nothing(bring):
    upload = bring(csv_file())
    finished = upload.job.finished_at

    again = run_import(upload_id=upload.pk)

    assert again.job.finished_at == finished
    assert counts_of(again) == IMPORTED
    assert again.issues.count() == len(EXPECTED)


def test_batch_done_by_another_worker_is_passed_over(start):
    upload = start(csv_file())
    work_some(upload, batches=1)

    work_some(upload, batches=1)

    upload.refresh_from_db()
    assert counts_of(upload) == IMPORTED
    assert upload.issues.count() == len(EXPECTED)


def test_stopped_import_keeps_what_it_wrote(start, small_batches):
    upload = start(csv_file(many_rows(30)))
    Job.objects.filter(pk=upload.job_id).update(cancel_requested=True)

    upload = run_import(upload_id=upload.pk)

    assert upload.job.state == JobState.CANCELLED
    assert (upload.imported, StudentProfile.objects.count()) == (10, 10)


def test_import_stopped_before_it_began_writes_nothing(start):
    upload = start(csv_file())
    request_cancel(job=upload.job)

    upload = run_import(upload_id=upload.pk)

    assert upload.job.state == JobState.CANCELLED
    assert not StudentProfile.objects.exists()


def test_sweep_takes_up_an_import_that_lost_its_message(start):
    upload = start(csv_file())
    fresh = stalled_imports(now=timezone.now())
    ImportFile.objects.update(begun_at=timezone.now() - timedelta(minutes=5))

    sweep_imports()

    upload.refresh_from_db()
    assert fresh == []
    assert counts_of(upload) == IMPORTED
    assert stalled_imports(now=timezone.now()) == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_on_one_import_double_nothing(start, small_batches):
    from concurrent.futures import ThreadPoolExecutor

    upload = start(csv_file([*many_rows(40), *ROWS]))

    def work(_number):
        try:
            return run_import(upload_id=upload.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(work, range(2)))

    upload.refresh_from_db()
    assert (upload.imported, upload.duplicates, upload.reported) == (45, 0, 1)
    assert StudentProfile.objects.count() == 45
    assert upload.issues.count() == len(EXPECTED)
    assert Job.objects.get().state == JobState.DONE


def test_text_of_the_roster_is_what_the_files_hold():
    assert csv_text().count("\r\n") == 1 + len(ROWS)
