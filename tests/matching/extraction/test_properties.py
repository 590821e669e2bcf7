"""What has to hold for any posting made of conditions that stand on their own."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.extraction.majors import MajorIndex
from matching.extraction.requirements import Extraction, extract_requirements
from matching.lexicon import Lexicon
from tests.matching.extraction.conftest import MAJOR_ROWS, SKILL_ROWS

LEXICON, MAJORS = Lexicon.from_rows(SKILL_ROWS), MajorIndex.from_rows(MAJOR_ROWS)
TOOLS = ["Java", "Python", "C++", "Vue", "React", "MySQL", "Oracle", "Docker", "数据分析"]
WAYS = ["熟悉{}", "精通{}", "了解{}者优先", "有{}经验", "{}基础扎实", "熟练使用{}等工具"]
OTHERS = [
    "大专以上学历", "会计学专业", "2年以上工作经验", "良好的沟通能力", "持C1驾照", "英语口语流利",
    "限男性", "年龄20-30岁", "形象气质佳", "本地户口优先", "已婚已育优先", "品貌端正",
]  # fmt: skip
PROTECTED = OTHERS[6:]

wordings = st.builds(str.format, st.sampled_from(WAYS), st.sampled_from(TOOLS))
lines = st.lists(wordings | st.sampled_from(OTHERS), min_size=1, max_size=6, unique=True)


def read(conditions: list[str]) -> Extraction:
    body = "".join(f"{number}、{line}；\n" for number, line in enumerate(conditions, 1))
    return extract_requirements("专员", f"任职要求：\n{body}", lexicon=LEXICON, majors=MAJORS)


def facts(found: Extraction) -> set[tuple[str, str, tuple[str, ...], float | None]]:
    return {(r.kind.value, r.strength.value, r.codes, r.minimum) for r in found.requirements}


def asked(found: Extraction) -> set[str]:
    return {code for item in found.requirements for code in item.codes}


@settings(max_examples=150, deadline=None)
@given(lines, st.randoms())
def test_the_order_of_conditions_does_not_matter(conditions: list[str], random: Random) -> None:
    shuffled = sorted(conditions, key=lambda _: random.random())

    assert facts(read(shuffled)) == facts(read(conditions))


@settings(max_examples=150, deadline=None)
@given(lines, st.data())
def test_leaving_a_condition_out_adds_nothing(conditions: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(conditions))

    fewer = read([line for line in conditions if line != gone])

    assert asked(fewer) <= asked(read(conditions))


@settings(max_examples=100, deadline=None)
@given(lines, st.sampled_from(TOOLS), st.sampled_from(["无需{}经验", "不要求{}", "{}不作要求"]))
def test_what_is_not_needed_is_never_asked(conditions: list[str], tool: str, way: str) -> None:
    others = [line for line in conditions if tool not in line]

    assert facts(read([*others, way.format(tool)])) == facts(read(others))


@settings(max_examples=100, deadline=None)
@given(lines, st.sampled_from(PROTECTED))
def test_a_protected_condition_changes_no_requirement(conditions: list[str], line: str) -> None:
    others = [item for item in conditions if item not in PROTECTED]

    found = read([*others, line])

    assert facts(found) == facts(read(others))
    assert found.protected


@settings(max_examples=100, deadline=None)
@given(lines)
def test_every_requirement_quotes_the_posting(conditions: list[str]) -> None:
    sentences = {item.sentence for item in read(conditions).requirements}

    assert all(any(sentence in line for line in conditions) for sentence in sentences)
