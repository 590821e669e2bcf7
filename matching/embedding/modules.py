"""A SentenceTransformer whose first and only module is the packaged encoder.

Imports torch: reached only through ``matching.encoders.load_encoder``, never by the web process.
"""

from collections.abc import Sequence
from typing import Any

import torch  # noqa: TID253 -- this module is itself imported lazily
from sentence_transformers import SentenceTransformer  # noqa: TID253 -- as above
from sentence_transformers.base.modules import InputModule  # noqa: TID253 -- as above

from matching.embedding import engine


class PackagedUse(InputModule):
    """Frozen multilingual USE: ``preprocess`` already returns the finished sentence embeddings.

    The saved configuration names the package version and a hash of its weights; loading it beside
    other weights is refused, so vectors of different weights are never mixed.
    """

    config_keys = ["version", "weights", "threads"]
    save_in_root = True

    def __init__(self, version: str = "", weights: str = "", threads: int = 0) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.version = version or engine.package_version()
        self.weights = weights or engine.weight_hash()
        self.threads = threads
        if self.weights != engine.weight_hash():
            raise engine.EncoderError(
                f"The model was saved with weights {self.weights} of {engine.DISTRIBUTION}, "
                f"installed are {engine.weight_hash()}."
            )

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        texts = [f"{prompt or ''}{text}" for text in inputs]
        vectors = engine.encode_texts(texts, threads=self.threads)
        return {"sentence_embedding": torch.from_numpy(vectors)}

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        return features

    def get_embedding_dimension(self) -> int:
        return engine.DIMENSION

    def save(
        self, output_path: str, *args: Any, safe_serialization: bool = True, **kwargs: Any
    ) -> None:
        self.save_config(output_path)


def packaged_model(threads: int = 0) -> SentenceTransformer:
    """Build the default model; no folder, no hub and no foreign code involved."""
    return SentenceTransformer(modules=[PackagedUse(threads=threads)], device="cpu")
