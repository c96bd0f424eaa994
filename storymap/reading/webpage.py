"""Saved web pages: the main text, with what the page says of itself in its head."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from storymap.model import Document
from storymap.reading.blocks import Block, assemble, first_heading, with_title
from storymap.reading.dates import to_iso
from storymap.reading.language import guess_language
from storymap.reading.markup import parse_markup, visible_blocks

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extract

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_OPENING_WITHIN = 2000  # characters; before it there may be comments
_WHOLE_PAGE = 0.95  # of the words on it
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)

# Only a date that the page states counts; a year in a copyright line does not.
_STATED_DATES = {"extensive_search": False, "original_date": True}


def looks_like_webpage(text: str) -> bool:
    """Whether a text begins as web pages do."""
    return _OPENING.match(text[:_OPENING_WITHIN]) is not None


def parse(text: str) -> Document:
    """Return the document in a web page; without passages if the page shows no text.

    The furniture around the main text is dropped. Where no main text can be told, all that is
    visible is kept, and what stands in `nav`, `aside` and the like is marked as furniture.
    """
    page = parse_markup(text)
    if page is None:
        return Document("")
    extract = _extract(page)
    title = " ".join((extract.title or "").split())
    blocks = _main_blocks(extract, _all_visible(page))
    kept, passages = assemble(with_title(blocks, title))
    return Document(
        text=kept,
        passages=passages,
        title=title or first_heading(blocks),
        source=extract.sitename or extract.hostname or extract.url or "",
        date=to_iso(extract.date or ""),
        language=_declared_language(page) or guess_language(kept),
    )


def _main_blocks(extract: Extract, visible: list[Block]) -> list[Block]:
    """Return the blocks of the main text, or all that is visible if none was told apart.

    Where trafilatura finds no main text it answers with the whole page as one paragraph.
    """
    main = visible_blocks(extract.body)
    return main if 0 < _word_count(main) < _WHOLE_PAGE * _word_count(visible) else visible


def _word_count(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _extract(page: HtmlElement) -> Extract:
    """Return the main text and particulars; the body is empty if no main text can be told."""
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import Document as Extract

    _keep_quiet("trafilatura")
    extract = bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=_STATED_DATES
    )
    if isinstance(extract, Extract):
        return extract
    return extract_metadata(page, date_config=_STATED_DATES)


def _keep_quiet(library: str) -> None:
    """Let a library's log be seen only where the application asks for logs."""
    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _all_visible(page: HtmlElement) -> list[Block]:
    body = page.find("body")
    return visible_blocks(page if body is None else body)


def _declared_language(page: HtmlElement) -> str:
    declared = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    declared = declared.strip().replace("_", "-")
    return declared if _LANGUAGE.fullmatch(declared) else ""
