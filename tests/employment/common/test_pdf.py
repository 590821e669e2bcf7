import io

import pytest
import typst
from django.utils.translation import gettext_lazy
from pypdf import PdfReader

from employment.common.pdf import render_pdf

TEMPLATE = """
#import "/typst/base.typ": *
#let data = json(bytes(sys.inputs.data))
#show: sheet.with(title: data.title, footer: "启程")
= #data.title
#data.text
#meter(0.4)
#radar(("研究", "艺术", "社会"), (0.2, 0.9, 0.5))
"""


@pytest.fixture
def template(settings, tmp_path):
    source = settings.BASE_DIR / "templates" / "typst"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "typst").symlink_to(source)
    (tmp_path / "templates" / "page.typ").write_text(TEMPLATE)
    settings.BASE_DIR = tmp_path
    return "page.typ"


def text_of(pdf):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_chinese_text_can_be_selected(template):
    pdf = render_pdf(
        template, {"title": "就业指导报告", "text": gettext_lazy("林晓雨 #strong[x] $1$")}
    )

    assert "就业指导报告" in text_of(pdf)
    assert "林晓雨 #strong[x] $1$" in text_of(pdf)  # data is never markup
    assert render_pdf(template, {"title": "a", "text": ""}) == render_pdf(
        template, {"title": "a", "text": ""}
    )


def test_data_that_does_not_fit_is_an_error(template):
    with pytest.raises(typst.TypstError):
        render_pdf(template, {"title": "a"})
