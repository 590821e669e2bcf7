"""Texts of rows → stored vectors; only what is not stored yet goes through the encoder."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from psycopg import Cursor
from psycopg.sql import SQL, Identifier

from employment.matches.models import PostingVector, StudentVector
from matching.documents import content_hash
from matching.types import Encoder

Vector = NDArray[np.float32]
Vectors = dict[str, Vector]
VectorModel = type[Any]  # StudentVector or PostingVector
BATCH = 2000
ONE_A_KEY = (
    "SELECT wanted.key, found.vector FROM unnest(%s::text[]) AS wanted(key), LATERAL "
    "(SELECT vector FROM {table} WHERE key = wanted.key LIMIT 1) AS found"
)


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
    """What is stored under these keys, whoever owns it.

    Thousands of rows may own the vector of one title: one of them is read, in the binary form,
    which takes a hundredth of the time that numbers as text take.
    """
    found: Vectors = {}
    connection.ensure_connection()
    for model in (PostingVector, StudentVector):
        missing = [key for key in keys if key not in found]
        with Cursor(connection.connection) as cursor:
            query = SQL(ONE_A_KEY).format(table=Identifier(model._meta.db_table))
            cursor.execute(query, [missing], binary=True)
            found |= {key: from_binary(value) for key, value in cursor}
    return found


def from_binary(value: bytes) -> Vector:
    """pgvector's halfvec on the wire: two bytes of length, two unused, then big-endian halves."""
    return np.frombuffer(value, dtype=">f2", offset=4).astype(np.float32)


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
