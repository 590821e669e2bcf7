"""How well posting texts are told apart by what they are about: labels as queries, texts ranked.

Nothing is fitted on the rows that are evaluated.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from matching.columns import Array
from matching.documents import clean_text
from matching.fusion import compete, fuse
from matching.heads import title_head
from matching.lexical import CharTfidf, similarities
from matching.metrics import average_precision
from matching.titles import clean_title
from matching.types import Encoder

MAX_CHARS = 1500
LEXICAL_CHARS = 600
TITLE_SHARES = (1.0, 0.5, 0.5)
TEXT_SHARES = (1.0, 0.2, 0.2)

Figures = dict[str, float | int]


def postings(
    rows: Sequence[Mapping[str, str]], text_columns: Sequence[str], encoder: Encoder
) -> Figures:
    """Each distinct label is a query, postings are ranked for it by the given columns alone.

    ``accuracy``: share of postings whose own label scores highest for them.
    """
    labels = sorted({row["label"] for row in rows})
    scores = posting_scores(labels, rows, text_columns, encoder)
    truth = np.array([labels.index(row["label"]) for row in rows])
    precisions = [
        average_precision(_ranking(line), set(np.flatnonzero(truth == at).tolist()))
        for at, line in enumerate(scores)
    ]
    return {
        "map": round(float(np.mean(precisions)), 4) if precisions else 0.0,
        "accuracy": round(float(np.mean(scores.argmax(axis=0) == truth)), 4),
        "n": len(rows),
        "labels": len(labels),
    }


def posting_scores(
    labels: Sequence[str],
    rows: Sequence[Mapping[str, str]],
    text_columns: Sequence[str],
    encoder: Encoder,
) -> Array:
    """Fit of each posting to each label (labels × postings), labels competing for a posting."""
    names = [clean_title(label) for label in labels]
    views: list[Array] = []
    if "title" in text_columns:
        titles = [clean_title(row["title"]) for row in rows]
        views.append(fuse(_views(names, titles, encoder, (1, 2)), TITLE_SHARES))
    longer = [column for column in text_columns if column != "title"]
    if longer:
        texts = [" ".join(row[column] for column in longer) for row in rows]
        cleaned = [(clean_text(text) or text)[:MAX_CHARS] for text in texts]
        views.append(fuse(_views(names, cleaned, encoder, (2, 3)), TEXT_SHARES))
    return compete(fuse(views))


def _views(
    names: Sequence[str], texts: Sequence[str], encoder: Encoder, sizes: tuple[int, ...]
) -> list[Array]:
    """By the encoder, through the title head, by shared characters."""
    head = title_head(encoder.name)
    wanted, found = encoder.encode(names, "query"), encoder.encode(texts, "document")
    brief = [text[:LEXICAL_CHARS] for text in texts]
    tfidf = CharTfidf(brief, sizes)
    lexical = similarities(tfidf.rows(names), tfidf.rows(brief))
    return [wanted @ found.T, head.apply(wanted) @ head.apply(found).T, lexical]


def _ranking(scores: Array) -> list[int]:
    return [int(at) for at in np.lexsort((np.arange(len(scores)), -scores))]
