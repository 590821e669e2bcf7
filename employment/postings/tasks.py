from celery import shared_task
from django.utils import timezone

from employment.postings import services


@shared_task
def expire_postings() -> None:
    while services.expire_postings(now=timezone.now()):
        pass
