from django.dispatch import Signal

# Sent after commit with ``run_id``: the worker may begin.
run_started = Signal()
# Sent after commit with ``student_ids``: their lists are new.
lists_changed = Signal()
