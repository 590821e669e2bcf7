"""Measured quality of an encoder, kept so that pages name it with the model."""

from collections.abc import Mapping
from typing import Any

from employment.matches.models import MeasuredQuality
from employment.matches.services.engine import encoder


def record_quality(*, task: str, figures: Mapping[str, Any]) -> MeasuredQuality:
    """Keep the figures of a task for the encoder in use; a later measurement replaces them."""
    row, _created = MeasuredQuality.objects.update_or_create(
        task=task, encoder=encoder().name, defaults={"figures": dict(figures)}
    )
    return row


def measured_rows(*, encoder: str) -> list[MeasuredQuality]:
    return list(MeasuredQuality.objects.filter(encoder=encoder))
