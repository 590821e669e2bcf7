"""A follow-up question from the language service, where one is configured and agreed to."""

from django.db import transaction

from employment.accounts.models import User
from employment.guidance.interviews.models import Answer
from employment.guidance.rewording.services import Task, reword


def ask_follow_up(*, answer: Answer, user: User) -> Answer:
    """Keep one follow-up question with the answer, with the model that wrote it.

    Raises ``NotAllowedError`` without consent and ``ServiceError`` when the service fails.
    """
    proposal = reword(user=user, task=Task.FOLLOW_UP, text=answer.words)
    with transaction.atomic():
        answer.follow_up, answer.follow_up_model = proposal.after[:500], proposal.model[:100]
        answer.save(update_fields=["follow_up", "follow_up_model"])
    return answer
