import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from employment.demo.measuring import summary
from employment.demo.measuring.summary import BEGIN, END, Measure


def test_a_table_replaces_the_old_one_alone():
    measure = Measure("Titles", ("evaluate",), ("map", "skills.f1"))

    table = summary.table([(measure, {"map": 0.51239, "skills": {"f1": 0.8}})], dt.date(2026, 9, 1))
    document = summary.replaced(f"# Top\n{BEGIN}\nold\n{END}\nend", table)

    assert "| Titles | map 0.512, skills.f1 0.8 |" in document
    assert document.startswith("# Top\n")
    assert document.endswith("\nend")
    assert "old" not in document
    assert summary.replaced(document, table) == document


def test_a_document_without_marks_is_left_alone():
    with pytest.raises(ValueError, match="no place"):
        summary.replaced("# Top", "x")


def test_every_command_named_exists(settings, tmp_path):
    (tmp_path / "eval").mkdir()
    parsers = {}
    for measure in summary.measures(tmp_path, tmp_path / "labels.jsonl"):
        name = measure.command[0]
        if name not in parsers:
            from django.core.management import load_command_class

            parsers[name] = load_command_class("employment.demo", name).create_parser("", name)
        parsers[name].parse_args([*measure.command[1:], "--json"])
    assert set(parsers) == {"evaluate", "benchmark"}


def test_a_measure_is_the_last_line_of_its_command(tmp_path):
    path = tmp_path / "postings.csv"
    path.write_text("description\n数据分析\n", encoding="utf-8")

    figures = summary.run(Measure("Encoding", ("benchmark", "encode", str(path)), ("n",)))

    assert figures["n"] == 1


def test_a_folder_without_sets_is_refused(tmp_path):
    with pytest.raises(CommandError, match="eval"):
        call_command("quality", str(tmp_path))
