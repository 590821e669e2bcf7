"""The words that a search can suggest: what open postings are called, ask for and come from."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from django.db import transaction
from django.db.models import Count, Max

from employment.common.search_pinyin import full_pinyin, has_han, pinyin_initials
from employment.common.search_synonyms import fold
from employment.common.stamps import is_done, mark_done
from employment.postings.enums import TermKind
from employment.postings.models import Posting, PostingRequirement, SearchTerm
from employment.postings.models.requirements import RequirementKind
from employment.postings.segmentation import index_words, query_words
from employment.postings.selectors.suggestions import letter_grams
from employment.taxonomy import selectors
from matching.titles import clean_title

STEP = "search-terms"
VERSION = 3  # of the rules here: other rules, other terms
MIN_LENGTH, MAX_LENGTH = 2, 24
# A word of titles is a term when several postings use it; whole titles only of public postings.
MIN_TITLES = 3
BATCH = 2000
Weights = Counter[tuple[TermKind, str]]


def refresh_search_terms(*, today: dt.date) -> int | None:
    """Write all terms again when postings or the reference tables changed; how many, or None."""
    stamp = _stamp(today)
    if is_done(STEP, stamp) and SearchTerm.objects.exists():
        return None
    terms = list(_rows(_weights(today)))
    with transaction.atomic():
        SearchTerm.objects.all().delete()
        SearchTerm.objects.bulk_create(terms, batch_size=BATCH)
    mark_done(STEP, stamp)
    return len(terms)


def _stamp(today: dt.date) -> str:
    seen = Posting.objects.open(today).aggregate(n=Count("pk"), at=Max("updated_at"))
    parts = (VERSION, selectors.reference_stamp(), seen["n"], seen["at"])
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _weights(today: dt.date) -> Weights:
    weights: Weights = Counter()
    titles = Posting.objects.open(today).values_list("title", "audience_id")
    words: Counter[str] = Counter()
    for title, audience in titles.order_by().iterator(chunk_size=BATCH):
        cleaned = clean_title(title)
        words.update(set(_title_words(cleaned)))
        if not audience:
            weights[TermKind.TITLE, cleaned] += 1
    weights.update({(TermKind.TITLE, w): n for w, n in words.items() if n >= MIN_TITLES})
    weights.update(_skills(today))
    weights.update(_employers(today))
    weights.update({(TermKind.MAJOR, row.name): 0 for row in selectors.major_rows()})
    weights.update({(TermKind.OCCUPATION, n): 0 for n in _occupation_names()})
    return weights


def _title_words(title: str) -> Iterator[str]:
    """Words, and neighbours joined as they stand in the title (前端 + 开发)."""
    yield from index_words(title)
    for left, right in pairwise(query_words(title)):
        joined = left + right
        if joined in title:
            yield joined


def _skills(today: dt.date) -> dict[tuple[TermKind, str], int]:
    asked = PostingRequirement.objects.filter(
        kind=RequirementKind.SKILL, posting__in=Posting.objects.open(today)
    )
    counts = dict(asked.order_by().values_list("label").annotate(n=Count("posting", distinct=True)))
    found: dict[tuple[TermKind, str], int] = {}
    for row in selectors.skill_rows():
        count = counts.get(row.name, 0)
        found[TermKind.SKILL, row.name] = count
        for name in (row.name_en, *row.aliases):
            found[TermKind.SKILL, name] = min(count, 1)  # many names must not crowd a list
    return found


def _employers(today: dt.date) -> dict[tuple[TermKind, str], int]:
    public = Posting.objects.open(today).filter(audience__isnull=True).order_by()
    rows = public.values_list("employer__organisation__name").annotate(n=Count("pk"))
    return {(TermKind.EMPLOYER, name): n for name, n in rows}


def _occupation_names() -> Iterator[str]:
    for row in selectors.occupation_rows():
        yield row.name
        yield from row.aliases


def _rows(weights: Weights) -> Iterator[SearchTerm]:
    """One row a spelling: the kind that comes first, with the greatest weight."""
    order = list(TermKind)
    seen: set[str] = set()
    greatest: Counter[str] = Counter()
    for (_kind, text), weight in weights.items():
        greatest[fold(text)] = max(greatest[fold(text)], weight)
    for kind, text in sorted(weights, key=lambda key: order.index(key[0])):
        folded = fold(text)
        if folded in seen or not MIN_LENGTH <= len(folded) <= MAX_LENGTH:
            continue
        seen.add(folded)
        yield _row(kind, text, folded, greatest[folded])


def _row(kind: TermKind, text: str, folded: str, weight: int) -> SearchTerm:
    is_chinese = has_han(folded)
    return SearchTerm(
        text=text,
        folded=folded,
        kind=kind,
        weight=weight,
        pinyin=full_pinyin(folded)[:300] if is_chinese else "",
        initials=pinyin_initials(folded)[:80] if is_chinese else "",
        grams=letter_grams(folded),
    )
