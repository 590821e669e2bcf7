"""Loaded by ``extractor.py`` alone: what in a file is refused before its text is read."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

MAX_PARTS = 400
MAX_UNPACKED = 60 * 1024 * 1024
MAX_XML = 20 * 1024 * 1024
MAX_RATIO = 120
MAX_OBJECTS = 50_000
MAX_PIXELS = 100_000_000
SMALL = 512 * 1024
TAIL = 70_000
_XML = (".xml", ".rels", ".vml")
_OPAQUE = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".bmp",
    ".emf",
    ".wmf",
    ".tif",
    ".tiff",
    ".bin",
    ".odttf",
)
_PROGRAMS = re.compile(r"vba(?:project|data)|(?:^|/)activex/|(?:^|/)macrosheets/", re.IGNORECASE)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_HYPERLINK = re.compile(rb"relationships/hyperlink[\"']")
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"^<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)", re.IGNORECASE)
_ENCODINGS = frozenset(
    {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"gbk"}
)
_DDE = re.compile(rb"<w:instrText[^>]*>\s*DDE|w:instr\s*=\s*[\"']\s*DDE", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"
_RUNS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie"})
_MEDIA = frozenset({"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/FileAttachment"})


class RefusedError(Exception):
    """Its argument is the reason."""


def check_package(content: bytes) -> None:
    """By the directory first: nothing is unpacked before its size is known."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        infos = package.infolist()
        names = [info.filename for info in infos]
        _check_directory(infos)
        if not {"[Content_Types].xml", "word/document.xml"} <= set(names):
            raise RefusedError("wrong_type")
        if any(_PROGRAMS.search(name) for name in names):
            raise RefusedError("macro")
        if len({name.casefold() for name in names}) < len(names) or any(map(_leads_away, names)):
            raise RefusedError("damaged")
        for info in infos:
            _check_part(package.read(info), info.filename)


def _leads_away(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _check_directory(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_PARTS:
        raise RefusedError("too_many_parts")
    if any(info.flag_bits & 1 for info in infos):
        raise RefusedError("encrypted")
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise RefusedError("unpacks_too_large")
    for info in infos:
        is_dense = info.file_size > SMALL and info.file_size > MAX_RATIO * info.compress_size
        is_xml = info.filename.lower().endswith(_XML)
        if is_dense or (is_xml and info.file_size > MAX_XML):
            raise RefusedError("unpacks_too_large")


def _check_part(data: bytes, name: str) -> None:
    if data.startswith(_PNG):
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
        if width * height > MAX_PIXELS:
            raise RefusedError("unpacks_too_large")
    is_xml = name.lower().endswith(_XML)
    if is_xml or not name.lower().endswith(_OPAQUE):
        _check_xml(data, name, must_be=is_xml)


def _check_xml(data: bytes, name: str, *, must_be: bool) -> None:
    plain = data.replace(b"\0", b"")  # also what is written in UTF-16
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        plain = plain.removeprefix(mark)
    encoding = _ENCODING.match(plain)
    is_odd = encoding is not None and encoding[1].lower() not in _ENCODINGS
    if must_be and (is_odd or not plain.lstrip().startswith(b"<")):
        raise RefusedError("damaged")  # markup may hide in an encoding that is not looked into
    if _DECLARES.search(plain):
        raise RefusedError("external")
    if _DDE.search(plain) or (name == "[Content_Types].xml" and _runs_programs(plain)):
        raise RefusedError("macro")
    if name.endswith(".rels"):
        for relation in _RELATION.findall(plain):
            is_outside = re.search(rb"TargetMode\s*=\s*[\"']External", relation, re.IGNORECASE)
            if is_outside and not _HYPERLINK.search(relation):
                raise RefusedError("external")


def _runs_programs(types: bytes) -> bool:
    return b"macroEnabled" in types or b"vbaProject" in types or b"activeX" in types


def check_pdf(content: bytes, reader: Any) -> None:
    """Programs, other files and pictures beyond measure; links are harmless and stay."""
    if b"PK\x05\x06" in content[-TAIL:]:
        raise RefusedError("wrong_type")  # an archive in a document's clothes
    for thing in _objects(reader):
        kind, subtype = thing.get("/S"), thing.get("/Subtype")
        if "/JS" in thing or kind in _RUNS or "/XFA" in thing:
            raise RefusedError("macro")
        if "/EF" in thing or "/EmbeddedFiles" in thing or subtype in _MEDIA:
            raise RefusedError("attachment")
        if subtype == "/Image" and _pixels(thing) > MAX_PIXELS:
            raise RefusedError("unpacks_too_large")


def _pixels(picture: Any) -> float:
    sides = (picture.get(side, 0) for side in ("/Width", "/Height"))
    width, height = (float(side) if isinstance(side, int | float) else 0.0 for side in sides)
    return width * height


def _objects(reader: Any) -> Iterator[Any]:
    """Every dictionary of the file, those within others too."""
    numbers = {n for table in reader.xref.values() for n in table} | set(reader.xref_objStm)
    if len(numbers) > MAX_OBJECTS:
        raise RefusedError("too_many_parts")
    waiting = [reader.trailer, *(_object(reader, number) for number in sorted(numbers))]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, dict):
            yield thing
            waiting += [inner for inner in thing.values() if isinstance(inner, dict | list)]
        elif isinstance(thing, list):
            waiting += [inner for inner in thing if isinstance(inner, dict | list)]


def _object(reader: Any, number: int) -> Any:
    from pypdf.errors import PyPdfError  # noqa: PLC0415 -- only for this kind
    from pypdf.generic import IndirectObject  # noqa: PLC0415

    try:
        return reader.get_object(IndirectObject(number, 0, reader))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return None  # nothing can refer to what cannot be read
