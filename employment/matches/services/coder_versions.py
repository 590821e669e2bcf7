"""Which corrections the occupation coder in use has learned: refit, switch, recode.

A version is what ships plus the corrections up to one of them; it is fitted when a process loads
it, so nothing but a number is kept.
"""

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from employment.common import audit
from employment.matches.models import CoderVersion, OccupationCorrection
from employment.matches.services.engine import encoder, occupation_rows
from employment.matches.services.kept_encoder import KeptEncoder
from employment.taxonomy import selectors
from matching.encoders import title_encoder
from matching.metrics import calibration_error
from matching.occupations import OccupationCoder, is_confident
from matching.occupations.fitting import fold_numbers
from matching.titles import clean_title

REFIT_LOCK = 0x51_43_4F
ENOUGH_NEW = 20
FOLDS = 5
NO_CORRECTIONS = 0

Examples = list[tuple[str, str]]


def active_version() -> CoderVersion | None:
    return CoderVersion.objects.filter(active=True).first()


def current_coder() -> OccupationCoder:
    """The coder in use, with the corrections its version has learned; one a process."""
    version = active_version()
    return coder_with(version.corrections_to if version else NO_CORRECTIONS)


def coder_name() -> str:
    """What is stored with a code: what ships and how many corrections it has learned."""
    version = active_version()
    return f"{current_coder().version}+{version.corrections if version else 0}"


def coder_with(corrections_to: int) -> OccupationCoder:
    stamp = selectors.reference_stamp()
    return _coder(os.getpid(), settings.EMBEDDING_MODEL, stamp, corrections_to)


@lru_cache(maxsize=2)
def _coder(_pid: int, _spec: str, _stamp: str, corrections_to: int) -> OccupationCoder:
    return _build(examples(corrections_to))


def _build(taught: Examples) -> OccupationCoder:
    kept = KeptEncoder(title_encoder(encoder()), settings.VAR_DIR / "vectors")
    return OccupationCoder.from_rows(occupation_rows(), kept, taught)


def examples(corrections_to: int) -> Examples:
    """The last word on each title, of those not taken back."""
    rows = OccupationCorrection.objects.filter(pk__lte=corrections_to, undone_at__isnull=True)
    latest = {clean_title(row.title): (row.title, row.new_code) for row in rows.order_by("pk")}
    return [latest[key] for key in sorted(latest)]


def new_corrections() -> int:
    """Corrections that no version has been fitted to, in use or not."""
    newest = CoderVersion.objects.aggregate(to=Max("corrections_to"))["to"] or NO_CORRECTIONS
    rows = OccupationCorrection.objects.filter(undone_at__isnull=True)
    return rows.filter(pk__gt=newest).count()


@transaction.atomic
def refit(*, actor_id: int | None = None, least: int = ENOUGH_NEW) -> CoderVersion | None:
    """Learn the corrections made since the last version; in use only where not worse.

    None when there are too few or another process refits. Calling it twice changes nothing more.
    """
    if not _own_refit() or new_corrections() < max(least, 1):
        return None
    last = OccupationCorrection.objects.filter(undone_at__isnull=True).latest("pk").pk
    before, taught = current_coder(), examples(last)
    figures = compare(before, taught)
    better = figures["after"]["top1"] >= figures["before"]["top1"]
    figures["used"] = better
    version = CoderVersion.objects.create(
        packaged=before.version,
        corrections_to=last,
        corrections=len(taught),
        figures=figures,
        created_by_id=actor_id,
    )
    audit.record(action="matches.coder_refit", obj=version, actor_id=actor_id, used=better)
    if better:
        _put_live(version)
    return version


def compare(before: OccupationCoder, taught: Examples) -> dict[str, Any]:
    """Figures on corrections kept apart by folds. The coder in use may know some of them already,
    which favours it."""
    fold = fold_numbers([clean_title(title) for title, _ in taught], FOLDS)
    titles = [title for title, _ in taught]
    codes = [code for _, code in taught]
    after: list[Any] = [None] * len(taught)
    for at in np.unique(fold):
        own = np.flatnonzero(fold == at).tolist()
        coder = _build([pair for pair, one in zip(taught, fold, strict=True) if one != at])
        for place, found in zip(own, coder.code([titles[row] for row in own]), strict=True):
            after[place] = found
    return {
        "n": len(taught),
        "before": coded_figures(before.code(titles), codes),
        "after": coded_figures(after, codes),
    }


def coded_figures(found: Sequence[Sequence[Any]], codes: Sequence[str]) -> dict[str, float]:
    best = [row[0] for row in found]
    right = np.array([one.code == code for one, code in zip(best, codes, strict=True)], dtype=bool)
    chance = np.array([one.confidence for one in best], dtype=np.float64)
    five = [code in {one.code for one in row} for row, code in zip(found, codes, strict=True)]
    return {
        "top1": round(float(right.mean()), 4),
        "top5": round(float(np.mean(five)), 4),
        "coverage": round(float(np.mean([is_confident(one.confidence) for one in best])), 4),
        "ece": round(calibration_error(chance, right), 4),
    }


@transaction.atomic
def switch_back(*, actor_id: int) -> CoderVersion | None:
    """Use the version before the one in use; without one, what ships. None: that is in use."""
    current = CoderVersion.objects.select_for_update().filter(active=True).first()
    if current is None:
        return None
    earlier = CoderVersion.objects.filter(pk__lt=current.pk, figures__used=True)
    current.active = False
    current.save(update_fields=["active"])
    previous = earlier.order_by("-pk").first()
    if previous:
        _put_live(previous)
    audit.record(action="matches.coder_switched_back", obj=current, actor_id=actor_id)
    return current


def _put_live(version: CoderVersion) -> None:
    CoderVersion.objects.filter(active=True).update(active=False)
    version.active = True
    version.save(update_fields=["active"])


def _own_refit() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [REFIT_LOCK])
        return bool(cursor.fetchone()[0])
