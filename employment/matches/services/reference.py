"""The frozen sample that scores and percentiles refer to; one per encoder and weights."""

from functools import lru_cache

from employment.matches.models import ReferenceSample
from employment.matches.services.engine import encoder, engine_name, weights
from employment.matches.services.live import live
from matching.reference import Reference
from matching.sampling import build_reference

SEED = 20260901
ENOUGH_PAIRS = 1000


def reference() -> Reference:
    """Documented default scales, and no percentile, until enough eligible pairs exist."""
    sample_id = sample_pk()
    if sample_id is None:
        return Reference(encoder().name, weights().version)
    return _loaded(sample_id)


def sample_pk() -> int | None:
    rows = ReferenceSample.objects.filter(engine=engine_name())
    return rows.values_list("pk", flat=True).first()


def reference_of(encoder_name: str, weights_version: str) -> str:
    """Number and size of the sample of an engine, "" when it has none."""
    rows = ReferenceSample.objects.filter(engine=f"{encoder_name}|{weights_version}")
    return "".join(f"#{row.pk} · n = {row.pairs:,}" for row in rows.only("pk", "pairs"))


def level() -> str:
    """All that a score depends on besides the pair; rows made at another level are made again."""
    return f"{engine_name()}|{sample_pk() or 'default'}"


@lru_cache(maxsize=2)
def _loaded(sample_id: int) -> Reference:
    return Reference.from_bytes(bytes(ReferenceSample.objects.get(pk=sample_id).content))


def ensure_reference() -> None:
    """Draw the sample when there is none yet and there is enough to draw from."""
    if sample_pk() is not None:
        return
    state = live()
    state.refresh_postings()
    state.refresh_students()
    drawn = build_reference(state.candidates, state.postings, weights=weights(), seed=SEED)
    if len(drawn.totals) >= ENOUGH_PAIRS:
        ReferenceSample.objects.get_or_create(
            engine=engine_name(),
            defaults={"content": drawn.to_bytes(), "pairs": len(drawn.totals)},
        )
