"""Run alone as a script: a resume on standard input → its text as JSON on standard output.

It sees files from outside, so it imports only the two readers, may not write any file, and has
bounded time and memory. It says nothing but a reason where it refuses (``refusals.Reason``).
A reader that falls over an ill-made file ends the process; the caller calls that damaged.
"""

import importlib.util
import io
import json
import re
import resource
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SECONDS = 12
MEMORY = 1024 * 1024 * 1024
MAX_PAGES = 10
MAX_TEXT = 400_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = frozenset(
    _W + name for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo")
)


def _neighbour(name: str) -> Any:
    """A module beside this one: an isolated interpreter does not look there itself."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


checks = _neighbour("checks")
RefusedError: type[Exception] = checks.RefusedError


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    socket.socket = _no_network  # type: ignore[assignment, misc]
    try:
        made = _extract(sys.stdin.buffer.read())
    except RefusedError as refusal:
        made = {"refused": refusal.args[0]}
    except (MemoryError, RecursionError):
        made = {"refused": "too_slow"}
    sys.stdout.write(json.dumps(made, ensure_ascii=False))


def _no_network(*_: object, **__: object) -> None:
    raise OSError("no network here")


def _extract(content: bytes) -> dict[str, Any]:
    if content.startswith(b"PK\x03\x04"):
        return {"rows": _bounded(_read_docx(content))}
    if content[:1024].lstrip(b"\xef\xbb\xbf\0\t\n\r ").startswith(b"%PDF-"):
        return {"fragments": _bounded(_read_pdf(content))}
    if content.startswith(_OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in content
        raise RefusedError("encrypted" if is_locked else "old_word")
    raise RefusedError("wrong_type")


def _bounded(pieces: Iterator[Any]) -> list[Any]:
    kept, size = [], 0
    for piece in pieces:
        size += len(str(piece))
        if size > 4 * MAX_TEXT:
            raise RefusedError("unpacks_too_large")
        kept.append(piece)
    if not re.search(r"\w{2}", "".join(str(piece) for piece in kept if _has_words(piece))):
        raise RefusedError("no_text")
    return kept


def _has_words(piece: Any) -> bool:
    text = piece[-1] if isinstance(piece, list) else "".join(map("".join, piece["cells"]))
    return bool(re.search(r"\w", text))


def _read_docx(content: bytes) -> Iterator[dict[str, Any]]:
    checks.check_package(content)
    import docx  # noqa: PLC0415 -- only for this kind

    document = docx.Document(io.BytesIO(content))
    sizes = {style.style_id: _points(style) for style in document.styles}
    for part in _parts(document):
        yield from _rows(part, sizes, in_box=False)


def _points(style: Any) -> float:
    size = getattr(getattr(style, "font", None), "size", None)
    return float(size.pt) if size else 0.0


def _parts(document: Any) -> Iterator[Any]:
    """Headers may hold the name and contacts, footers contacts; those of the first section only."""
    section = document.sections[0] if len(document.sections) else None
    if section is not None:
        if section.different_first_page_header_footer:
            yield section.first_page_header._element
        if not section.header.is_linked_to_previous:
            yield section.header._element
        if not section.footer.is_linked_to_previous and "@" in _text(section.footer._element):
            yield section.footer._element
    yield document.element.body


def _inside(parent: Any) -> Iterator[Any]:
    """Children, with those of content controls and tracked insertions."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _inside(child)
        else:
            yield child


def _rows(parent: Any, sizes: dict[str, float], *, in_box: bool) -> Iterator[dict[str, Any]]:
    for child in _inside(parent):
        if child.tag == f"{_W}p":
            yield from _paragraph(child, sizes, in_box=in_box)
        elif child.tag == f"{_W}tbl":
            for cells in _cells(child):
                yield from (r for cell in cells for r in _boxes(cell, sizes))
                kept = [texts for cell in cells if (texts := list(_cell(cell)))]
                yield _row(kept, in_table=True, in_box=in_box)


def _cells(table: Any) -> Iterator[list[Any]]:
    for row in _inside(table):
        if row.tag == f"{_W}tr":
            yield [cell for cell in _inside(row) if cell.tag == f"{_W}tc"]


def _paragraph(element: Any, sizes: dict[str, float], *, in_box: bool) -> Iterator[dict[str, Any]]:
    yield from _boxes(element, sizes)
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val") if style is not None else ""
    runs = [float(s.get(f"{_W}val")) / 2 for s in element.iter(f"{_W}sz") if not _is_boxed(s)]
    for text in _text(element).split("\n"):
        if text.strip():
            size = max(runs, default=sizes.get(name, 0.0))
            yield _row(
                [[text]], size=size, style=name, in_box=in_box, is_bullet=_is_bullet(element)
            )


def _boxes(element: Any, sizes: dict[str, float]) -> Iterator[dict[str, Any]]:
    for box in element.iter(f"{_W}txbxContent"):
        if not any(above.tag == f"{_MC}Fallback" for above in box.iterancestors()):
            yield from _rows(box, sizes, in_box=True)


def _is_boxed(element: Any) -> bool:
    return any(
        above.tag == f"{_W}txbxContent" for above in element.iterancestors(f"{_W}txbxContent")
    )


def _cell(cell: Any) -> Iterator[str]:
    """Its lines; a row of a table within it is one line with tabs."""
    for child in _inside(cell):
        if child.tag == f"{_W}p":
            mark = "• " if _is_bullet(child) else ""
            yield from (mark + text for text in _text(child).split("\n") if text.strip())
        elif child.tag == f"{_W}tbl":
            for cells in _cells(child):
                texts = [list(_cell(inner)) for inner in cells]
                if all(len(lines) < 2 for lines in texts):
                    yield "\t".join(lines[0] for lines in texts if lines)
                else:
                    yield from (line for lines in texts for line in lines)


def _is_bullet(paragraph: Any) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val") if style is not None else ""
    return "List" in name or paragraph.find(f"{_W}pPr/{_W}numPr") is not None


def _text(paragraph: Any) -> str:
    pieces = []
    boxed = {e for box in paragraph.iter(f"{_W}txbxContent") for e in box.iter()}
    marks = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}noBreakHyphen": "-"}
    for element in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", *marks):
        if element in boxed or element.getparent().tag == f"{_W}tabs":
            continue
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        else:
            pieces.append(marks.get(element.tag, "\n"))
    return "".join(pieces)


def _row(cells: list[list[str]], **told: Any) -> dict[str, Any]:
    plain = {"size": 0.0, "style": "", "in_table": False, "in_box": False, "is_bullet": False}
    return {"cells": cells, **plain, **told}


def _read_pdf(content: bytes) -> Iterator[list[Any]]:
    import pypdf  # noqa: PLC0415 -- only for this kind

    reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise RefusedError("encrypted")
    if len(reader.pages) > MAX_PAGES:
        raise RefusedError("too_many_pages")
    checks.check_pdf(content, reader)
    shown_on = _neighbour("pdf_text").shown_on
    for number, page in enumerate(reader.pages):
        yield from ([number, *shown] for shown in shown_on(page))


if __name__ == "__main__":
    main()
