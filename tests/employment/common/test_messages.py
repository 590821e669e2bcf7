from gettext import GNUTranslations

import pytest

from employment.common.i18n import catalogues, checks, extraction
from employment.common.i18n.entries import Entry, Key

TEMPLATE = """
{% load i18n %}
  {% translate "Save" %}<p title="{% translate 'May' context 'month' %}">
      {% blocktranslate trimmed count number=total with name=student.name %}
        {{ number }} match for {{ name }}
      {% plural %}
        {{ number }} matches for {{ name }}
      {% endblocktranslate %}</p>
{% card title=_("Heading") %}{% endcard %}
"""
CODE = b"""
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy
LABEL = _("Open "
          "position")
STATE = pgettext_lazy("posting", "open")
def count(n): return ngettext("%(n)d seat", "%(n)d seats", n) % {"n": n}
"""


def test_code_yields_its_strings():
    assert set(extraction.keys_in(CODE)) == {
        Key("Open position", "", ""),
        Key("open", "", "posting"),
        Key("%(n)d seat", "%(n)d seats", ""),
    }


def test_template_yields_its_strings(tmp_path):
    assert set(extraction.keys_in_template(TEMPLATE, "page.html")) == {
        Key("Save", "", ""),
        Key("May", "", "month"),
        Key("%(number)s match for %(name)s", "%(number)s matches for %(name)s", ""),
        Key("Heading", "", ""),
    }


def test_every_app_is_asked_for_its_strings():
    strings = extraction.app_strings()

    assert Key("Reference data", "", "") in strings["taxonomy"]
    assert Key("Reference data", "", "") not in strings["common"]


ENTRIES = {
    Key("Save", "", ""): Entry("保存"),
    Key("open", "", "posting"): Entry("招聘中"),
    Key("%(n)d seat", "%(n)d seats", ""): Entry("%(n)d 个名额"),
    Key("Draft", "", ""): Entry("草案", fuzzy=True),
}


def test_catalogue_survives_writing_and_reading(tmp_path):
    path = tmp_path / "locale" / "django.po"

    catalogues.write(path, ENTRIES)

    assert catalogues.read(path) == ENTRIES
    assert "#: " not in path.read_text()


def test_compiled_catalogue_translates_and_leaves_out_doubtful_strings(tmp_path):
    source, target = tmp_path / "django.po", tmp_path / "django.mo"
    catalogues.write(source, ENTRIES)

    catalogues.compile_one(source, target)

    with target.open("rb") as file:
        compiled = GNUTranslations(file)
    assert compiled.pgettext("posting", "open") == "招聘中"
    assert compiled.ngettext("%(n)d seat", "%(n)d seats", 1) == "%(n)d 个名额"
    assert compiled.gettext("Draft") == "Draft"
    assert {path.name for path in tmp_path.iterdir()} == {"django.po", "django.mo"}


def test_merging_keeps_own_translations_and_borrows_missing_ones():
    own, other, new = Key("Save", "", ""), Key("Close", "", ""), Key("Send", "", "")
    wanted = dict.fromkeys([own, other, new])
    elsewhere = {own: Entry("存储"), other: Entry("关闭")}

    merged = catalogues.merge(wanted, {own: Entry("保存")}, elsewhere)

    assert merged == {own: Entry("保存"), other: Entry("关闭"), new: Entry("")}


@pytest.mark.parametrize(
    ("source", "entry", "fault"),
    [
        ("Save", Entry(""), "missing"),
        ("Save", Entry("保存", fuzzy=True), "fuzzy"),
        ("Hello %(name)s", Entry("你好"), "placeholders differ"),
        ("{count} rows", Entry("{number} 行"), "placeholders differ"),
    ],
)
def test_fault_in_an_entry_is_reported(source, entry, fault):
    key = Key(source, "", "")

    (line,) = checks.faults({"feed": {key: None}}, {"feed": {key: entry}})

    assert line.startswith(f"feed: {fault}")


def test_obsolete_entry_is_reported():
    (line,) = checks.faults({"feed": {}}, {"feed": {Key("Gone", "", ""): Entry("没了")}})

    assert line.startswith("feed: obsolete")


def test_two_translations_of_one_string_are_reported_unless_the_context_differs():
    plain, other = Key("open", "", ""), Key("open", "", "posting")
    wanted = {"feed": {plain: None}, "postings": {plain: None, other: None}}
    first = {plain: Entry("打开")}

    same = checks.faults(wanted, {"feed": first, "postings": {**first, other: Entry("招聘中")}})
    differing = {plain: Entry("开放"), other: Entry("招聘中")}
    (line,) = checks.faults(wanted, {"feed": first, "postings": differing})

    assert same == []
    assert "different translations of 'open'" in line
