from django.dispatch import Signal

# Sent after commit with ``upload_id``: the worker may begin.
import_ready = Signal()
