import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
PICKERS = ("regions", "majors", "occupations", "industries", "skills")


@pytest.mark.usefixtures("reference")
@pytest.mark.parametrize("picker", PICKERS)
def test_anonymous_visitor_gets_suggestions(client, picker):
    response = client.get(reverse(f"taxonomy:{picker}"))

    results = response.json()["results"]
    assert len(results) == 20
    assert set(results[0]) == {"id", "text"}
    assert "max-age=600" in response["Cache-Control"]
    assert {"Cookie", "Accept-Language"} <= set(response["Vary"].split(", "))


@pytest.mark.usefixtures("reference")
def test_level_and_limit_narrow_the_list(client):
    address = reverse("taxonomy:regions")

    results = client.get(address, {"q": "长", "level": "city", "limit": 2}).json()["results"]

    assert [result["text"] for result in results] == ["长治", "长春"]


@pytest.mark.usefixtures("reference")
def test_texts_are_in_the_readers_language(client):
    address = reverse("taxonomy:regions")

    results = client.get(address, {"q": "昆山"}, headers={"Accept-Language": "en"}).json()

    assert results["results"] == [{"id": "320583", "text": "Kunshan"}]


@pytest.mark.parametrize("picker", PICKERS)
def test_suggestions_are_read_only(client, picker):
    assert client.post(reverse(f"taxonomy:{picker}")).status_code == 405


@pytest.mark.parametrize("asked", [{"limit": 21}, {"limit": "x"}, {"q": "长" * 61}])
def test_bad_query_is_refused(client, asked):
    response = client.get(reverse("taxonomy:skills"), asked)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == list(asked)
