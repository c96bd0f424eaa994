"""The words around a mention, as an export quotes them."""

from __future__ import annotations

from bisect import bisect_right

from storymap.model import Document, Mention

LONGEST_QUOTATION = 300
"""Characters; a passage may be a whole book, and every mention in it is quoted."""

_ELLIPSIS = "…"


class Quotations:
    """Finds the passage of a mention, and quotes it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [passage.start for passage in document.passages]

    def passage(self, mention: Mention) -> int | None:
        """Return the index of the passage that a mention begins in; None if it is in none."""
        index = bisect_right(self._starts, mention.start) - 1
        if index < 0 or self._document.passages[index].end <= mention.start:
            return None
        return index

    def quote(self, mention: Mention) -> str:
        """Return the passage on one line, cut at words to a stretch around the mention if long."""
        index = self.passage(mention)
        start, end = mention.start, mention.end
        if index is not None:
            start = min(start, self._document.passages[index].start)
            end = max(end, self._document.passages[index].end)
        return self._cut(mention, start, end)

    def _cut(self, mention: Mention, start: int, end: int) -> str:
        text = self._document.text
        margin = max(0, LONGEST_QUOTATION - (mention.end - mention.start)) // 2
        before = text[max(start, mention.start - margin) : mention.start]
        after = text[mention.end : min(end, mention.end + margin)]
        if mention.start - margin > start:
            before = _ELLIPSIS + before.partition(" ")[2]
        if mention.end + margin < end:
            after = after.rpartition(" ")[0] + _ELLIPSIS
        return " ".join(f"{before}{mention.text}{after}".split())
