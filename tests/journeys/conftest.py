"""A real browser. Its driver runs an event loop in this thread, which Django would refuse."""

import os

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, pgettext
from playwright.sync_api import sync_playwright

from employment.matches.services import coder_versions, live
from employment.taxonomy.selectors import forget_rows
from tests.factories.taxonomy import make_taxonomy
from tests.journeys.chromium import find_chromium

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# Only what is wrong leaves the page: all that axe-core found is megabytes.
FIND_FAULTS = """
async rules => {
    const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    return found.violations
        .filter(fault => ["serious", "critical"].includes(fault.impact))
        .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.html.slice(0, 120)}`));
}
"""
CATALOGUES = {"zh-CN": "zh-hans", "en": "en"}
COMBINATIONS = pytest.mark.parametrize(
    ("screen", "language"),
    [("desktop", "zh-CN"), ("phone", "en"), ("desktop", "en"), ("phone", "zh-CN")],
)
SCREENS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


def word(text, language, context=""):
    """A text of the interface as the language shows it."""
    with translation.override(CATALOGUES[language]):
        return pgettext(context, text) if context else gettext(text)


@pytest.fixture(scope="session")
def browser():
    program = find_chromium()
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
        return page.evaluate(FIND_FAULTS, RULES)

    return check


@pytest.fixture
def cookie_of():
    """The session of a user who has signed in, as a browser keeps it."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        return {"name": name, "value": client.cookies[name].value}

    return sign_in


@pytest.fixture
def sound(axe_faults):
    """A page that fits its screen and has no serious fault of accessibility."""

    def check(page):
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
        assert axe_faults(page) == []

    return check


@pytest.fixture
def world(transactional_db):
    """Reference rows of the tests, and an engine that has seen no other test's rows."""
    forget_rows()
    coder_versions._coder.cache_clear()
    live._live.cache_clear()
    make_taxonomy()
    yield
    forget_rows()
