from django.dispatch import Signal

# Sent inside the transaction with ``user_id`` and ``purpose``: receivers write along with it.
consent_changed = Signal()
