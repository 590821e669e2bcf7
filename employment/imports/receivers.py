from typing import Any

from employment.imports.tasks import run_import_task


def on_import_ready(*, upload_id: int, **_kwargs: Any) -> None:
    run_import_task.delay(upload_id=upload_id)
