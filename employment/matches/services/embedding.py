"""Texts of rows → stored vectors; only what is not stored yet goes through the encoder."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from employment.matches.models import PostingVector, StudentVector
from matching.documents import content_hash
from matching.types import Encoder

Vector = NDArray[np.float32]
Vectors = dict[str, Vector]
VectorModel = type[Any]  # StudentVector or PostingVector
BATCH = 2000


def store_vectors(
    *, model: VectorModel, owner: str, texts: Mapping[int, Sequence[str]], encoder: Encoder
) -> Vectors:
    """Vectors by key of all ``texts`` (owner id → texts); the owners' rows then hold just these.

    ``owner`` names the model's foreign key. Vectors are rounded to half precision as stored, so
    that a fresh process reads back exactly what was used here.
    """
    keys = {row: [content_hash(text, encoder.name) for text in rows] for row, rows in texts.items()}
    by_key = {
        key: text for row, rows in texts.items() for key, text in zip(keys[row], rows, strict=True)
    }
    vectors = read_vectors(by_key)
    vectors |= encode_texts({k: t for k, t in by_key.items() if k not in vectors}, encoder)
    replace_rows(model=model, owner=owner, keys=keys, vectors=vectors, encoder=encoder)
    return vectors


def read_vectors(keys: Mapping[str, str]) -> Vectors:
    """What is stored under these keys, whoever owns it."""
    wanted = list(keys)
    found: Vectors = {}
    for model in (PostingVector, StudentVector):
        missing = [key for key in wanted if key not in found]
        rows = model.objects.filter(key__in=missing).values_list("key", "vector")
        found |= {key: np.asarray(vector, dtype=np.float32) for key, vector in rows}
    return found


def encode_texts(texts: Mapping[str, str], encoder: Encoder) -> Vectors:
    keys = list(texts)
    found: Vectors = {}
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        rows = encoder.encode([texts[key] for key in batch], "document")
        stored = rows.astype(np.float16).astype(np.float32)
        found |= dict(zip(batch, stored, strict=True))
    return found


def replace_rows(
    *,
    model: VectorModel,
    owner: str,
    keys: Mapping[int, Sequence[str]],
    vectors: Vectors,
    encoder: Encoder,
) -> None:
    owned = f"{owner}_id"
    stored = set(model.objects.filter(**{f"{owned}__in": list(keys)}).values_list(owned, "key"))
    wanted = {(row, key) for row, row_keys in keys.items() for key in row_keys}
    for row, key in stored - wanted:
        model.objects.filter(**{owned: row}, key=key).delete()
    model.objects.bulk_create(
        (
            model(**{owned: row}, key=key, encoder=encoder.name, vector=vectors[key])
            for row, key in sorted(wanted - stored)
        ),
        ignore_conflicts=True,
        batch_size=1000,
    )
