"""The real libraries: a tiny model made here, and the packaged one."""

import multiprocessing
import shutil

import numpy as np
import pytest

from matching.encoders import (
    EncoderError,
    PackagedEncoder,
    SentenceTransformerEncoder,
    load_encoder,
    packaged_name,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
TEXTS = ["数据分析师", "Data analyst", "护士", "负责病房护理工作，配合医生完成治疗。"]


@pytest.fixture
def tiny_model(tmp_path):
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Split

    words = {word: at for at, word in enumerate(["[UNK]", *sorted(set("".join(TEXTS)))])}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Split("", "isolated")
    weights = torch.randn(len(words), 8, generator=torch.Generator().manual_seed(1))
    folder = tmp_path / "tiny"
    SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights.numpy())], device="cpu"
    ).save_pretrained(str(folder))
    return folder


def test_any_model_folder_becomes_an_encoder(tiny_model):
    encoder = load_encoder(str(tiny_model))

    rows = encoder.encode(TEXTS, "document")

    assert rows.shape == (4, encoder.dim) == (4, 8)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert encoder.name.startswith("tiny@")
    assert encoder.encode([], "query").shape == (0, 8)


def test_encoder_name_follows_the_weights(tiny_model):
    from sentence_transformers import SentenceTransformer

    before = load_encoder(str(tiny_model)).name
    model = SentenceTransformer(str(tiny_model), device="cpu")
    next(model.parameters()).data.mul_(2.0)
    model.save_pretrained(str(tiny_model))

    assert load_encoder(str(tiny_model)).name != before


def test_packaged_model_equals_its_torch_free_form():
    encoder = SentenceTransformerEncoder()

    rows = encoder.encode(TEXTS * 60, "document")

    plain = PackagedEncoder().encode(TEXTS)
    assert encoder.name == PackagedEncoder().name == packaged_name()
    assert np.abs(rows - np.tile(plain, (60, 1))).max() < 1e-5
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_packaged_model_saved_and_loaded_is_the_same(tmp_path):
    encoder = SentenceTransformerEncoder()
    encoder._model.save_pretrained(str(tmp_path / "saved"))

    loaded = load_encoder(str(tmp_path / "saved"))

    assert np.abs(loaded.encode(TEXTS) - encoder.encode(TEXTS)).max() < 1e-5


def test_packaged_model_refuses_other_weights(tmp_path):
    from matching.embedding.modules import PackagedUse

    with pytest.raises(EncoderError, match="installed are"):
        PackagedUse(version="0.0", weights="0123456789ab")


def test_folder_with_its_own_code_is_not_trusted(tmp_path):
    SentenceTransformerEncoder()._model.save_pretrained(str(tmp_path / "saved"))
    (tmp_path / "saved" / "modules.py").write_text("raise SystemExit")

    with pytest.raises(EncoderError):
        load_encoder(str(tmp_path / "saved"))

    shutil.rmtree(tmp_path / "saved")


def _encode_in_child(queue):
    queue.put(PackagedEncoder(threads=2).encode(TEXTS * 60))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_engine_used_before_a_fork_works_in_the_child():
    parent = PackagedEncoder(threads=2).encode(TEXTS * 60)
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=_encode_in_child, args=(queue,))

    child.start()
    rows = queue.get(timeout=60)
    child.join(timeout=60)

    assert np.abs(rows - parent).max() < 1e-5
    assert child.exitcode == 0
