from django.db.models import Q, QuerySet

from employment.accounts.actors import Actor
from employment.guidance.pathways.models import Course


def course_list(actor: Actor, *, text: str = "", kind: str = "") -> QuerySet[Course]:
    """The university's courses, narrowed by name, number or programme, and by kind."""
    rows = Course.objects.editable_by(actor).prefetch_related("skills", "prerequisites")
    if text.strip():
        word = text.strip()
        named = Q(name__icontains=word) | Q(code__icontains=word)
        rows = rows.filter(named | Q(programme__icontains=word))
    return rows.filter(kind=kind) if kind else rows
