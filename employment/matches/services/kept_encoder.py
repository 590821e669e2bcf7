"""An encoder that remembers long lists of fixed texts on disk, such as the classification's names
and definitions: a worker is then ready in a second instead of fifteen."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matching.types import Encoder, TextKind, Vectors

LONG_LIST = 500


@dataclass(frozen=True, slots=True)
class KeptEncoder:
    """Answers lists of ``LONG_LIST`` texts and more from ``folder``; passes shorter ones on."""

    encoder: Encoder
    folder: Path

    @property
    def name(self) -> str:
        return self.encoder.name

    @property
    def dim(self) -> int:
        return self.encoder.dim

    def encode(self, texts: Sequence[str], kind: TextKind = "document") -> Vectors:
        if len(texts) < LONG_LIST:
            return self.encoder.encode(texts, kind)
        file = self.folder / f"{self._key(texts, kind)}.npy"
        if not file.exists():
            self._keep(file, self.encoder.encode(texts, kind))
        rows: Vectors = np.load(file, allow_pickle=False)
        return rows

    def _key(self, texts: Sequence[str], kind: TextKind) -> str:
        digest = hashlib.sha256(f"{self.name}\0{kind}".encode())
        for text in texts:
            digest.update(b"\0" + text.encode())
        return digest.hexdigest()[:32]

    def _keep(self, file: Path, rows: Vectors) -> None:
        """Written aside and renamed: a reader never sees half a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}.npy")
        np.save(aside, rows)
        aside.replace(file)
