"""Row tasks (lists of some students) run side by side; a column task (one posting into all lists)
runs alone. Without this, a list computed before a posting was published could overwrite the
posting's entry. PostgreSQL queues waiters, so neither side starves, and a dead worker's lock
goes with its connection."""

from django.db import connection

MATCHING_LOCK = 0x51_43_4D  # any constants that nothing else uses
START_LOCK = 0x51_43_4E


def share_lists() -> None:
    """Wait for column tasks; hold until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [MATCHING_LOCK])


def own_lists() -> None:
    """Wait for every other matching task; hold until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MATCHING_LOCK])


def start_one_by_one() -> None:
    """Two clicks at once start one run; hold until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [START_LOCK])
