"""A real browser. Its driver runs an event loop in this thread, which Django would refuse."""

import os
import shutil

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
SCREENS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no Chromium on this machine; .ci/run installs it")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, live_server):
    """Open a path by screen, theme and language; a fault in the console fails the test."""
    contexts, faults = [], []

    def open_path(
        path, *, screen="desktop", theme="light", language="zh-CN", cookies=(), policy=True
    ):
        context = browser.new_context(
            base_url=live_server.url,
            viewport=SCREENS[screen],
            color_scheme=theme,
            locale=language,
            reduced_motion="reduce",
            bypass_csp=not policy,
        )
        contexts.append(context)
        context.add_cookies([{"url": live_server.url, **cookie} for cookie in cookies])
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda note: note.type == "error" and faults.append(note.text))
        page.goto(path)
        return page

    yield open_path
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def axe_faults():
    """What axe-core calls serious or critical, as ``rule: element`` lines. It sets styles while
    it looks, so the page is to be opened without its content security policy."""

    def check(page):
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        return [
            f"{fault['id']}: {node['html'][:120]}"
            for fault in found["violations"]
            if fault["impact"] in {"serious", "critical"}
            for node in fault["nodes"]
        ]

    return check
