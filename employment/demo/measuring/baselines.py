"""What a plain text search would do with the same people and postings."""

import numpy as np

from employment.demo.measuring.arena import Arena, posting_text, profile_text
from employment.matches.services.engine import encoder
from matching.bm25 import Bm25
from matching.columns import Array
from matching.metrics import ndcg

DEPTH = 10


def baseline_figures(arena: Arena) -> dict[str, float]:
    """nDCG@10 against the best possible list of eligible postings, 0 for what is not eligible.

    *alone*: the search has all open postings, as a search box does. *eligible*: it is given the
    engine's hard filters as well, so that only the ranking differs.
    """
    profiles = [profile_text(one) for one in arena.candidates]
    texts = [posting_text(one) for one in arena.vacancies]
    bm25 = Bm25(texts)
    model = encoder()
    scores = {
        "bm25": np.stack([bm25.scores(text) for text in profiles]),
        "dense": model.encode(profiles, "query") @ model.encode(texts, "document").T,
    }
    figures = {"engine_ndcg10": mean_ndcg(arena, np.where(arena.eligible, arena.own, -1.0))}
    for name, score in scores.items():
        figures[f"{name}_ndcg10"] = mean_ndcg(arena, score)
        filtered = np.where(arena.eligible, score, -np.inf)
        figures[f"{name}_eligible_ndcg10"] = mean_ndcg(arena, filtered)
    engine = figures["engine_ndcg10"]
    for name in ("bm25", "dense", "bm25_eligible", "dense_eligible"):
        figures[f"ratio_{name}"] = round(engine / max(figures[f"{name}_ndcg10"], 1e-9), 3)
    return figures


def mean_ndcg(arena: Arena, scores: Array) -> float:
    """Over students for whom something relevant is open at all; ties by the posting's place."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :DEPTH]
    values = [
        ndcg(row.tolist(), dict(enumerate(gains.tolist())), DEPTH)
        for row, gains in zip(order, arena.gains, strict=True)
        if gains.any()
    ]
    return round(float(np.mean(values)), 4) if values else 0.0
