"""Rows of weights ↔ ``matching.criteria.Weights``."""

from dataclasses import replace

from employment.matches.enums import WeightOrigin
from employment.matches.models import WeightSet
from matching.criteria import CRITERIA, Weights


def present_weights() -> Weights:
    """The fitted set that is live; without one, the hand-set weights of this version."""
    row = WeightSet.objects.filter(active=True, origin=WeightOrigin.REFIT).first()
    return weights_of(row) if row else Weights()


def weights_of(row: WeightSet) -> Weights:
    """A set fits only the criteria: everything else stays as set by hand."""
    fitted = {name: float(row.values[name]) for name in CRITERIA}
    return replace(Weights(), version=row.version, **fitted)


def weight_values(weights: Weights) -> dict[str, float]:
    return {name: float(getattr(weights, name)) for name in CRITERIA}
