from django.dispatch import Signal

# Sent after commit with ``posting_ids: list[int]``; rows may be gone by then.
postings_changed = Signal()
