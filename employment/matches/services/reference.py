"""The frozen sample that percentiles refer to; one per engine."""

from functools import lru_cache

from employment.matches.models import ReferenceSample
from employment.matches.services.engine import WEIGHTS, engine_name
from employment.matches.services.live import live
from matching.reference import Reference, build_reference

SEED = 20260901
ENOUGH_PAIRS = 1000


def reference() -> Reference | None:
    """None until enough eligible pairs exist: matches then carry no percentile."""
    sample = ReferenceSample.objects.filter(engine=engine_name()).only("pk").first()
    return _loaded(sample.pk) if sample else None


@lru_cache(maxsize=2)
def _loaded(sample_id: int) -> Reference:
    return Reference.from_bytes(bytes(ReferenceSample.objects.get(pk=sample_id).content))


def ensure_reference() -> Reference | None:
    """Draw the sample when there is none yet and there is enough to draw from."""
    if found := reference():
        return found
    state = live()
    state.refresh_postings()
    state.refresh_students()
    drawn = build_reference(state.candidates, state.postings, weights=WEIGHTS, seed=SEED)
    if drawn is None or drawn.pairs < ENOUGH_PAIRS:
        return None
    ReferenceSample.objects.get_or_create(
        engine=engine_name(), defaults={"content": drawn.to_bytes(), "pairs": drawn.pairs}
    )
    return reference()
