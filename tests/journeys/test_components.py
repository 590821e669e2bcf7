import pytest
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.employment.common.component_urls"),
]
PAGE = "/components/?errors=1&message=1&region=3302"


@pytest.mark.parametrize(
    ("screen", "theme", "language"),
    [
        ("desktop", "light", "zh-CN"),
        ("desktop", "dark", "en"),
        ("phone", "light", "en"),
        ("phone", "dark", "zh-CN"),
    ],
)
def test_components_are_accessible_and_fit(open_page, axe_faults, screen, theme, language):
    page = open_page(PAGE, screen=screen, theme=theme, language=language, policy=False)

    assert axe_faults(page) == []
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


def test_charts_are_drawn_and_turn_into_their_table(open_page):
    page = open_page("/components/")
    figure = page.locator("figure[data-employment-chart]").first
    figure.scroll_into_view_if_needed()

    expect(figure.locator("svg path").first).to_be_attached(timeout=15_000)
    assert figure.locator(".q-chart-table").is_hidden()
    figure.locator("[data-employment-chart-toggle]").click()

    expect(figure.locator(".q-chart-table")).to_be_visible()
    assert figure.locator("tbody tr").count() == 10


def test_theme_is_remembered(open_page):
    page = open_page("/components/", theme="light")

    page.locator("[data-employment-theme-toggle]:visible").click()
    page.reload()

    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"


def test_picker_keeps_names_typed_without_a_suggestion(open_page):
    page = open_page("/components/")
    search = page.get_by_label("专业方向")

    search.fill("数据科学")
    search.press("Tab")

    assert page.locator("input[name=majors]").input_value() == "光学工程, 数据科学"
    page.get_by_label("移除 光学工程").click()
    assert page.locator("input[name=majors]").input_value() == "数据科学"


def test_filter_asks_while_typing_and_changes_the_address(open_page):
    page = open_page("/components/?page=3")

    page.fill("[name=q]", "光学")

    page.wait_for_url("**/components/?q=*")
    expect(page.locator("#results .q-chip")).to_contain_text("光学")


def test_dialog_opens_closes_and_gives_the_focus_back(open_page):
    page = open_page("/components/")
    opener = page.locator("[data-employment-dialog=share]")

    opener.click()
    expect(page.locator("dialog#share")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("dialog#share")).to_be_hidden()
    expect(opener).to_be_focused()


def test_page_without_scripts_shows_tables_instead_of_charts(browser, live_server):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()

    page.goto(f"{live_server.url}/components/")

    expect(page.locator(".q-chart-table").first).to_be_visible()
    expect(page.locator("[data-employment-chart-toggle]").first).to_be_hidden()
    context.close()
