from celery import shared_task
from django.utils import timezone

from employment.guidance.plans.services.reminders import send_reminders


@shared_task
def send_reminders_task() -> None:
    send_reminders(today=timezone.localdate())
