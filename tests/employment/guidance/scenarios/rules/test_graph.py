import copy

import pytest
import yaml
from django.utils import translation

from employment.guidance.scenarios.enums import Competency, NodeKind, Topic
from employment.guidance.scenarios.library import FOLDER, read, scenarios
from employment.guidance.scenarios.rules.graph import Scenario, problems, reachable

CODES = sorted(scenarios())


@pytest.fixture
def data():
    path = FOLDER / "01-report-delay.yaml"
    return copy.deepcopy(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_there_are_scenarios_for_every_topic_and_competency():
    assert len(CODES) >= 8
    assert {one.topic for one in scenarios().values()} == set(Topic)
    found = {key for one in scenarios().values() for key in one.competencies}
    assert found == set(Competency)


@pytest.mark.parametrize("code", CODES)
def test_every_scenario_can_be_played_to_every_end(code):
    scenario = scenarios()[code]

    assert problems(scenario) == []
    assert reachable(scenario) == set(scenario.nodes)
    assert len(scenario.nodes) >= 8


def node(data, name="ask"):
    return data["nodes"][name]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda d: node(d)["choices"]["blame"].update(to="nowhere"), "does not exist"),
        (lambda d: d["nodes"].update(lonely=node(d, "good")), "cannot be reached"),
        (lambda d: node(d, "review")["choices"]["check"].update(to="found"), "back to itself"),
        (lambda d: node(d).update(choices={}), "dead end"),
        (
            lambda d: node(d)["choices"].pop("blame") and node(d)["choices"].pop("promise"),
            "no choice",
        ),
        (lambda d: node(d)["choices"]["blame"].update(en=" "), "lacks a language"),
        (lambda d: node(d)["choices"]["blame"].update(scores={"clarity": 9}), "out of range"),
        (lambda d: node(d)["choices"]["blame"].update(scores={}), "no competency"),
        (lambda d: d.update(keyed_by=d["keyed_by"][:1]), "too few reasons"),
        (lambda d: node(d, "write").pop("model"), "model answer"),
        (lambda d: [node(d, n).update(end="good") for n in ("mixed", "poor")], "alike"),
        (lambda d: node(d, "good").update(to="poor"), "goes on"),
    ],
)
def test_a_broken_graph_is_named(data, spoil, said):
    spoil(data)

    assert any(said in problem for problem in problems(Scenario.from_data(data)))


def test_a_broken_file_stops_the_reader(data, tmp_path):
    del data["nodes"]["good"]
    path = tmp_path / "broken.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")

    with pytest.raises(ValueError, match=r"broken\.yaml: .*good, which does not exist"):
        read(path)


def test_texts_speak_the_readers_language():
    scenario = scenarios()["report-delay"]

    with translation.override("en"):
        assert str(scenario.title) == "Reporting a delay"
    with translation.override("zh-hans"):
        assert str(scenario.title) == "汇报延期"
    assert scenario.nodes["write"].kind is NodeKind.WRITE
