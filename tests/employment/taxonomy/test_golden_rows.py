import pytest

from employment.taxonomy import selectors
from employment.taxonomy.models import Industry, Major, Occupation, Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("昆山", "320583"),
        ("昆山市", "320583"),
        ("义乌", "330782"),
        ("江阴", "320281"),
        ("慈溪", "330282"),
        ("沪", "310000"),
        ("上海市", "310000"),
        ("内蒙", "150000"),
        ("内蒙古自治区", "150000"),
        ("新疆", "650000"),
        ("恩施", "422800"),
        ("恩施州", "422800"),
        ("雄安新区", "130600"),
        ("仙桃", "429004"),
        ("浦东", "310115"),
        ("江干区", "330102"),
        ("香港", "810000"),
    ],
)
def test_place_names_people_write(written, code):
    assert selectors.region_index().codes[written][0] == code


def test_region_chain():
    parents = selectors.region_index().parents

    assert parents["320583"] == ("320500", "320000")
    assert parents["110105"] == ("110000",)
    assert parents["429004"] == ("420000",)
    assert parents["320000"] == ()


def test_namesakes_are_listed_city_before_county():
    assert selectors.region_index().codes["朝阳"][:2] == ("211300", "110105")
    assert selectors.region_index().codes["吉林"] == ("220000", "220200")


@pytest.mark.parametrize(
    ("code", "name", "english"),
    [
        ("610000", "陕西省", "Shaanxi"),
        ("140000", "山西省", "Shanxi"),
        ("150100", "呼和浩特市", "Hohhot"),
        ("411100", "漯河市", "Luohe"),
        ("500000", "重庆市", "Chongqing"),
        ("350200", "厦门市", "Xiamen"),
        ("341500", "六安市", "Lu'an"),
    ],
)
def test_english_place_names(code, name, english):
    region = Region.objects.get(pk=code)

    assert (region.name, region.name_en) == (name, english)


def test_major_has_class_and_recruiting_code():
    computer_science = Major.objects.get(pk="080901")
    civil = Major.objects.get(name="土木工程", level="undergraduate")

    assert computer_science.name == "计算机科学与技术"
    assert computer_science.class_name == "计算机类"
    assert computer_science.former_names == ["仿真科学与技术"]
    assert (civil.code, civil.recruiting_code) == ("081001", "B081101")


def test_vocational_major_keeps_its_former_name():
    accounting = Major.objects.get(pk="530302")

    assert accounting.name == "大数据与会计"
    assert "会计" in accounting.former_names


def test_postgraduate_disciplines_share_the_class_of_their_fields():
    first_level = Major.objects.get(pk="G0812")
    field = Major.objects.get(pk="A081201")

    assert first_level.name == "计算机科学与技术"
    assert first_level.class_code == field.class_code == "A0812"


def test_occupation_carries_marks_without_their_letters():
    software = Occupation.objects.get(pk="2-02-10-03")

    assert software.name == "计算机软件工程技术人员"
    assert (software.is_digital, software.is_green) == (True, False)
    assert software.parent.name == "信息和通信工程技术人员"
    assert "Java" in software.aliases
    assert not [alias for alias in software.aliases if alias.endswith("人员S")]


@pytest.mark.parametrize(
    ("keyword", "division"),
    [
        ("互联网", "64"),
        ("计算机软件", "65"),
        ("电子商务", "52"),
        ("新能源", "38"),
        ("教育培训", "83"),
        ("证券", "67"),
        ("银行", "66"),
        ("医疗器械", "35"),
        ("物业管理", "70"),
    ],
)
def test_words_of_job_sites_lead_to_a_division(keyword, division):
    found = [row.code for row in selectors.industry_rows() if keyword in row.keywords]

    assert found == [division]


def test_divisions_know_their_section_and_strategic_fields():
    software = Industry.objects.get(pk="65")

    assert software.parent_id == "I"
    assert "1.5" in software.strategic_fields.values_list("code", flat=True)
