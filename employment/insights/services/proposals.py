"""What proposed weights would mean for groups of students, before anybody puts them live."""

from collections import defaultdict
from collections.abc import Sequence

from employment.insights.enums import Measure, Trait
from employment.insights.fairness import Json, People, labels_of, measure_rows, shown_groups
from employment.insights.selectors import fairness as selectors
from employment.insights.services.fairness import spread
from employment.matches.adapters.weights import present_weights, weights_of
from employment.matches.models import WeightSet
from employment.matches.services.eligible import eligible_counts
from employment.matches.services.swaps import shadow_lists
from employment.matches.services.weights import add_group_figures
from employment.students.models import StudentProfile
from matching.criteria import Weights

SAMPLE = 400
FIRST = 10
Places = dict[int, list[tuple[float, int]]]


def check_proposal(*, weights_id: int) -> Json:
    """Groups below four fifths among each posting's first ten, within a sample of students, under
    the present and under the proposed weights."""
    students = StudentProfile.objects.matchable()
    ids = spread(list(students.order_by("pk").values_list("pk", flat=True).distinct()), SAMPLE)
    sample = students.filter(pk__in=ids)
    people = People(
        ids=ids,
        eligible=eligible_counts(student_ids=ids),
        reached={},
        strata=selectors.major_classes(sample),
        groups=selectors.trait_groups(sample),
    )
    proposed = weights_of(WeightSet.objects.get(pk=weights_id))
    figures = {
        "students": len(ids),
        "before": flagged(people, present_weights()),
        "after": flagged(people, proposed),
    }
    add_group_figures(weights_id=weights_id, figures=figures)
    return figures


def flagged(people: People, weights: Weights) -> int:
    top = first_tens(people.ids, weights)
    reached = {one: selectors.Reached(top=count) for one, count in top.items()}
    shadow = People(people.ids, people.eligible, reached, people.strata, people.groups)
    found = 0
    for trait in Trait:
        labels = labels_of(shadow, trait)
        rows = measure_rows(shadow, Measure.TOP, labels, shown_groups(labels))
        found += sum(row["flagged"] for row in rows)
    return found


def first_tens(ids: Sequence[int], weights: Weights) -> dict[int, int]:
    """In how many postings' first ten each student would be."""
    by_posting: Places = defaultdict(list)
    for student, (postings, totals) in shadow_lists(ids, weights).items():
        for posting, total in zip(postings, totals, strict=True):
            by_posting[posting].append((-total, student))
    counts = dict.fromkeys(ids, 0)
    for listed in by_posting.values():
        for _total, student in sorted(listed)[:FIRST]:
            counts[student] += 1
    return counts
