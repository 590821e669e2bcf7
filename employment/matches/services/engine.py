"""The engine of this process: one encoder, loaded when first needed, never before a fork."""

import os
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from employment.matches.adapters.weights import present_weights
from employment.matches.related_majors import related_majors
from employment.taxonomy import selectors
from matching.criteria import Weights
from matching.eligibility import Rules
from matching.encoders import load_encoder
from matching.occupations import OccupationRow
from matching.types import Encoder


def encoder() -> Encoder:
    """Of this process id: an engine with threads must not be shared with a forked child."""
    return _encoder(os.getpid(), settings.EMBEDDING_MODEL)


@lru_cache(maxsize=1)
def _encoder(_pid: int, spec: str) -> Encoder:
    return load_encoder(spec)


def weights() -> Weights:
    """Those put live by a platform admin, else the hand-set ones."""
    return present_weights()


def engine_name() -> str:
    """Encoder and weights in one name; stored with what they made."""
    return f"{encoder().name}|{weights().version}"


def rules() -> Rules:
    return Rules(now_year=timezone.localdate().year, related_majors=related_majors())


def occupation_rows() -> list[OccupationRow]:
    """Groups too: a title may say no more than 销售人员."""
    return [
        OccupationRow(row.code, row.name, tuple(row.aliases), row.definition)
        for row in selectors.occupation_rows()
    ]
