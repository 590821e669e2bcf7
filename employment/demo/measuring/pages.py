"""How long pages take with a full database, in process and with caches warm."""

import statistics
import time
from typing import Any

from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from employment.demo.measuring.crowd import crowd

WARM_UP = 5


def time_match_lists(*, students: int, postings: int, requests: int) -> dict[str, Any]:
    """Percentiles of the student's match list in milliseconds over different students."""
    with (
        crowd(students=students, postings=postings) as people,
        override_settings(ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "testserver"]),
    ):
        step = max(len(people) // (requests + WARM_UP), 1)
        chosen = people[::step][: requests + WARM_UP]
        times = [time_page(person.user) for person in chosen][WARM_UP:]
    return {
        "students": students,
        "postings": postings,
        "requests": len(times),
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": round(statistics.quantiles(times, n=20)[18], 1),
        "max_ms": round(max(times), 1),
    }


def time_page(user: Any) -> float:
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    before = time.perf_counter()
    response = client.get(reverse("matches:list"))
    elapsed = (time.perf_counter() - before) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"The match list answered {response.status_code}.")
    return elapsed
