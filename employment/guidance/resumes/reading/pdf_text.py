"""Loaded by ``extractor.py`` alone: what a PDF page shows, where it begins and where it ends.

The page's operators are followed here because the library's own extraction joins what stands on
one row and estimates widths; columns and cells can only be told apart by where text really ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject
from pypdf._text_extraction import mult
from pypdf._text_extraction._layout_mode._text_state_params import TextStateParams
from pypdf.generic import ContentStream, DictionaryObject
from pypdf.generic._font import Font

DEEPEST = 8
MOST_FORMS = 300
_TOUCHING = 0.12
_UNNAMED = re.compile(r"/[A-Za-z]+\d+")  # a drawn icon: the glyph's name stands for its text
_PLAIN = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
_PARAMETERS = {b"Tc": "spacing", b"Tw": "word_spacing", b"Tz": "scale", b"TL": "leading"}


@dataclass(slots=True)
class _State:
    """What q keeps and Q brings back."""

    matrix: list[float] = field(default_factory=lambda: list(_PLAIN))
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 100.0
    leading: float = 0.0


def shown_on(page: PageObject) -> Iterator[list[Any]]:
    """[x, y, end, size, text] in points from the lower left corner, each thing once."""
    seen = set()
    run: list[Any] = []
    for x, y, end, size, text in _Walker(page.pdf).walk(page, page.get("/Contents"), _State(), 0):
        key = (round(2 * x), round(2 * y), text)
        if not text.strip() or key in seen:  # bold is imitated by showing a text twice
            continue
        seen.add(key)
        if run and abs(y - run[1]) < 0.1 and size == run[3] and abs(x - run[2]) < _TOUCHING * size:
            run[2], run[4] = end, run[4] + text
            continue
        if run:
            yield _rounded(run)
        run = [x, y, end, size, text]
    if run:
        yield _rounded(run)


def _rounded(run: list[Any]) -> list[Any]:
    return [*(round(number, 1) for number in run[:4]), run[4]]


@dataclass(slots=True)
class _Walker:
    """Follows the operators of a page and of the forms on it."""

    pdf: Any
    forms: int = 0
    line: list[float] = field(default_factory=lambda: list(_PLAIN))
    text: list[float] = field(default_factory=lambda: list(_PLAIN))

    def walk(self, owner: Any, contents: Any, state: _State, depth: int) -> Iterator[Any]:
        content = contents.get_object() if contents is not None else None
        if content is None or depth > DEEPEST:
            return
        resources = owner.get("/Resources", DictionaryObject()).get_object()
        fonts = _fonts(resources)
        kept: list[_State] = []
        for operands, operator in ContentStream(content, self.pdf, "bytes").operations:
            match operator:
                case b"q":
                    kept.append(replace(state))
                case b"Q":
                    state = kept.pop() if kept else state
                case b"cm":
                    state.matrix = mult(_numbers(operands, 6), state.matrix)
                case b"Tf":
                    state.font, (state.size,) = fonts.get(operands[0]), _numbers(operands[1:], 1)
                case b"Tj" | b"TJ" | b"'" | b'"':
                    yield from self._show(operator, operands, state)
                case b"Do":
                    yield from self._form(resources, operands, state, depth)
                case _:
                    self._move(operator, operands, state)

    def _move(self, operator: bytes, operands: list[Any], state: _State) -> None:
        match operator:
            case b"BT":
                self.line = list(_PLAIN)
            case b"Tm":
                self.line = _numbers(operands, 6)
            case b"Td" | b"TD":
                x, y = _numbers(operands, 2)
                self.line = mult([1.0, 0.0, 0.0, 1.0, x, y], self.line)
                state.leading = -y if operator == b"TD" else state.leading
            case b"T*":
                self.line = mult([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], self.line)
            case _:
                if name := _PARAMETERS.get(operator):
                    setattr(state, name, _numbers(operands, 1)[0])
                return
        self.text = list(self.line)

    def _show(self, operator: bytes, operands: list[Any], state: _State) -> Iterator[Any]:
        if operator in {b"'", b'"'}:
            self._move(b"T*", [], state)
        if operator == b'"':
            state.word_spacing, state.spacing = _numbers(operands[:2], 2)
        shown = operands[-1] if operands else b""
        for piece in shown if isinstance(shown, list) else [shown]:
            if isinstance(piece, bytes):
                yield from self._string(piece, state)
            elif isinstance(piece, int | float):
                self._advance(-float(piece) / 1000 * state.size * state.scale / 100)

    def _string(self, value: bytes, state: _State) -> Iterator[Any]:
        if state.font is None:
            return
        placed = TextStateParams(
            value,
            state.font,
            state.size,
            Tc=state.spacing,
            Tw=state.word_spacing,
            Tz=state.scale,
            transform=mult(self.text, state.matrix),
        )
        if state.font.interpretable and not placed.rotated:
            text = _UNNAMED.sub(" ", placed.text) if state.font.sub_type == "Type3" else placed.text
            yield placed.tx, placed.ty, placed.displaced_tx, placed.font_height, text
        self._advance(placed.word_tx(value))

    def _advance(self, width: float) -> None:
        self.text = mult([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text)

    def _form(
        self, resources: Any, operands: list[Any], state: _State, depth: int
    ) -> Iterator[Any]:
        forms = resources.get("/XObject", DictionaryObject()).get_object()
        form = forms[operands[0]].get_object() if operands and operands[0] in forms else {}
        if form.get("/Subtype") == "/Form" and self.forms < MOST_FORMS:
            self.forms += 1
            matrix = _numbers(list(form.get("/Matrix", _PLAIN)), 6)
            inside = replace(state, matrix=mult(matrix, state.matrix))
            yield from self.walk(form, form, inside, depth + 1)


def _fonts(resources: Any) -> dict[str, Font]:
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    return {name: Font.from_font_resource(fonts[name].get_object()) for name in fonts}


def _numbers(operands: list[Any], count: int) -> list[float]:
    """The last ``count`` operands; what is missing or no number is 0."""
    found = [float(n) if isinstance(n, int | float) else 0.0 for n in operands[-count:]]
    return [0.0] * (count - len(found)) + found
