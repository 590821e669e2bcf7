"""Files made to harm or to mislead a reader of resumes, each with the reason it is refused for."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import docx
import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from employment.guidance.resumes.reading import Reason

SECRET = "Zhangsan-secret-text"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def plain_docx() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(SECRET)
    document.save(out)
    return out.getvalue()


def docx_with(parts: Mapping[str, bytes]) -> bytes:
    """A docx with parts added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain_docx())) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(plain_docx())) as package:
        return package.read(name)


def pdf_with(change: Callable[[pypdf.PdfWriter], None] = lambda _: None) -> bytes:
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(200, 200)
    shown = DecodedStreamObject()
    shown.set_data(f"BT /F1 12 Tf 20 100 Td ({SECRET}) Tj ET".encode())
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F1"): named(font)})
    page[NameObject("/Contents")] = writer._add_object(shown)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    change(writer)
    writer.write(out)
    return out.getvalue()


def named(values: Mapping[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in values.items()})


def doubled_part() -> bytes:
    """Two parts of one name: what is checked need not be what is read."""
    out = io.BytesIO(plain_docx())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("WORD/document.xml", b"<a/>")
    return out.getvalue()


def overlapping_bomb() -> bytes:
    """The directory names one compressed part three hundred times."""
    data = docx_with({"word/media/a.bin": b"\0" * 400_000})
    end = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack("<HII", data[end + 10 : end + 20])
    directory, entries = data[start:end], data[start:end].split(b"PK\x01\x02")
    last = b"PK\x01\x02" + entries[-1]
    many = directory + last * 300
    tail = struct.pack("<HHII", count + 300, count + 300, size + 300 * len(last), start)
    return data[:start] + many + data[end : end + 8] + tail + b"\0\0"


def with_lying_size() -> bytes:
    """The directory says that the text is a hundred bytes long."""
    data = bytearray(docx_with({}))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(data)


def nested_xml(depth: int = 5000) -> bytes:
    body = f'<w:document xmlns:w="{W}"><w:body>' + "<w:sdt><w:sdtContent>" * depth
    return (body + "</w:sdtContent></w:sdt>" * depth + "</w:body></w:document>").encode()


def billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x>&a9;</x>'.encode()


def relation(kind: str, target: str) -> bytes:
    added = (
        f'<Relationship Id="rId99" TargetMode="External" Target="{target}" Type="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    return part("word/_rels/document.xml.rels").replace(b"</Relationships>", added.encode())


def open_action(writer: pypdf.PdfWriter) -> None:
    action = named({"/Type": "/Action", "/S": "/Launch"})
    action[NameObject("/F")] = TextStringObject("calc.exe")
    writer.root_object[NameObject("/OpenAction")] = action


def named_script(writer: pypdf.PdfWriter) -> None:
    action = named({"/S": "/JavaScript"})
    action[NameObject("/JS")] = TextStringObject("app.alert(1)")
    scripts = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), action])})
    names = DictionaryObject({NameObject("/JavaScript"): scripts})
    writer.root_object[NameObject("/Names")] = names


def page_script(writer: pypdf.PdfWriter) -> None:
    action = named({"/S": "/JavaScript"})
    action[NameObject("/JS")] = TextStringObject("app.alert(1)")
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})


def huge_picture(writer: pypdf.PdfWriter) -> None:
    picture = DecodedStreamObject()
    picture.update(named({"/Type": "/XObject", "/Subtype": "/Image"}))
    picture[NameObject("/Width")] = picture[NameObject("/Height")] = NumberObject(60_000)
    writer._add_object(picture)


def deep_arrays() -> bytes:
    return pdf_with().replace(b"/Catalog", b"/Catalog /Deep " + b"[" * 20_000 + b"]" * 20_000)


def form_data(writer: pypdf.PdfWriter) -> None:
    form = DictionaryObject({NameObject("/XFA"): TextStringObject("<xdp/>")})
    writer.root_object[NameObject("/AcroForm")] = form


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000) + b"\x08\x02\0\0\0"
HIDDEN = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-'
DDE = b'<w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd.exe </w:instrText>'

HOSTILE: dict[str, tuple[Callable[[], bytes], Reason]] = {
    "overlapping zip bomb": (overlapping_bomb, Reason.UNPACKS_TOO_LARGE),
    "lying directory": (with_lying_size, Reason.DAMAGED),
    "part named twice": (doubled_part, Reason.DAMAGED),
    "path out of the package": (lambda: docx_with({"../../etc/x": b"x"}), Reason.DAMAGED),
    "path with a drive": (lambda: docx_with({"C:\\x.xml": b"<a/>"}), Reason.DAMAGED),
    "macro under another name": (
        lambda: docx_with({"word/theme/VBAProject.dat": b"x"}),
        Reason.MACRO,
    ),
    "activeX": (lambda: docx_with({"word/activeX/activeX1.bin": b"x"}), Reason.MACRO),
    "field that starts a program": (
        lambda: docx_with(
            {"word/document.xml": part("word/document.xml").replace(b"</w:r>", DDE + b"</w:r>", 1)}
        ),
        Reason.MACRO,
    ),
    "billion laughs": (
        lambda: docx_with({"customXml/item1.xml": billion_laughs()}),
        Reason.EXTERNAL,
    ),
    "entities in a part of another name": (
        lambda: docx_with({"word/notes.dat": billion_laughs()}),
        Reason.EXTERNAL,
    ),
    "markup in UTF-7": (lambda: docx_with({"customXml/item1.xml": HIDDEN}), Reason.DAMAGED),
    "remote page": (
        lambda: docx_with({"word/_rels/document.xml.rels": relation("aFChunk", "https://a.b/c")}),
        Reason.EXTERNAL,
    ),
    "shared folder": (
        lambda: docx_with({"word/_rels/document.xml.rels": relation("oleObject", "file://h/s")}),
        Reason.EXTERNAL,
    ),
    "deep markup": (lambda: docx_with({"word/document.xml": nested_xml()}), Reason.DAMAGED),
    "picture of 3.6 gigapixels": (
        lambda: docx_with({"word/media/image1.png": PNG}),
        Reason.UNPACKS_TOO_LARGE,
    ),
    "spreadsheet": (
        lambda: docx_with({"xl/workbook.xml": b"<a/>"}).replace(b"word/document", b"xord/document"),
        Reason.WRONG_TYPE,
    ),
    "web page": (lambda: b"<html><script>x</script></html>", Reason.WRONG_TYPE),
    "rich text": (lambda: b"{\\rtf1 {\\object\\objdata 00}}", Reason.WRONG_TYPE),
    "page that is a PDF too": (lambda: b"<html>" + pdf_with(), Reason.WRONG_TYPE),
    "PDF that is a zip too": (lambda: pdf_with() + plain_docx(), Reason.WRONG_TYPE),
    "program before a zip": (lambda: b"MZ" + plain_docx(), Reason.WRONG_TYPE),
    "PDF script": (lambda: pdf_with(named_script), Reason.MACRO),
    "PDF script of a page": (lambda: pdf_with(page_script), Reason.MACRO),
    "PDF that starts a program": (lambda: pdf_with(open_action), Reason.MACRO),
    "PDF with a form of XML": (lambda: pdf_with(form_data), Reason.MACRO),
    "PDF with a file in it": (
        lambda: pdf_with(lambda w: w.add_attachment("a.exe", b"MZ") and None),
        Reason.ATTACHMENT,
    ),
    "PDF picture of 3.6 gigapixels": (lambda: pdf_with(huge_picture), Reason.UNPACKS_TOO_LARGE),
    "PDF arrays without end": (deep_arrays, Reason.DAMAGED),
    "PDF for an empty password": (
        lambda: pdf_with(lambda w: w.encrypt("", "owner") and None),
        Reason.ENCRYPTED,
    ),
}
