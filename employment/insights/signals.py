from django.dispatch import Signal

# Sent after commit with ``audit_id``: a worker may compute it.
audit_asked = Signal()
