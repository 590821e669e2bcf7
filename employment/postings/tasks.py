from celery import shared_task
from django.utils import timezone

from employment.postings import services
from employment.postings.services.search_terms import refresh_search_terms


@shared_task
def expire_postings() -> None:
    while services.expire_postings(now=timezone.now()):
        pass


@shared_task
def refresh_terms() -> None:
    refresh_search_terms(today=timezone.localdate())
