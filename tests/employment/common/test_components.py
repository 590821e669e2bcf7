import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory

from employment.common.templatetags.components import filter_chips
from employment.common.widgets import PickerInput

TAGS = "{% load components formats %}"


def rendered(source, path="/list", **context):
    request = RequestFactory().get(path)
    html = Template(TAGS + source).render(Context({"request": request, **context}))
    return BeautifulSoup(html, "html.parser")


class PersonForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the card")
    size = forms.ChoiceField(label="Size", choices=[("s", "Small")], widget=forms.RadioSelect)
    region = forms.ChoiceField(choices=[("", "All"), ("3302", "Ningbo")], required=False)


def test_field_with_an_error_is_tied_to_its_texts():
    field = PersonForm({"size": "s"})["name"]

    page = rendered('{% include "components/field.html" with field=field only %}', field=field)

    control = page.select_one("input[name=name]")
    assert control["aria-describedby"] == "id_name_help id_name_error"
    assert control["aria-invalid"] == "true"
    assert page.select_one("#id_name_help").text == "As on the card"
    assert page.select_one("label[for=id_name]").text.strip() == "Name"
    assert page.select_one("#id_name_error").text.strip()


def test_field_of_choices_is_a_group_with_dressed_boxes():
    field = PersonForm()["size"]

    page = rendered('{% include "components/field.html" with field=field only %}', field=field)

    assert page.select_one("fieldset > legend").text.strip() == "Size"
    assert page.select_one("input[type=radio]")["class"] == ["form-check-input"]


@pytest.mark.parametrize(
    ("now", "following", "shown"),
    [
        ("", "?sort=name", None),
        ("name", "?sort=-name", "ascending"),
        ("-name", "?sort=name", "descending"),
    ],
)
def test_sort_link_turns_the_order_and_drops_the_page(now, following, shown):
    page = rendered('{% sort_link "name" "Name" %}', path=f"/list?page=3&sort={now}")

    assert page.th.get("aria-sort") == shown
    assert page.a["href"] == following


def test_pagination_keeps_the_query():
    page = Paginator(range(95), 10).get_page(4)

    html = rendered("{% pagination page %}", path="/list?q=a%26b&page=4", page=page)

    links = [link["href"] for link in html.select("a")]
    assert links[0] == "?q=a%26b&page=3"
    assert links[-1] == "?q=a%26b&page=5"
    assert html.select_one("[aria-current=page]").text == "4"


def test_pagination_of_one_page_shows_nothing():
    page = Paginator(range(3), 10).get_page(1)

    assert rendered("{% pagination page %}", page=page).text.strip() == ""


def test_filter_chips_name_the_choice_and_can_be_removed():
    query = QueryDict("region=3302&name=lin&page=2&region=")

    chips = filter_chips(query, PersonForm(), {})

    assert [(chip["label"], chip["value"]) for chip in chips] == [
        ("Name", "lin"),
        ("Region", "Ningbo"),
    ]
    assert chips[0]["query"] == "?region=3302&region="


def test_score_stack_says_its_parts_in_words_and_leaves_the_rest():
    parts = [
        {"label": "Skill", "value": 31.4},
        {"label": "Major", "value": 20},
        {"label": "Gap", "value": -4},
    ]

    page = rendered(
        '{% include "components/score_stack.html" with parts=parts total=47 max=100 only %}',
        parts=parts,
    )

    stack = page.select_one("[role=img]")
    assert "Skill 31.4, Major 20, Gap -4" in stack["aria-label"]
    assert [part["class"][-1] for part in stack.select(".q-stack-part")] == [
        "q-grow-31",
        "q-grow-20",
    ]
    assert "q-grow-49" in stack.select_one(".q-stack-rest")["class"]


def test_unknown_requirement_is_a_state_of_its_own():
    row = {"label": "CET-4", "quote": "英语四级", "state": "unknown"}

    page = rendered('{% include "components/requirement_row.html" with row=row only %}', row=row)

    assert page.select_one(".q-badge")["class"] == ["q-badge", "is-unknown"]


def test_kpi_without_a_value_does_not_show_zero():
    page = rendered(
        '{% include "components/kpi.html" with label="Rate" value=None missing="n < 20" only %}'
    )

    assert page.select_one(".q-kpi-value").text.strip() == "n < 20"


def test_card_escapes_what_it_is_given():
    page = rendered(
        "{% card title=title %}{{ text }}{% endcard %}", title="<b>x</b>", text="<i>y</i>"
    )

    assert page.h2.text == "<b>x</b>"
    assert page.select_one(".card-body").text == "<i>y</i>"


def test_confirm_posts_with_a_token():
    page = rendered(
        '{% confirm "drop" url="/drop" title="Sure?" danger=True %}Gone{% endconfirm %}'
    )

    form = page.select_one("dialog#drop form")
    assert (form["method"], form["action"]) == ("post", "/drop")
    assert form.select_one("[name=csrfmiddlewaretoken]")["value"]


def test_picker_is_a_text_field_of_names_that_knows_where_to_search():
    widget = PickerInput(source="taxonomy:majors", multiple=True)

    html = BeautifulSoup(widget.render("majors", ["光学工程", "护理学"]), "html.parser")

    assert html.input["type"] == "text"
    assert html.input["value"] == "光学工程, 护理学"
    assert html.input["data-employment-picker"].endswith("/majors")


@pytest.mark.urls("tests.employment.common.component_urls")
@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?errors=1&message=1&page=3&sort=-seats"])
def test_component_page_renders_in_both_languages(client, query):
    for language in ("zh-hans", "en"):
        response = client.get(f"/components/{query}", headers={"accept-language": language})

        page = BeautifulSoup(response.content, "html.parser")
        assert page.html["lang"] == ("en" if language == "en" else "zh-Hans")
        assert len(page.select("[data-employment-chart]")) == 5
        identifiers = [element["id"] for element in page.select("[id]")]
        assert len(identifiers) == len(set(identifiers))


@pytest.mark.urls("tests.employment.common.component_urls")
@pytest.mark.django_db
def test_component_page_answers_htmx_with_the_results_only(client):
    response = client.get("/components/", headers={"HX-Request": "true", "HX-Target": "results"})

    page = BeautifulSoup(response.content, "html.parser")
    assert page.find()["id"] == "results"
    assert page.html is None
