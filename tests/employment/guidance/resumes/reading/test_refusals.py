"""Hostile and useless files are refused, each with its reason, and leave nothing behind."""

import io
import logging
import os
import re
import tempfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pypdf
import pytest
from django.utils.translation import override

from employment.guidance.resumes.reading import Reason, RefusedFileError, read_resume
from employment.guidance.resumes.reading.refusals import _WORDS
from employment.guidance.resumes.reading.sandbox import MAX_BYTES
from tests.factories.resume_files import Look, compile_typst, make_docx, make_pdf
from tests.factories.resume_people import LIN

SECRET = "Zhangsan-secret-text"
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
RELATION = (
    '<Relationship Id="rId77" Target="{target}" TargetMode="External" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)
CUT_OFF = 0.6


def plain_docx() -> bytes:
    return make_docx(LIN, Look())


def repacked(
    changes: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED, source: bytes = b""
) -> bytes:
    """A docx with parts added or replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source or plain_docx())) as old,
        zipfile.ZipFile(out, "w", compression) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, data in changes.items():
            new.writestr(name, data)
    return out.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(plain_docx())) as package:
        return package.read(name).decode()


def with_entity(encoding: str = "utf-8") -> bytes:
    body = part("word/document.xml").split("?>", 1)[1]
    text = (DOCTYPE + body).replace("林晓雨", "&e;")
    if encoding != "utf-8":
        text = text.replace('version="1.0"', f'version="1.0" encoding="{encoding}"')
    return repacked({"word/document.xml": text.encode(encoding)})


def with_relation(kind: str, target: str = "http://127.0.0.1:9/x") -> bytes:
    name = "word/_rels/document.xml.rels"
    changed = part(name).replace(
        "</Relationships>", RELATION.format(kind=kind, target=target) + "</Relationships>"
    )
    return repacked({name: changed.encode()})


def as_docm() -> bytes:
    types = part("[Content_Types].xml").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return repacked({"[Content_Types].xml": types.encode()})


def encrypted_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(LIN, Look())))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def encrypted_docx() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    )


def image_only_pdf() -> bytes:
    return compile_typst("#rect(width: 100%, height: 60%, fill: red)\n#circle(radius: 2cm)")


def image_only_docx() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def long_pdf() -> bytes:
    return compile_typst("#for n in range(60) [page text #pagebreak()]")


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 300 MB of text operators."""
    import zlib

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"BT (aaaaaaaa) Tj ET\n" * 500_000) for _ in range(30))
    packed += packer.flush()
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    head += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    head += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    head += b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(packed)
    return head + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def cut(data: bytes) -> bytes:
    return data[: int(CUT_OFF * len(data))]


HOSTILE = {
    "empty": (lambda: b"", Reason.EMPTY),
    "over 5 MB": (lambda: b"%PDF-" + b"0" * MAX_BYTES, Reason.TOO_LARGE),
    "renamed program": (lambda: b"MZ\x90\0" + b"\0" * 2000, Reason.WRONG_TYPE),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 200, Reason.WRONG_TYPE),
    "any zip": (lambda: repacked({}, source=_zip({"a.txt": b"a"})), Reason.WRONG_TYPE),
    "old doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, Reason.OLD_WORD),
    "encrypted pdf": (encrypted_pdf, Reason.ENCRYPTED),
    "encrypted docx": (encrypted_docx, Reason.ENCRYPTED),
    "docm": (as_docm, Reason.MACRO),
    "macro in docx": (lambda: repacked({"word/vbaProject.bin": b"x"}), Reason.MACRO),
    "image-only pdf": (image_only_pdf, Reason.NO_TEXT),
    "empty docx": (image_only_docx, Reason.NO_TEXT),
    "60 pages": (long_pdf, Reason.TOO_MANY_PAGES),
    "zip bomb": (
        lambda: repacked({"word/media/a.bin": b"\0" * 90_000_000}),
        Reason.UNPACKS_TOO_LARGE,
    ),
    "dense part": (
        lambda: repacked({"word/media/a.bin": b"\0" * 5_000_000}),
        Reason.UNPACKS_TOO_LARGE,
    ),
    "many parts": (
        lambda: repacked({f"x/{n}.xml": b"<a/>" for n in range(500)}),
        Reason.TOO_MANY_PARTS,
    ),
    "entity": (with_entity, Reason.EXTERNAL),
    "entity in UTF-16": (lambda: with_entity("utf-16"), Reason.EXTERNAL),
    "remote template": (lambda: with_relation("attachedTemplate"), Reason.EXTERNAL),
    "remote picture": (lambda: with_relation("image"), Reason.EXTERNAL),
    "remote frame": (lambda: with_relation("frame", "\\\\host\\share"), Reason.EXTERNAL),
    "truncated docx": (lambda: cut(plain_docx()), Reason.DAMAGED),
    "truncated pdf": (lambda: make_pdf(LIN, Look())[:800], Reason.DAMAGED),
    "pdf of zeros": (lambda: b"%PDF-1.7\n" + b"\0" * 5000, Reason.DAMAGED),
}


def _zip(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_hostile_file_is_refused_with_its_reason(case: str, caplog, tmp_path, monkeypatch):
    make, reason = HOSTILE[case]
    data = make()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)

    with pytest.raises(RefusedFileError) as refusal:
        read_resume("简历.pdf", data)

    assert refusal.value.reason is reason
    assert list(tmp_path.iterdir()) == []
    assert caplog.text == ""


def test_a_pdf_that_unpacks_without_end_is_stopped_in_time():
    started = time.monotonic()

    with pytest.raises(RefusedFileError) as refusal:
        read_resume("a.pdf", pdf_bomb())

    assert refusal.value.reason in {Reason.TOO_SLOW, Reason.DAMAGED, Reason.UNPACKS_TOO_LARGE}
    assert time.monotonic() - started < 25


def test_hyperlinks_and_embedded_objects_are_no_danger():
    linked = with_relation("hyperlink", "https://example.com")
    embedded = repacked({"word/embeddings/oleObject1.bin": b"x" * 50}, source=linked)

    assert read_resume("a.docx", embedded).content.contact.name == "林晓雨"


def test_the_name_of_the_file_is_not_trusted():
    assert read_resume("resume.exe", plain_docx()).content.contact.name == "林晓雨"


def test_nothing_of_the_file_reaches_log_or_environment(caplog, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    before = dict(os.environ)

    read_resume(f"{SECRET}.docx", plain_docx())

    assert SECRET not in caplog.text
    assert "林晓雨" not in caplog.text
    assert dict(os.environ) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("reason", sorted(Reason))
def test_every_reason_says_why_and_what_to_do_in_both_languages(reason: Reason):
    said = {}
    for language in ("en", "zh-hans"):
        with override(language):
            error = RefusedFileError(reason)
            said[language] = (str(error.message), str(error.fix))

    assert set(_WORDS) == set(Reason)
    assert all(re.search(r"[\u4e00-\u9fff]", text) for text in said["zh-hans"])
    assert not any(re.search(r"[\u4e00-\u9fff]", text) for text in said["en"])


def test_extractor_imports_nothing_of_the_product():
    source = Path(__file__).parents[5] / "employment/guidance/resumes/reading/extractor.py"

    assert not re.search(r"^\s*(?:from|import) (?:employment|django)", source.read_text(), re.M)
