import json

from matching.heads.title_glosses import (
    job_words,
    posting_lines,
    read_dictionary,
    read_glosses,
    save_glosses,
)

LINES = [
    "# CC-CEDICT",
    "叉車 叉车 [cha1 che1] /forklift truck/pallet jack/CL:輛|辆[liang4]/",
    "招聘 招聘 [zhao1 pin4] /to recruit; to hire (staff)/",
    "王 王 [Wang2] /surname Wang/",
    "木匠 木匠 [mu4 jiang4] /carpenter/",
    "與 与 [yu3] /and; to give/",
]


def test_dictionary_gives_short_glosses_without_asides():
    found = read_dictionary(LINES)

    assert found["叉车"] == ["forklift truck", "pallet jack"]
    assert found["招聘"] == ["recruit", "hire"]
    assert found["员"] == ["worker"]
    assert not {"王", "与"} & found.keys()


def test_words_of_titles_texts_and_job_names_are_chosen():
    glosses = {"叉车": ["forklift"], "招聘": ["recruit"], "木匠": ["carpenter"], "银器": ["silver"]}

    names = ["叉车java", "java", "java"]
    chosen = job_words(glosses, names, ["招聘"], ["carpenter"])

    assert chosen == {
        "java": ["java"],
        "叉车": ["forklift"],
        "招聘": ["recruit"],
        "木匠": ["carpenter"],
    }


def test_postings_give_a_clean_title_and_the_beginning_of_the_text():
    line = json.dumps({"title": "急招木匠（包吃住）", "description": "做" * 1000})

    assert list(posting_lines([line])) == [("木匠", "做" * 800)]


def test_glosses_survive_being_kept(tmp_path):
    glosses = {"叉车": ["forklift truck", "pallet jack"], "木匠": ["carpenter"]}

    save_glosses(tmp_path / "glosses.gz", glosses)

    assert read_glosses(tmp_path / "glosses.gz") == glosses
