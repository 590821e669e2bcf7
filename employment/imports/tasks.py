from celery import shared_task
from django.utils import timezone

from employment.imports.services import run_import, stalled_imports


@shared_task
def run_import_task(*, upload_id: int) -> None:
    """Goes on where an earlier, killed attempt stopped."""
    run_import(upload_id=upload_id)


@shared_task
def sweep_imports() -> None:
    """Ring again for imports that were started and lost their worker or their message."""
    for upload_id in stalled_imports(now=timezone.now()):
        run_import_task.delay(upload_id=upload_id)
