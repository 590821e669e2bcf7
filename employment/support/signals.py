from django.dispatch import Signal

# Sent after commit with ``appointment_id``, ``notice`` and ``by_student``.
appointment_changed = Signal()
# Sent after commit with ``registration_id`` and ``notice``.
registration_changed = Signal()
