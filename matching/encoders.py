"""Encoders: texts in, unit vectors out. ``load_encoder`` is the only door to a model.

Nothing here imports torch or sentence_transformers before a model is really needed.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from matching.embedding import engine
from matching.embedding.engine import EncoderError
from matching.embedding.static import StaticTexts, read_static
from matching.types import Encoder, TextKind, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["Encoder", "EncoderError", "HashingEncoder", "JobEncoder", "PackagedEncoder"]
__all__ += ["SentenceTransformerEncoder", "load_encoder", "title_encoder"]

PACKAGED = "universal-sentence-encoder-multilingual"
JOBS = frozenset({"packaged", "packaged-use"})
HASHING = "hashing"
BATCH = 1024
GENERAL_CHARS = 600


class HashingEncoder:
    """Signed hashing of character 1- to 3-grams: a lexical baseline, no semantics.

    Used by fast tests and as the explicit lexical-only mode; its name says so wherever the
    encoder is shown. Feature hashing after Weinberger et al. 2009.
    """

    def __init__(self, dim: int = 512) -> None:
        self._dim = dim
        self._name = f"hashing-1/{dim}"

    @property
    def name(self) -> str:
        return self._name

    @property
    def dim(self) -> int:
        return self._dim

    def encode(self, texts: Sequence[str], kind: TextKind = "document") -> Vectors:
        rows = np.zeros((len(texts), self._dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for gram in _character_grams(text):
                code = zlib.crc32(gram.encode())
                row[code % self._dim] += 1.0 if code & 0x80000000 else -1.0
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(norms, 1e-12), dtype=np.float32)


def _character_grams(text: str) -> Iterator[str]:
    padded = f"\x02{text.casefold().strip()}\x03"
    yield "\x02"  # even an empty text gets a unit row
    for size in (1, 2, 3):
        for start in range(1, len(padded) - size):
            yield padded[start : start + size]


class PackagedEncoder:
    """The packaged model without torch: same name and vectors as through SentenceTransformer."""

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads

    @cached_property
    def name(self) -> str:
        return packaged_name()

    @property
    def dim(self) -> int:
        return engine.DIMENSION

    def encode(self, texts: Sequence[str], kind: TextKind = "document") -> Vectors:
        return engine.encode_texts(texts, threads=self._threads)


class JobEncoder:
    """Vectors of the packaged model beside those of the static model of job texts; the default.

    Both halves weigh the same, so that an inner product is the mean of two cosines: one knows
    language and languages, the other knows which work which words of a posting stand for. A text
    without a known word has only the first. Without torch, so also for a search query in the web
    process. The general half, the first ``engine.DIMENSION`` columns, reads 600 characters.
    """

    def __init__(self, threads: int = 0, jobs: StaticTexts | None = None) -> None:
        self.general = PackagedEncoder(threads)
        self._jobs = jobs or read_static()

    @cached_property
    def name(self) -> str:
        return f"{self.general.name}+{self._jobs.name}"

    @property
    def dim(self) -> int:
        return self.general.dim + self._jobs.dim

    def encode(self, texts: Sequence[str], kind: TextKind = "document") -> Vectors:
        general = self.general.encode([text[:GENERAL_CHARS] for text in texts], kind)
        rows = np.concatenate([general, self._jobs.encode(texts)], axis=1)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(norms, 1e-12), dtype=np.float32)


class SentenceTransformerEncoder:
    """Any sentence-transformers model by folder or hub name, also the packaged one.

    The model is loaded at construction, so that a missing one fails at start. Construct it in
    the process that uses it: engines with OpenMP threads do not survive a fork.
    """

    def __init__(self, spec: str = PACKAGED, *, threads: int = 0) -> None:
        self._packaged = spec == PACKAGED
        self._model = _packaged_model(threads) if self._packaged else _read_model(spec)
        self._name = packaged_name() if self._packaged else _name_of(spec, self._model)
        self._dim = self._model.get_embedding_dimension() or 0

    @property
    def name(self) -> str:
        return self._name

    @property
    def dim(self) -> int:
        return self._dim

    def encode(self, texts: Sequence[str], kind: TextKind = "document") -> Vectors:
        if not texts:
            return np.zeros((0, self._dim), dtype=np.float32)
        encode = self._model.encode_query if kind == "query" else self._model.encode_document
        rows = encode(
            list(texts),
            batch_size=BATCH if self._packaged else 32,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
        )
        return np.asarray(rows, dtype=np.float32)


def packaged_name() -> str:
    """Name of the packaged model with its version and a hash of its weights."""
    return f"{PACKAGED}@{engine.package_version()}-{engine.weight_hash()}"


def load_encoder(spec: str = "packaged", *, threads: int = 0) -> Encoder:
    """Load the encoder named by ``spec``: "packaged" (the job encoder), the packaged model's own
    name (its general half alone), "hashing", a folder or a hub name.

    Raises EncoderError when it cannot be had; never falls back to another one.
    """
    if spec == HASHING:
        return HashingEncoder()
    if spec in JOBS:
        return JobEncoder(threads)
    return SentenceTransformerEncoder(spec, threads=threads)


def title_encoder(encoder: Encoder) -> Encoder:
    """What titles alone are compared with: the general half, which the title head belongs to."""
    return encoder.general if isinstance(encoder, JobEncoder) else encoder


def _packaged_model(threads: int) -> "SentenceTransformer":
    from matching.embedding.modules import packaged_model  # noqa: PLC0415 -- slow import

    return packaged_model(threads)


def _read_model(spec: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(spec, device="cpu", trust_remote_code=_is_own_folder(spec))
    except (OSError, ValueError, ImportError) as error:
        raise EncoderError(f"The embedding model {spec!r} cannot be loaded: {error}") from error


def _is_own_folder(spec: str) -> bool:
    """Whether a folder was saved by this product: its own classes, no code of its own in it.

    Only then may sentence-transformers import classes from outside its package.
    """
    listing = Path(spec) / "modules.json"
    if not listing.is_file() or any(Path(spec).rglob("*.py")):
        return False
    allowed = ("matching.embedding.", "sentence_transformers.")
    return all(part["type"].startswith(allowed) for part in json.loads(listing.read_text()))


def _name_of(spec: str, model: "SentenceTransformer") -> str:
    label = Path(spec).name if Path(spec).is_dir() else spec
    return f"{label[:80]}@{_fingerprint(model)}"


def _fingerprint(model: "SentenceTransformer") -> str:
    """Hash of tokenizer and weights: the same name with other weights is another encoder."""
    digest = hashlib.sha256()
    modules: Iterable[Any] = model
    for module in modules:
        digest.update(json.dumps(module.get_config_dict(), sort_keys=True, default=str).encode())
    digest.update(json.dumps(sorted(_vocabulary(model).items())).encode())
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:12]


def _vocabulary(model: "SentenceTransformer") -> dict[str, int]:
    tokenizer = getattr(model, "tokenizer", None)
    reader = getattr(tokenizer, "get_vocab", None)
    return dict(reader()) if reader is not None else {}
