from django.dispatch import Signal

# Sent after commit with ``order_id`` and ``is_batch``: a worker may make the reports.
order_placed = Signal()
