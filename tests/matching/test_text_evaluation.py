from matching import text_evaluation
from matching.encoders import HashingEncoder


def test_postings_uses_only_the_given_columns():
    rows = [
        {"title": "会计", "description": "负责账务核算和报税工作", "label": "会计"},
        {"title": "会计", "description": "负责病房护理和护士排班", "label": "护士"},
    ]

    by_text = text_evaluation.postings(rows, ["description"], HashingEncoder(512))

    assert by_text["n"] == 2
    assert by_text["labels"] == 2
    assert (
        text_evaluation.postings(
            [{**row, "title": "x"} for row in rows], ["description"], HashingEncoder(512)
        )
        == by_text
    )
