"""The text in a tree of markup, block by block, as a reader sees it.

It reads HTML and the TEI-like trees of trafilatura alike; the names of their elements do not clash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storymap.model import PassageKind
from storymap.reading.blocks import Block
from storymap.reading.furniture import Furniture, furniture

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
_FURNITURE = frozenset(("nav", "footer", "aside", "menu", "form", "button", "select", "dialog"))
_BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "caption", "center", "dd", "details")
)
_BLOCKS |= {"div", "dl", "dt", "fieldset", "figcaption", "figure", "header", "hr", "html", "item"}
_BLOCKS |= {"legend", "li", "list", "main", "ol", "optgroup", "option", "p", "pre", "quote", "row"}
_BLOCKS |= {"section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
_BLOCKS |= _HEADINGS | _FURNITURE
_VERBATIM = "pre"  # its line ends are shown
_LINE_BREAKS = frozenset(("br", "lb"))
_CELLS = frozenset(("cell", "td", "th"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "math", "iframe", "object"))
_UNSEEN |= {"canvas", "audio", "video", "textarea"}

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_BETWEEN_CELLS = " | "
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAKS = re.compile(" *\n *")


def parse_markup(text: str) -> HtmlElement | None:
    """Return the root of an HTML text, however malformed; None if nothing but comments is in it."""
    import lxml.etree
    import lxml.html

    try:
        return lxml.html.document_fromstring(_XML_DECLARATION.sub("", text, count=1))
    except lxml.etree.ParserError:
        return None


def visible_blocks(root: _Element) -> list[Block]:
    """Return the blocks of text under an element, in order; scripts and the like are left out."""
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    blocks = _Blocks()
    for event, element in walk:
        if event == "start":
            if _is_unseen(element):
                walk.skip_subtree()
            else:
                blocks.begin(element)
            continue
        if event == "end":
            blocks.finish(element)
        blocks.add(element.tail)
    blocks.close(PassageKind.PARAGRAPH)
    return blocks.done


def _is_unseen(element: _Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return element.tag in _UNSEEN or element.get("hidden") is not None or "display:none" in style


class _Blocks:
    """The blocks gathered so far, and the pieces of the one that is open."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._pieces: list[str] = []
        self._furniture_depth = 0
        self._verbatim_depth = 0

    def begin(self, element: _Element) -> None:
        if element.tag in _BLOCKS:
            self.close(PassageKind.PARAGRAPH)
        self._furniture_depth += element.tag in _FURNITURE
        self._verbatim_depth += element.tag == _VERBATIM
        if element.tag in _LINE_BREAKS:
            self._pieces.append("\n")
        if element.tag in _CELLS and self._text():
            self._pieces.append(_BETWEEN_CELLS)
        self.add(element.text)

    def finish(self, element: _Element) -> None:
        if element.tag in _BLOCKS:
            is_heading = element.tag in _HEADINGS
            self.close(PassageKind.HEADING if is_heading else PassageKind.PARAGRAPH)
        self._furniture_depth -= element.tag in _FURNITURE
        self._verbatim_depth -= element.tag == _VERBATIM

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text if self._verbatim_depth else _SPACES.sub(" ", text))

    def close(self, kind: PassageKind) -> None:
        """End the open block, if anything is in it."""
        text = self._text()
        self._pieces.clear()
        if not text:
            return
        if self._furniture_depth or furniture(text) is not Furniture.NONE:
            kind = PassageKind.FURNITURE
        self.done.append(Block(text, kind))

    def _text(self) -> str:
        text = _AROUND_BREAKS.sub("\n", "".join(self._pieces))
        return re.sub(" {2,}", " ", text).strip()
