import csv
import json

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db

POSTING = {
    "source_id": "J1",
    "title": "专员",
    "city": "",
    "salary": "8-10k",
    "description": "任职要求：\n1、本科及以上学历；2、3年以上工作经验",
}


@pytest.fixture
def folder(tmp_path):
    with (tmp_path / "jobs.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, POSTING)
        table.writeheader()
        table.writerow(POSTING)
    return tmp_path


def write_labels(folder, **changes):
    label = {"file": "jobs", "source_id": "J1", "half": "A", "degree": 40, "experience": 5}
    path = folder / "labels.jsonl"
    path.write_text(json.dumps({**label, "pay": [8000, 10000, "month"], **changes}) + "\n")
    return str(path)


def test_scores_are_printed_per_field(folder, capsys):
    call_command(
        "evaluate", "requirements", write_labels(folder), "--postings", str(folder), "--json"
    )

    scores = json.loads(capsys.readouterr().out)
    assert [scores[name]["f1"] for name in ("degree", "experience", "pay")] == [1, 0, 1]


def test_other_half_is_left_out(folder, capsys):
    call_command(
        "evaluate", "requirements", write_labels(folder), "--postings", str(folder),
        "--half", "B", "--json",
    )  # fmt: skip

    assert json.loads(capsys.readouterr().out)["pay"]["n"] == 0


def test_absent_posting_is_said(folder):
    with pytest.raises(CommandError, match="1 labelled postings are not in"):
        call_command(
            "evaluate", "requirements", write_labels(folder, source_id="J2"), "--postings",
            str(folder),
        )  # fmt: skip
