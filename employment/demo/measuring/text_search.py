"""How long the search by text takes with a full database, in process and with caches warm."""

import statistics
import time
from typing import Any

from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from employment.demo.measuring.crowd import crowd
from employment.postings.models import Posting
from employment.postings.selectors import search_postings
from employment.postings.semantics import nearest_postings

# Rare and frequent words, several words, synonyms, English, pinyin and mistakes.
QUERIES = (
    "前端开发", "会计", "数据分析", "工程师", "java 后端", "销售", "护士", "网页开发", "财务核算",
    "frontend developer", "data analyst", "customer service", "qianduan", "kuaiji", "会记",
    "pyhton", "英语老师 兼职", "新媒体运营", "嵌入式", "人力资源",
)  # fmt: skip
READY_SECONDS = 60.0
WARM_UP = 3


def time_searches(*, postings: int, requests: int) -> dict[str, Any]:
    """Milliseconds of the search alone and of the whole page, over ``QUERIES`` in turn."""
    uses_meaning = _wait_for_meaning()
    present = Posting.objects.open(timezone.localdate()).count()
    with (
        crowd(students=1, postings=max(0, postings - present)) as people,
        override_settings(ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "testserver"]),
    ):
        texts = [QUERIES[at % len(QUERIES)] for at in range(requests + WARM_UP)]
        client = Client()
        client.force_login(people[0].user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        searches = [_time_search(text) for text in texts][WARM_UP:]
        pages = [_time_page(client, text) for text in texts][WARM_UP:]
        return {
            "postings": Posting.objects.open(timezone.localdate()).count(),
            "requests": requests,
            "uses_meaning": uses_meaning,
            **_percentiles("search", searches),
            **_percentiles("page", pages),
        }


def _wait_for_meaning() -> bool:
    """The first search of a process starts its loading; the product never waits for it."""
    until = time.monotonic() + READY_SECONDS
    while nearest_postings("会计") is None:
        if time.monotonic() > until:
            return False
        time.sleep(0.5)
    return True


def _time_search(text: str) -> float:
    before = time.perf_counter()
    search_postings(Posting.objects.open(timezone.localdate()), text)
    return (time.perf_counter() - before) * 1000


def _time_page(client: Client, text: str) -> float:
    before = time.perf_counter()
    response = client.get(reverse("postings:list"), {"q": text})
    elapsed = (time.perf_counter() - before) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"The search page answered {response.status_code}.")
    return elapsed


def _percentiles(name: str, times: list[float]) -> dict[str, float]:
    return {
        f"{name}_p50_ms": round(statistics.median(times), 1),
        f"{name}_p95_ms": round(statistics.quantiles(times, n=20)[18], 1),
        f"{name}_max_ms": round(max(times), 1),
    }
