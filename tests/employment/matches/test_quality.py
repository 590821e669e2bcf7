import pytest
from django.core.management import call_command

from employment.matches.models import MeasuredQuality
from employment.matches.services.engine import encoder
from employment.matches.services.quality import measured_rows, record_quality


@pytest.mark.django_db
def test_evaluate_record_keeps_the_figures_of_the_encoder_in_use(tmp_path):
    queries, corpus = tmp_path / "q.jsonl", tmp_path / "c.csv"
    queries.write_text('{"query_id": "1", "query": "会计", "relevant": ["2"]}\n')
    corpus.write_text("title_id,title\n1,护士\n2,会计\n")
    options = {"queries": str(queries), "corpus": str(corpus), "record": "titles-zh"}
    call_command("evaluate", "titles", **options)
    row = MeasuredQuality.objects.get()
    assert (row.task, row.encoder) == ("titles-zh", encoder().name)
    assert row.figures["map"] == 1.0


@pytest.mark.django_db
def test_record_again_replaces_and_other_encoders_are_not_shown():
    record_quality(task="a", figures={"map": 0.1})
    record_quality(task="a", figures={"map": 0.2})
    MeasuredQuality.objects.create(task="a", encoder="other", figures={"map": 0.9})
    assert [row.figures for row in measured_rows(encoder=encoder().name)] == [{"map": 0.2}]
