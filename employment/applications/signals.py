from django.dispatch import Signal

# Sent after commit with ``application_id`` and ``state``.
application_moved = Signal()
