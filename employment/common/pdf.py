"""PDF from a typst template and data; Chinese text stays selectable, no system library is needed.

A template is a ``.typ`` file below ``templates/``. It reads its data with
``#let data = json(bytes(sys.inputs.data))`` (text in it is text, never markup) and may import
``/typst/base.typ``. typst: https://typst.app/docs.
"""

import datetime as dt
import importlib.util
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.encoding import force_str
from django.utils.functional import Promise


def render_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """``template`` is a path below ``templates/`` such as ``reports/report.typ``.

    Equal templates and data give equal bytes, apart from what the data says itself.
    Raises ``typst.TypstError`` where the template does not fit the data.
    """
    made = _compiler(template, data).compile(format="pdf", timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError(f"{template} did not become one PDF file.")
    return made


def render_pictures(template: str, data: Mapping[str, Any]) -> list[bytes]:
    """The same pages as SVG pictures, one a page."""
    made = _compiler(template, data).compile(format="svg")
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


def _compiler(template: str, data: Mapping[str, Any]) -> typst.Compiler:
    root = settings.BASE_DIR / "templates"
    return typst.Compiler(
        root / template,
        root=root,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=_plain)},
    )


@cache
def _fonts() -> typst.Fonts:
    """The packaged CJK font alone: a page looks the same on every machine."""
    spec = importlib.util.find_spec("noto_cjk_sans_otc")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package noto-cjk-sans-otc is not installed.")
    return typst.Fonts(include_system_fonts=False, font_paths=[str(Path(spec.origin).parent)])


def _plain(value: object) -> str:
    if isinstance(value, Promise):
        return force_str(value)
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return str(value)
