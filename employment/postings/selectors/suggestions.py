"""What a half typed, a pinyin or a misspelt text may mean, by the table of search terms."""

from collections.abc import Sequence
from itertools import pairwise

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Length

from employment.common.search_pinyin import has_han, is_pinyin_like, pinyin_readings
from employment.common.search_synonyms import fold
from employment.postings.models import SearchTerm

LIMIT = 8
SHORTEST = 2
# One wrong letter or character in a short word, two in a long one.
LONG = 6


def suggest_terms(text: str, *, limit: int = LIMIT) -> list[SearchTerm]:
    """Terms that begin with the text, or whose pinyin or initials do; the most used first."""
    folded = fold(text)
    if len(folded) < 1:
        return []
    begins = Q(folded__startswith=folded)
    if is_pinyin_like(folded) and len(folded) >= SHORTEST:
        typed = "".join(folded.split()).replace("'", "")
        begins |= Q(pinyin__startswith=typed) | Q(initials__startswith=typed)
    closeness = Case(
        When(folded=folded, then=0),
        When(weight=0, then=2),
        default=Value(1),
        output_field=IntegerField(),
    )
    terms = SearchTerm.objects.filter(begins).order_by(closeness, "-weight", "folded")
    return list(terms[:limit])


def meant_terms(text: str, *, limit: int = 3) -> list[SearchTerm]:
    """What somebody meant who typed pinyin or made a mistake; nothing for a term as it is."""
    folded = fold(text)
    if len(folded) < SHORTEST or SearchTerm.objects.filter(folded=folded, weight__gt=0).exists():
        return []
    return (_by_pinyin(folded) or _by_sound(folded) or _by_spelling(folded))[:limit]


def corrected(text: str) -> list[str]:
    """Texts that may have been meant, the likeliest first: of the whole, else word by word."""
    whole = [term.text for term in meant_terms(text)]
    words = fold(text).split()
    if whole or len(words) < 2:
        return whole
    better = [next((term.text for term in meant_terms(word)), word) for word in words]
    return [] if better == words else [" ".join(better)]


def _by_pinyin(folded: str) -> list[SearchTerm]:
    if not is_pinyin_like(folded):
        return []
    typed = "".join(folded.split()).replace("'", "")
    whole = SearchTerm.objects.filter(pinyin=typed, weight__gt=0).order_by("-weight")[:LIMIT]
    initials = SearchTerm.objects.filter(initials=typed, weight__gt=0).order_by("-weight")[:LIMIT]
    return list(whole) or (list(initials) if len(typed) > SHORTEST else [])


def _by_sound(folded: str) -> list[SearchTerm]:
    """Chinese of the same sound: the wrong character of an input method."""
    if not has_han(folded):
        return []
    alike = SearchTerm.objects.filter(pinyin__in=pinyin_readings(folded), weight__gt=0)
    return list(alike.order_by("-weight")[:LIMIT])


def _by_spelling(folded: str) -> list[SearchTerm]:
    """Terms a few edits away, among those that share pairs of letters."""
    allowed = 1 if len(folded) < LONG else 2
    if has_han(folded) and len(folded) < 3:
        return []
    alike = (
        SearchTerm.objects.filter(grams__overlap=letter_grams(folded), weight__gt=0)
        .annotate(length=Length("folded"))
        .filter(length__gte=len(folded) - allowed, length__lte=len(folded) + allowed)
    )
    close = [
        (distance, -weight, pk)
        for pk, term, weight in alike.values_list("pk", "folded", "weight")
        if (distance := edit_distance(folded, term)) <= allowed
    ]
    best = [pk for _distance, _weight, pk in sorted(close)[:LIMIT]]
    terms = SearchTerm.objects.in_bulk(best)
    return [terms[pk] for pk in best]


def letter_grams(folded: str) -> list[str]:
    """Pairs of neighbours with the edges marked; for Chinese also single characters."""
    pairs = {left + right for left, right in pairwise(f"^{folded}$")}
    return sorted(pairs | {char for char in folded if has_han(char)})


def edit_distance(left: str, right: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours (optimal string alignment)."""
    before: Sequence[int] = ()
    last = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        now = [row]
        for column, other in enumerate(right, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (char != other))
            swapped = row > 1 < column and char == right[column - 2] and left[row - 2] == other
            now.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, now
    return last[-1]
