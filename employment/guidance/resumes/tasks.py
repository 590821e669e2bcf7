from celery import shared_task

from employment.guidance.resumes.services.uploads import delete_old_uploads


@shared_task
def delete_stale_uploads() -> None:
    delete_old_uploads()
