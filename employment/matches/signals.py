from django.dispatch import Signal

# Sent after commit with ``run_id``: the worker may begin.
run_started = Signal()
# Sent after commit with ``student_ids``: their lists are new.
lists_changed = Signal()
# Sent after commit with ``job_id``: a worker may fit weights.
refit_asked = Signal()
# Sent after commit with ``weights_id``: fitted weights wait for a decision.
weights_proposed = Signal()
