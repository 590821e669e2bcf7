from django.dispatch import Signal

# Sent after commit with ``student_ids: list[int]``; rows may be gone by then.
students_changed = Signal()
