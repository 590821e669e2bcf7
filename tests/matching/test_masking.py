import pytest

from matching.documents import candidate_facets
from matching.masking import mask_identity
from matching.types import Candidate, ExperienceRecord, SkillRecord


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("我叫王丽娟，女，汉族，擅长后端开发。", "我叫马建国，男，回族，擅长后端开发。"),
        ("性别：女 民族：汉族 做过两个项目", "性别：男 民族：维吾尔族 做过两个项目"),
        ("我是一名来自农村的女生，喜欢编程。", "我是一名来自城市的男生，喜欢编程。"),
        ("建档立卡家庭，会用 Python。", "会用 Python。"),
        ("她负责接口。", "他负责接口。"),
        ("She is 23岁, a female engineer.", "He is 24岁, a male engineer."),
    ],
)
def test_mask_people_who_differ_in_nothing_else_read_the_same(one, other):
    assert mask_identity(one) == mask_identity(other)


@pytest.mark.parametrize(
    "text",
    [
        "负责女装电商运营，维护男装店铺。",
        "在妇幼保健院实习。",
        "使用 Python 和 MySQL 开发后端接口，负责订单模块。",
        "参与白酒品鉴和水产养殖项目。",
        "整理来自客户的需求，跟进上线。",
        "Managed the human resources database.",
    ],
)
def test_mask_leaves_the_work_alone(text):
    assert mask_identity(text) == text


def test_facets_of_swapped_people_are_equal():
    def told(intro):
        return Candidate(
            id=1,
            summary=intro + "会 Python。",
            skills=(SkillRecord("python", text=intro + "会 Python。"),),
            experiences=(ExperienceRecord("课程项目", intro + "做后端。", "project"),),
        )

    one = told("我叫王丽娟，女，汉族，来自城镇，")
    other = told("我叫马建国，男，回族，来自农村，")
    assert candidate_facets(one) == candidate_facets(other)
