import io

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from openpyxl import load_workbook

from employment.accounts.enums import Role
from employment.insights.charts import CHARTS
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_intention, make_student

URL = reverse("insights:dashboard")
READERS = {
    Role.UNIVERSITY_ADMIN,
    Role.CAREER_OFFICE,
    Role.GOVERNMENT,
    Role.SOCIAL,
    Role.PLATFORM_ADMIN,
}


def fill(university, count):
    """Students with matches and applications."""
    for _ in range(count):
        student = make_student(university=university, skills=["python"])
        make_intention(student)
        posting = make_posting(occupation="2-02-10-03", requirements=True)
        make_match(student=student, posting=posting)
        make_application(student=student, posting=posting)


def figures(page):
    return {
        next(card.select_one(".q-kpi-label").stripped_strings): card.select_one(
            ".q-kpi-value"
        ).get_text(strip=True)
        for card in page.select(".q-kpi")
    }


def opened(client, **query):
    return BeautifulSoup(client.get(URL, query).content, "html.parser")


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_steer_see_it(client, taxonomy, role):
    client.force_login(make_user(role=role))
    names = ["occupations", "majors"]
    urls = [
        URL,
        *(reverse(f"insights:{kind}", args=[n]) for n in names for kind in ("chart", "export")),
    ]

    codes = {client.get(url).status_code for url in urls}

    assert codes == ({200} if role in READERS else {404})


def test_a_visitor_signs_in_first(client, db):
    assert client.get(URL).status_code == 302


def test_figures_count_the_own_university(client, dean, university):
    fill(university, 2)
    make_student()
    client.force_login(dean)

    shown = figures(opened(client))

    assert shown["学生"] == "2"
    assert shown["开放岗位"] == "2"
    assert shown["可参与匹配的学生"] == "100.0%"
    assert shown["申请"] == "2"


def test_every_chart_has_a_table_a_sentence_and_an_export(client, dean, university):
    fill(university, 1)
    client.force_login(dean)

    page = opened(client, period="365")

    charts = page.select(".q-chart")
    assert len(charts) == len(CHARTS)
    for chart in charts:
        assert chart.select("table tbody tr")
        assert "n = " in chart.select_one(".q-chart-note").text
        assert chart.select_one("a[href$='.xlsx?period=365']")


@pytest.mark.parametrize("name", CHARTS)
def test_page_json_and_workbook_hold_the_same_numbers(client, dean, university, name):
    fill(university, 3)
    client.force_login(dean)

    data = client.get(reverse("insights:chart", args=[name])).json()
    workbook = client.get(reverse("insights:export", args=[name])).content
    sheet = list(load_workbook(io.BytesIO(workbook)).active.iter_rows(values_only=True))

    assert data["rows"]
    assert list(sheet[0])[: len(data["columns"])] == [c["label"] for c in data["columns"]]
    keys = [column["key"] for column in data["columns"]]
    first = [data["rows"][0][key] for key in keys]
    assert list(sheet[1])[: len(keys)] == pytest.approx(first, abs=0.01) or first == list(sheet[1])


def test_an_unknown_chart_does_not_exist(client, dean):
    client.force_login(dean)

    assert client.get(reverse("insights:export", args=["nothing"])).status_code == 404


def test_outsiders_see_no_count_below_five(client, government, university):
    fill(university, 6)
    few = make_student(cohort=2030)
    make_match(student=few, posting=make_posting(occupation="2-06-03-00"))
    client.force_login(government)

    page = opened(client)
    chart = client.get(reverse("insights:chart", args=["occupations"])).json()

    assert figures(page)["学生"] == "7"
    assert "2030: n < 5" in page.select_one(".q-kpi-basis").text
    assert [row["postings"] for row in chart["rows"]] == [None, None]


def test_a_filter_that_singles_out_a_few_is_refused(client, government, university):
    fill(university, 6)
    make_student(cohort=2030)
    client.force_login(government)

    page = opened(client, cohort="2030")
    rest = opened(client, cohort="2027")

    assert page.select(".q-kpi") == rest.select(".q-kpi") == []
    assert (
        client.get(reverse("insights:chart", args=["majors"]), {"cohort": 2030}).status_code == 404
    )


def test_filters_that_do_not_fit_are_left_out(client, dean):
    client.force_login(dean)

    assert client.get(URL, {"cohort": "x", "college": "-1", "period": "9"}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_query_count_does_not_grow(client, dean, university, count, django_assert_num_queries):
    fill(university, count)
    client.force_login(dean)

    with django_assert_num_queries(30):
        client.get(URL)
