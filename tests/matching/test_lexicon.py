import pytest

from matching.lexicon import Lexicon

ROWS = [
    {"id": id_, "name": name, "kind": kind, "family": family, "aliases": aliases, "contexts": words}
    for id_, name, kind, family, aliases, words in [
        ("java", "Java", "tool", "programming", "", ""),
        ("javascript", "JavaScript", "tool", "programming", "JS", ""),
        ("c", "C语言", "tool", "programming", "C", "编程|语言"),
        ("cpp", "C++", "tool", "programming", "", ""),
        ("csharp", "C#", "tool", "programming", "", ""),
        ("go", "Go语言", "tool", "programming", "Go|Golang", "编程|后端"),
        ("r", "R语言", "tool", "statistics", "R", "统计|数据分析"),
        ("cad", "AutoCAD", "tool", "drawing", "CAD", ""),
        ("html", "HTML", "tool", "web", "HTML5|H5", ""),
        ("vue", "Vue.js", "tool", "web", "Vue", ""),
        ("sql-server", "SQL Server", "tool", "database", "SQLServer|MSSQL", ""),
        ("nursing-aide", "护工", "skill", "nursing", "", ""),
        ("accounting", "会计", "skill", "accounting", "会计核算", ""),
    ]
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.from_rows(ROWS)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("熟悉Java与JavaScript", ["java", "javascript"]),
        ("熟悉JAVASCRIPT", ["javascript"]),
        ("会用ＣＡＤ制图", ["cad"]),
        ("掌握C/C++、C#", ["c", "cpp", "csharp"]),
        ("掌握C++11", ["cpp"]),
        ("HTML5、Vue 3.0、java8", ["html", "vue", "java"]),
        ("SQL Server 与 sqlserver2019", ["sql-server", "sql-server"]),
        ("SQL-Server", ["sql-server"]),
        ("javac 与 xjava", []),
        ("会计核算经验", ["accounting"]),
        ("系统维护工作", []),
        ("有护工经验", ["nursing-aide"]),
    ],
)
def test_terms_stand_alone(lexicon: Lexicon, text: str, ids: list[str]) -> None:
    assert [span.skill.id for span in lexicon.find(text)] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("C 端用户增长", []),
        ("C 语言编程能力", ["c"]),
        ("熟悉 Java、Go", ["java", "go"]),
        ("Java, go to market", ["java"]),
        ("用 R 做数据分析", ["r"]),
        ("R 角加工", []),
        ("熟悉Golang后端", ["go"]),
    ],
)
def test_ambiguous_terms_need_company(lexicon: Lexicon, text: str, ids: list[str]) -> None:
    assert [span.skill.id for span in lexicon.find(text)] == ids


def test_spans_are_those_of_the_original_text(lexicon: Lexicon) -> None:
    text = "要求：Ｊａｖａ（熟练）、Vue.js"

    assert [text[span.start : span.end] for span in lexicon.find(text)] == ["Ｊａｖａ", "Vue.js"]


def test_an_empty_lexicon_finds_nothing() -> None:
    assert Lexicon.from_rows([]).find("Java") == []
