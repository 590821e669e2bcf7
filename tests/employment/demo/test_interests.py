"""Derivation of occupations' interests, on a made-up table of three occupations."""

import gzip

import numpy as np
import pytest

from employment.demo.measuring import interests
from employment.demo.measuring.interests import Proposal

SURE = np.array([0.9, 0.1, 0.1, 0.1, 0.1, 0.5])


def proposal(code, confidence, values=SURE, source="11-1111.00"):
    return Proposal(code, values, source, confidence)


@pytest.fixture
def onet(tmp_path):
    table = tmp_path / "interests.csv"
    heading = "onet_soc_code,title," + ",".join(interests.AXES)
    rows = ["1,Welders,7,1,1,1,1,4", "2,Solderers,7,1,1,1,1,3", "3,Poets,1,2,7,2,1,1"]
    table.write_text("\n".join([heading, *rows]), encoding="utf-8")
    titles = tmp_path / "titles.csv.gz"
    with gzip.open(titles, "wt", encoding="utf-8") as file:
        file.write("onet_soc_code,title,alternate_title\n1,Welders,Pipe Welder\n9,Gone,Nobody\n")
    return interests.read_onet(table, titles)


def test_the_scale_of_one_to_seven_becomes_zero_to_one(onet):
    assert onet.profiles[0].tolist() == [1, 0, 0, 0, 0, 0.5]
    assert onet.titles == ["welders", "solderers", "poets", "pipe welder"]
    assert onet.owners.tolist() == [0, 1, 2, 0]


def test_near_occupations_that_agree_are_averaged(onet):
    found = interests.propose(onet, np.array([0.9, 0.88, 0.1]), "6-18-02-04")

    assert (found.source, found.confidence) == ("1 2", "high")
    assert found.values[5] == pytest.approx(0.44, abs=0.02)


def test_near_occupations_that_contradict_are_not_trusted(onet):
    found = interests.propose(onet, np.array([0.9, 0.1, 0.88]), "6-18-02-04")

    assert found.confidence == "low"


@pytest.mark.parametrize(
    ("cosine", "agreed", "level"),
    [(0.9, 0.9, "high"), (0.9, 0.6, "medium"), (0.7, 0.9, "medium"), (0.5, 1.0, "low")],
)
def test_confidence(cosine, agreed, level):
    assert interests.confidence(cosine, agreed) == level


def test_the_unsure_take_the_mean_of_their_nearest_sure_group():
    other = np.array([0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    proposals = [
        proposal("6-18-02-01", "high"),
        proposal("6-18-02-02", "medium", other),
        proposal("6-18-02-03", "low", other),
        proposal("6-19-01-01", "low", other),
    ]

    found = {one.code: one for one in interests.settle(proposals, ["6-18-02-00"])}

    assert found["6-18-02-02"].values == pytest.approx((SURE + other) / 2)
    assert (found["6-18-02-03"].confidence, found["6-18-02-03"].source) == ("group", "6-18-02-00")
    assert found["6-19-01-01"].source == "6-00-00-00"
    assert found["6-18-02-00"].values == pytest.approx(SURE)
