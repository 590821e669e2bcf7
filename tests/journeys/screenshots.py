"""Pictures of the main pages of every role, from a site with the demo data.

python -m tests.journeys.screenshots [--base-url URL] [--role ROLE ...] [--page PAGE ...]

Without a base URL the instance of VAR_DIR is served for the time of the run. Exits 1 when a page
answers with an error, writes one to the console or is wider than its screen.
"""

import argparse
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize, sync_playwright

from tests.journeys.chromium import find_chromium
from tests.journeys.screenshot_views import VIEWS, VISITOR, View

ROOT = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("VAR_DIR", ROOT / "var")).resolve()
FOLDER = VAR_DIR / "screenshots"
PASSWORD = "qicheng-demo-2026"
SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}
LANGUAGES = {"zh": "zh-hans", "en": "en"}
START_SECONDS = 60
SETTLE_MS = 4000
WAITING_CHART = "[data-employment-chart]:not([data-employment-drawn], .is-table)"
CHARTS_DRAWN = f"() => !document.querySelector('{WAITING_CHART}')"
TRIED_LINKS = 8


@dataclass
class Outcome:
    pictures: int = 0
    faults: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base-url", default=os.environ.get("BASE_URL", ""))
    parser.add_argument("--role", action="append", choices=list(VIEWS))
    parser.add_argument("--page", action="append")
    return parser.parse_args()


def chromium_program() -> str:
    program = find_chromium()
    if program is None:
        sys.exit("There is no Chromium on this machine: install the package chromium.")
    return program


def manage(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def prepare() -> None:
    """The instance has to hold the demo data; what is built from the code is brought up to date."""
    if not (VAR_DIR / "demo_accounts.json").exists():
        sys.exit(f"{VAR_DIR} holds no demo data: run `make demo` once, or give --base-url.")
    for words in (("migrate", "-v0"), ("collectstatic", "--noinput", "-v0")):
        done = manage(*words)
        if done.returncode:
            sys.exit(f"{words[0]} failed:\n{done.stderr}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serve() -> Iterator[str]:
    """The site of VAR_DIR on a free port, without its workers."""
    prepare()
    port = free_port()
    place = f"127.0.0.1:{port}"
    command = ["gunicorn", "employment.wsgi", "--bind", place, "--threads", "4", "--preload"]
    site = subprocess.Popen(
        [sys.executable, "-m", *command, "--no-control-socket", "--log-level", "error"],
        cwd=ROOT,
        env={**os.environ, "DEMO": "1", "VAR_DIR": str(VAR_DIR)},
    )
    try:
        await_answer(f"http://{place}", site)
        yield f"http://{place}"
    finally:
        site.terminate()
        site.wait()


def await_answer(base_url: str, site: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and site.poll() is None:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{base_url}/healthz", timeout=2),
        ):
            return
        time.sleep(0.2)
    sys.exit("The site did not start.")


def sign_in(browser: Browser, base_url: str, role: str) -> list[dict[str, object]]:
    """The cookies of a role, none for a visitor."""
    if role == VISITOR:
        return []
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.fill("input[name=login]", role)
    page.fill("input[name=password]", PASSWORD)
    page.click("form[data-employment-login] button[type=submit]")
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
    cookies = context.cookies()
    context.close()
    return cookies


def follow(page: Page, path: str, links: tuple[str, ...]) -> str | None:
    """Where the links lead, starting at a path; None when a page has no such link."""
    if not links:
        return path
    page.goto(path)
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    fitting = [href for href in hrefs if re.fullmatch(links[0], href.partition("?")[0])]
    for href in list(dict.fromkeys(fitting))[:TRIED_LINKS]:
        found = follow(page, href, links[1:])
        if found:
            return found
    return None


def watch(page: Page) -> list[str]:
    """A list that grows with what goes wrong on a page."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("console", lambda note: note.type == "error" and faults.append(f"console: {note.text}"))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and faults.append(f"{answer.status}: {answer.url}"),
    )
    return faults


def take(page: Page, path: str, file: Path, size: ViewportSize) -> None:
    """In a window as high as the page: a bar that stays at the bottom would cover its middle."""
    page.set_viewport_size(size)
    page.goto(path)
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": size["width"], "height": height})
    with contextlib.suppress(Error):  # a page that polls never rests
        page.wait_for_load_state("networkidle", timeout=SETTLE_MS)
    with contextlib.suppress(Error):  # the console says why a chart was not drawn
        page.wait_for_function(CHARTS_DRAWN, timeout=SETTLE_MS)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(file), full_page=True, animations="disabled")


def excess_width(page: Page) -> int:
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


def contexts(
    browser: Browser, base_url: str, cookies: list[dict[str, object]]
) -> Iterator[tuple[str, BrowserContext]]:
    """A browser window for each language and size."""
    for language, code in LANGUAGES.items():
        for size in SIZES:
            context = browser.new_context(
                base_url=base_url,
                viewport=SIZES[size],
                reduced_motion="reduce",
            )
            context.add_cookies(
                [*cookies, {"name": "django_language", "value": code, "url": base_url}]
            )
            yield f"{language}-{size}", context
            context.close()


def take_role(
    browser: Browser, base_url: str, role: str, wanted: list[str] | None, outcome: Outcome
) -> None:
    cookies = sign_in(browser, base_url, role)
    views = [view for view in VIEWS[role] if not wanted or view.name in wanted]
    paths: dict[str, str] = {}
    for variant, context in contexts(browser, base_url, cookies):
        page = context.new_page()
        paths = paths or find_paths(page, role, views, outcome)
        faults = watch(page)
        for name, path in paths.items():
            file = FOLDER / role / f"{name}-{variant}.png"
            take(page, path, file, SIZES[variant.rpartition("-")[2]])
            over = excess_width(page)
            if over > 0:
                faults.append(f"wider than the screen by {over} px")
            outcome.pictures += 1
            outcome.faults += [f"{file.relative_to(FOLDER)} ({path}): {each}" for each in faults]
            faults.clear()


def find_paths(page: Page, role: str, views: list[View], outcome: Outcome) -> dict[str, str]:
    found = {view.name: follow(page, view.path, view.links) for view in views}
    outcome.absent += [f"{role}/{name}" for name, path in found.items() if path is None]
    return {name: path for name, path in found.items() if path}


def take_all(base_url: str, roles: list[str], wanted: list[str] | None, program: str) -> Outcome:
    outcome = Outcome()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        for role in roles:
            before = outcome.pictures
            take_role(browser, base_url, role, wanted, outcome)
            say(f"{role:<12} {outcome.pictures - before:>4} pictures")
        browser.close()
    return outcome


def report(outcome: Outcome) -> int:
    for name in outcome.absent:
        say(f"no link leads there: {name}")
    for fault in outcome.faults:
        say(fault)
    say(f"{outcome.pictures} pictures in {FOLDER}, {len(outcome.faults)} faults")
    return 1 if outcome.faults else 0


def main() -> int:
    chosen = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # ends the site too
    program = chromium_program()
    with contextlib.ExitStack() as stack:
        base_url = chosen.base_url or stack.enter_context(serve())
        roles = chosen.role or list(VIEWS)
        return report(take_all(base_url, roles, chosen.page, program))


if __name__ == "__main__":
    sys.exit(main())
