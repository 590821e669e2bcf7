import re
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client, TestCase
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from employment.common.i18n import catalogues
from employment.matches.services import coder_versions
from employment.taxonomy.selectors import forget_rows
from tests.factories.sequence import restart_numbers

VENDOR_PAGES = ("/admin/", "/api/docs")
FORBIDDEN_MARKUP = {
    "unrendered template code": re.compile(r"\{\{|\{%|\{#"),
    "inline script": re.compile(
        r"<script(?![^>]*\s(?:src=|type=\"application/json\"))[^>]*>", re.I
    ),
    "inline event handler": re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.I),
    "inline style": re.compile(r"<[a-z][^<>]*\sstyle\s*=|<style\b", re.I),
    "script address": re.compile(r"(?:href|action)\s*=\s*[\"']?javascript:", re.I),
}


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        catalogues.compile_all()
        translation_file_changed(None, Path("django.mo"))  # forget what was read before


class CheckingClient(Client):
    """Runs what a request leaves for after its commit, and refuses pages the policy would break."""

    def request(self, **request):
        with TestCase.captureOnCommitCallbacks(execute=True):
            response = super().request(**request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page and not request["PATH_INFO"].startswith(VENDOR_PAGES):
            assert_clean_markup(response.content.decode())
        return response


def assert_clean_markup(html):
    for what, pattern in FORBIDDEN_MARKUP.items():
        found = pattern.search(html)
        assert not found, f"{what}: {html[max(0, found.start() - 80) : found.end() + 80]}"


@pytest.fixture
def client():
    return CheckingClient()


@pytest.fixture(autouse=True)
def fresh_process_state():
    """Throttles count in the cache, a request leaves its language behind, and what is kept of
    the reference tables is one test's."""
    cache.clear()
    restart_numbers()
    yield
    coder_versions._coder.cache_clear()
    forget_rows()
    translation.activate("zh-hans")


@pytest.fixture(autouse=True)
def _fresh_stamp(monkeypatch):
    """The reference stamp is asked for every time: query counts do not hang on the clock."""
    monkeypatch.setattr("employment.taxonomy.selectors.rows.STAMP_SECONDS", 0)
