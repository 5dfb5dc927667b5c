"""Files of every format, made from nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

Placed = tuple[int, int, str]  # points from the left and from below, and the words there


def pdf(pages: Sequence[Sequence[str | Placed]], info: str = "", encrypted: bool = False) -> bytes:
    """Return a PDF with these lines on its pages, or with words at places; a page without lines has no text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = 3 + 2 * len(pages)
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines if isinstance(line, str))
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET" if shown else ""
        stream += "".join(
            f"BT /F1 9 Tf {one[0]} {one[1]} Td ({_escaped(one[2])}) Tj ET\n"
            for one in lines
            if not isinstance(one, str)
        )
        kids.append(f"{3 + 2 * number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append(f"<< {info} >>")
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -44 >> /ID [<41> <41>]"
    more = lock if encrypted else ""
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {more} >>\n".encode()
    return bytes(data + f"startxref\n{start}\n%%EOF\n".encode())


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def packed(members: dict[str, str | bytes]) -> bytes:
    """Return a ZIP file of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dcterms:created>{date}</dcterms:created>"
    "</cp:coreProperties>"
)


def docx(body: str, title: str = "", author: str = "", date: str = "", notes: str = "") -> bytes:
    """Return a file of Word whose body is this XML, with `w:` before its names."""
    members: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {_W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>',
        "docProps/core.xml": _CORE.format(title=title, author=author, date=date),
    }
    if notes:
        members["word/footnotes.xml"] = f"<w:footnotes {_W}>{notes}</w:footnotes>"
    return packed(members)


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, meta: str = "") -> bytes:
    """Return a text of OpenDocument."""
    names = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:dc="d" xmlns:meta="m"'
    return packed(
        {
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {names}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def pptx(slides: Sequence[Sequence[str]], title: str = "") -> bytes:
    """Return a presentation; the first line of a slide is its title."""
    names = 'xmlns:p="p" xmlns:a="a" xmlns:r="r"'
    members: dict[str, str | bytes] = {"docProps/core.xml": _CORE.format(title=title, author="", date="")}
    ids, links = "", ""
    for number, lines in enumerate(slides, 1):
        shapes = "".join(
            f"<p:sp><p:nvPr>{'<p:ph type=&quot;title&quot;/>'.replace('&quot;', chr(34)) if not at else ''}</p:nvPr>"
            f"<p:txBody><a:p><a:r><a:t>{line}</a:t></a:r></a:p></p:txBody></p:sp>"
            for at, line in enumerate(lines)
        )
        file = len(slides) + 1 - number  # the order of files is not that of slides
        members[f"ppt/slides/slide{file}.xml"] = (
            f"<p:sld {names}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
        )
        ids += f'<p:sldId id="{number}" r:id="r{number}"/>'
        links += f'<Relationship Id="r{number}" Target="slides/slide{file}.xml"/>'
    members["ppt/presentation.xml"] = f"<p:presentation {names}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    members["ppt/_rels/presentation.xml.rels"] = f"<Relationships>{links}</Relationships>"
    return packed(members)


def epub(chapters: Sequence[str], meta: str = "") -> bytes:
    """Return a book with these bodies of XHTML as its chapters."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": f'<package xmlns:dc="d"><metadata>{meta}</metadata><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>",
    }
    for number, chapter in enumerate(chapters):
        members[f"OPS/text/c {number}.xhtml"] = f"<html><head><title>x</title></head><body>{chapter}</body></html>"
    return packed(members)
