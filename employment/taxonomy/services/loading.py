"""Write the data files into the reference tables: only what changed, each set in one transaction.

Rows that left the files stay, because other rows may point at them; `prune` removes those that
nothing points at.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from employment.common.errors import DomainError
from employment.taxonomy.adapters import entries
from employment.taxonomy.adapters.skills import Fault, find_faults, read_skills, skill_entry
from employment.taxonomy.adapters.tables import (
    digest_of,
    occupation_table,
    skill_tables,
    table,
)
from employment.taxonomy.models import (
    DegreeLevel,
    Industry,
    Major,
    Occupation,
    ReferenceStamp,
    Region,
    Skill,
    StrategicIndustry,
)
from employment.taxonomy.selectors import forget_rows

LOADER_VERSION = "1"  # part of every digest: raise it when the same files must be read anew
BATCH = 1000

logger = logging.getLogger(__name__)


class ReferenceDataError(DomainError):
    """The data files contradict themselves; nothing of that set was written."""

    code = "reference_data"
    status = 422

    def __init__(self, faults: Sequence[Fault]) -> None:
        lines = "\n".join(map(str, faults))
        super().__init__(_("The skill lexicon has %(count)s faults:") % {"count": len(faults)})
        self.faults = list(faults)
        self.lines = lines


@dataclass(slots=True)
class LoadResult:
    """`counts`: rows of each set; `changed`: the sets written; `stale`: rows not in the files."""

    counts: dict[str, int] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    stale: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dataset:
    name: str
    model: type[models.Model]
    files: Callable[[], Iterable[Path]]
    load: Callable[[], set[object]]

    def digest(self) -> str:
        return digest_of([*self.files(), table("pinyin_initials")], salt=LOADER_VERSION)


def load_reference(*, force: bool = False, prune: bool = False) -> LoadResult:
    """Bring every set up to date; a set whose files did not change costs one comparison.

    Raises ReferenceDataError when the skill lexicon is faulty; the other sets are loaded by then.
    """
    result = LoadResult()
    stamps = {stamp.dataset: stamp for stamp in ReferenceStamp.objects.all()}
    for dataset in DATASETS:
        stamp, digest = stamps.get(dataset.name), dataset.digest()
        if stamp and stamp.digest == digest and not (force or prune):
            result.counts[dataset.name] = stamp.row_count
            continue
        _load_dataset(dataset, digest=digest, prune=prune, result=result)
    forget_rows()
    return result


def _load_dataset(dataset: Dataset, *, digest: str, prune: bool, result: LoadResult) -> None:
    with transaction.atomic():
        keys = dataset.load()
        stale = dataset.model._default_manager.exclude(pk__in=keys)
        result.stale[dataset.name] = _prune(stale) if prune else stale.count()
        ReferenceStamp.objects.update_or_create(
            dataset=dataset.name,
            defaults={"digest": digest, "row_count": len(keys), "loaded_at": timezone.now()},
        )
    result.counts[dataset.name] = len(keys)
    result.changed.append(dataset.name)


def _prune(stale: "models.QuerySet[models.Model]") -> int:
    """Delete what nothing points at; returns how many rows had to stay."""
    kept = 0
    for row in stale:
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError:
            kept += 1
            logger.warning("Kept %s %s: other rows point at it.", row._meta.label, row.pk)
    return kept


def load_regions() -> set[object]:
    return _upsert(Region, entries.region_entries())


def load_majors() -> set[object]:
    return _upsert(Major, entries.major_entries())


def load_occupations() -> set[object]:
    return _upsert(Occupation, entries.occupation_entries())


def load_industries() -> set[object]:
    return _upsert(Industry, entries.industry_entries())


def load_strategic_industries() -> set[object]:
    fields = entries.strategic_entries()
    keys = _upsert(StrategicIndustry, [entry for entry, _divisions in fields])
    wanted = {(entry.code, code) for entry, divisions in fields for code in divisions}
    _link(StrategicIndustry.divisions.through, ("strategicindustry_id", "industry_id"), wanted)
    return keys


def load_degree_levels() -> set[object]:
    return _upsert(DegreeLevel, entries.degree_entries())


def load_skills() -> set[object]:
    """Raises ReferenceDataError: the lexicon is checked against the occupations just loaded."""
    rows = read_skills()
    known = set(Occupation.objects.details().values_list("code", flat=True))
    faults = find_faults(rows, occupations=known)
    if faults:
        raise ReferenceDataError(faults)
    skills = [skill_entry(row) for row in rows]
    entries.fill_plain_texts(skills, spellings=lambda skill: skill.aliases)
    keys = _upsert(Skill, skills)
    wanted = {(row["id"], code) for row in rows for code in row.names("occupations")}
    _link(Skill.occupations.through, ("skill_id", "occupation_id"), wanted)
    return keys


def _upsert(model: type[models.Model], rows: Sequence[models.Model]) -> set[object]:
    """Insert or overwrite by primary key; the database checks foreign keys at commit."""
    columns = [f.name for f in model._meta.concrete_fields if not f.primary_key]
    model._default_manager.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=[model._meta.pk.name],
        update_fields=columns,
    )
    return {row.pk for row in rows}


def _link(
    through: type[models.Model], columns: tuple[str, str], wanted: set[tuple[str, str]]
) -> None:
    left, right = columns
    current = {
        (row[left], row[right]): row["pk"]
        for row in through._default_manager.values("pk", left, right)
    }
    gone = [pk for pair, pk in current.items() if pair not in wanted]
    through._default_manager.filter(pk__in=gone).delete()
    through._default_manager.bulk_create(
        [through(**{left: a, right: b}) for a, b in sorted(wanted - current.keys())],
        batch_size=BATCH,
    )


DATASETS = (
    Dataset("regions", Region, lambda: [table("regions")], load_regions),
    Dataset("majors", Major, lambda: [table("majors")], load_majors),
    Dataset(
        "occupations",
        Occupation,
        lambda: [occupation_table(), table("occupations_en")],
        load_occupations,
    ),
    Dataset("industries", Industry, lambda: [table("industries")], load_industries),
    Dataset(
        "strategic_industries",
        StrategicIndustry,
        lambda: [table("strategic_industries"), table("industries")],
        load_strategic_industries,
    ),
    Dataset("degree_levels", DegreeLevel, lambda: [table("degree_levels")], load_degree_levels),
    Dataset("skills", Skill, lambda: [*skill_tables(), occupation_table()], load_skills),
)
