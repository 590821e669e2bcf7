"""Postings of a near meaning for a typed text, without torch: for the web process.

Each process keeps the vectors of the posting titles (100 numbers a title with the packaged head:
8 MB at 20,000) and an encoder (140 MB). Both are read by a thread that the first search starts;
until then, and with an encoder that only torch can run, search goes by words alone.
"""

import os
import threading
import time
from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np
from django.conf import settings
from django.db import connection
from numpy.typing import NDArray

from employment.matches.models import PostingVector
from employment.postings.models import Posting
from matching.documents import content_hash
from matching.encoders import JOBS, PACKAGED, PackagedEncoder
from matching.heads import title_head
from matching.titles import clean_title
from matching.types import Encoder, Vectors

# A row is near when it stands out among all rows: cosines of encoders differ, deviations do not.
MIN_DEVIATIONS = 3.0
MAX_NEAR = 1000
MIN_ROWS = 50
REST_SECONDS = 20.0
BATCH = 2000


class PostingMeanings:
    """Title vectors by posting. Rows of postings that are gone stay until the process ends: the
    search asks the database which of the nearest may be shown."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._head = title_head(encoder.name)
        # One attribute for both, so that a reader never sees ids without their rows.
        self._kept: tuple[NDArray[np.int64], Vectors] | None = None
        self._last = 0

    def nearest(self, text: str) -> Mapping[int, float]:
        """Posting id → deviations above the mean nearness, of at most ``MAX_NEAR`` postings."""
        if not self._kept or len(self._kept[0]) < MIN_ROWS:
            return {}
        ids, rows = self._kept
        scores = rows @ self._project(self._encoder.encode([text], "query"))[0]
        deviations = (scores - scores.mean()) / (scores.std() + 1e-9)
        best = np.argsort(-deviations)[:MAX_NEAR]
        return {
            int(ids[row]): float(deviations[row])
            for row in best
            if deviations[row] >= MIN_DEVIATIONS
        }

    def refresh(self) -> None:
        """Take in the titles that were embedded since the last call."""
        last = PostingVector.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        changed = PostingVector.objects.filter(pk__gt=self._last).order_by()
        wanted = sorted(set(changed.values_list("posting_id", flat=True))) if last else []
        for start in range(0, len(wanted), BATCH):
            self._put(_title_vectors(wanted[start : start + BATCH], self._encoder))
        self._last = last

    def _put(self, vectors: Mapping[int, Vectors]) -> None:
        if not vectors:
            return
        new = np.fromiter(vectors, dtype=np.int64)
        rows = self._project(np.stack([vectors[row] for row in vectors]))
        if self._kept:
            old_ids, old_rows = self._kept
            stay = ~np.isin(old_ids, new)
            new, rows = np.append(old_ids[stay], new), np.concatenate([old_rows[stay], rows])
        self._kept = new, rows

    def _project(self, vectors: Vectors) -> Vectors:
        """Unit rows first: a piece of a wider vector is shorter than one."""
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        units = np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
        return self._head.apply(units)


def _title_vectors(posting_ids: Iterable[int], encoder: Encoder) -> dict[int, Vectors]:
    """The stored vector of each title, its first columns: those are the light encoder's."""
    ids = list(posting_ids)
    titles = dict(Posting.objects.filter(pk__in=ids).values_list("pk", "title"))
    names = PostingVector.objects.filter(encoder__startswith=encoder.name)
    keys = {
        content_hash(clean_title(title).strip(), name): row
        for name in names.order_by().values_list("encoder", flat=True).distinct()
        for row, title in titles.items()
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT posting_id, halfvec_send(vector) FROM matches_postingvector "
            "WHERE posting_id = ANY(%s) AND key = ANY(%s) ORDER BY id",
            [ids, list(keys)],
        )
        return {row: _read(sent)[: encoder.dim] for row, sent in cursor.fetchall()}


def _read(sent: bytes) -> Vectors:
    """pgvector's binary form: two 16-bit numbers, then the halves, big-endian."""
    return np.frombuffer(bytes(sent)[4:], dtype=">f2").astype(np.float32)


class Keeper:
    """Loads and refreshes in a thread of its own: no search waits for it."""

    def __init__(self) -> None:
        self._meanings: PostingMeanings | None = None
        self._asked_at = -REST_SECONDS
        self._lock = threading.Lock()
        self._encoder = light_encoder(settings.EMBEDDING_MODEL)

    def nearest(self, text: str) -> Mapping[int, float] | None:
        if self._encoder is None:
            return None
        if time.monotonic() - self._asked_at > REST_SECONDS and self._lock.acquire(blocking=False):
            threading.Thread(target=self._work, args=(self._encoder,), daemon=True).start()
        return self._meanings.nearest(text) if self._meanings else None

    def _work(self, encoder: Encoder) -> None:
        try:
            meanings = self._meanings or PostingMeanings(encoder)
            meanings.refresh()
            encoder.encode(["warm up"], "query")
            self._meanings = meanings
        finally:
            self._asked_at = time.monotonic()
            self._lock.release()
            connection.close()


def light_encoder(spec: str) -> Encoder | None:
    """What embeds a query without torch, into the columns that stored vectors begin with; None
    for other models, and for hashing, which knows no meanings."""
    return PackagedEncoder(threads=1) if spec in JOBS or spec == PACKAGED else None


def nearest_postings(text: str) -> Mapping[int, float] | None:
    return _keeper(os.getpid()).nearest(text)


@lru_cache(maxsize=1)
def _keeper(_pid: int) -> Keeper:
    return Keeper()
