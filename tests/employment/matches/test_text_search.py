"""Near meaning by stored title vectors; how it joins the words is in the postings' tests."""

import pytest

from employment.matches.models import PostingVector
from employment.matches.services.embedding import store_vectors
from employment.matches.services.text_search import Keeper, PostingMeanings, light_encoder
from matching.encoders import HashingEncoder
from tests.factories.postings import make_posting
from tests.factories.taxonomy import make_taxonomy

pytestmark = pytest.mark.django_db


def embed(*postings):
    texts = {posting.pk: [posting.title, "其他文字"] for posting in postings}
    store_vectors(model=PostingVector, owner="posting", texts=texts, encoder=HashingEncoder())


@pytest.fixture
def crowd():
    make_taxonomy()
    postings = [make_posting(title=f"厨师{'甲乙丙丁戊'[n % 5]}{n}") for n in range(60)]
    embed(*postings)
    return postings


def test_the_nearest_title_stands_out(crowd):
    accountant = make_posting(title="总账会计")
    embed(accountant)
    meanings = PostingMeanings(HashingEncoder())
    meanings.refresh()

    assert next(iter(meanings.nearest("会计"))) == accountant.pk


def test_a_new_title_replaces_the_old_one_at_the_next_refresh(crowd):
    changed = crowd[0]
    meanings = PostingMeanings(HashingEncoder())
    meanings.refresh()
    changed.title = "总账会计"
    changed.save()
    embed(changed)

    meanings.refresh()

    assert next(iter(meanings.nearest("总账会计"))) == changed.pk


def test_few_rows_have_no_neighbourhood():
    make_taxonomy()
    embed(make_posting(title="会计"))
    meanings = PostingMeanings(HashingEncoder())
    meanings.refresh()

    assert meanings.nearest("会计") == {}


@pytest.mark.parametrize("spec", ["hashing", "some/model", "/a/folder"])
def test_without_a_light_encoder_search_goes_by_words_alone(settings, spec):
    settings.EMBEDDING_MODEL = spec

    assert light_encoder(spec) is None
    assert Keeper().nearest("会计") is None


def test_the_packaged_model_answers_without_torch():
    assert light_encoder("packaged-use") is not None
