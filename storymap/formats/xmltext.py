"""What the XML formats have in common."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

# Everything but the characters of XML 1.0: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def add(parent: ET.Element, tag: str, text: str = "", /, **attributes: str) -> ET.Element:
    """Add an element to another, with a text that any document may hold; return it.

    Attributes that are empty are left out, and an underscore in a name stands for a colon.
    """
    named = {k.replace("_", ":"): as_xml(v) for k, v in attributes.items() if v}
    child = ET.SubElement(parent, tag, named)
    child.text = as_xml(text) or None
    return child


def as_xml(text: str) -> str:
    """Return the text with what XML cannot hold replaced by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def serialised(root: ET.Element, *, indented: bool) -> str:
    """Return a whole XML file; `indented` only where white space means nothing."""
    if indented:
        ET.indent(root, " ")
    return _DECLARATION + ET.tostring(root, encoding="unicode") + "\n"
